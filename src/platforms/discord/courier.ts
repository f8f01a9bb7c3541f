// Delivers digests to Discord's channels, and notices to admins. Each call is made once: a message is told apart by its
// enforced nonce for the minutes in which Discord remembers it, and later by the reference that its buttons carry.

import { REST } from '@discordjs/rest'
import { Routes } from 'discord-api-types/v10'
import type { Courier, Outcome, Posting } from '../../core/digests/courier.ts'
import { findMessage } from './findMessage.ts'
import { judgeCall } from './judgeCall.ts'
import { renderPosting } from './renderPosting.ts'

export type DiscordCourierOptions = {
  readonly token: string
  /** Undefined for the real service. */
  readonly apiUrl?: string | undefined
  /** How long a call may take. */
  readonly timeoutMs?: number
}

/**
 * "In the past few minutes" is how long Discord knows a nonce (Message Resource, Create Message, enforce_nonce): one
 * minute is surely inside.
 */
const REPEATABLE_MS = 60_000
const TIMEOUT_MS = 15_000
/** Longer than any call that could still be under way. */
const SETTLES_MS = 60_000

export function openDiscordCourier({ token, apiUrl, timeoutMs = TIMEOUT_MS }: DiscordCourierOptions): Courier {
  const rest = new REST({
    version: '10',
    retries: 0,
    timeout: timeoutMs,
    rejectOnRateLimit: () => true,
    // Whoever calls keeps to the limit of the whole bot, which a second client could not know.
    globalRequestsPerSecond: Number.POSITIVE_INFINITY,
    ...(apiUrl === undefined ? {} : { api: apiUrl }),
  }).setToken(token)
  return {
    safety: { repeatableForMs: REPEATABLE_MS, settlesAfterMs: SETTLES_MS },
    render: renderPosting,
    post: (posting) => post(rest, posting),
    find: (posting, sinceMs) => findMessage(rest, () => channelOf(rest, posting), posting.reference, sinceMs),
  }
}

async function post(rest: REST, posting: Posting): Promise<Outcome> {
  const channel = await channelOf(rest, posting).catch(judgeCall)
  if (typeof channel !== 'string') {
    // Opening a conversation posts nothing, whatever became of it.
    return channel.kind === 'unclear' ? { kind: 'unreachable', reason: channel.reason } : channel
  }
  try {
    const message = (await rest.post(Routes.channelMessages(channel), { body: JSON.parse(posting.payload) })) as {
      readonly id?: string
    }
    if (message?.id === undefined) return { kind: 'unclear', reason: 'Discord answered without a message' }
    return { kind: 'sent', message: message.id }
  } catch (error) {
    return judgeCall(error)
  }
}

/** The channel; for a notice the conversation with the user, which Discord opens once. */
async function channelOf(rest: REST, { place, isDirect }: Posting): Promise<string> {
  if (!isDirect) return place.channel
  const opened = (await rest.post(Routes.userChannels(), { body: { recipient_id: place.channel } })) as {
    readonly id: string
  }
  return opened.id
}
