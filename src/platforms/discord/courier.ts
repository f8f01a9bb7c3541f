// Delivers digests to Discord's channels, and notices to admins. Each call is made once: a message is told apart by its
// enforced nonce for the minutes in which Discord remembers it, and later by the reference that its buttons carry.

import { REST, type RequestData } from '@discordjs/rest'
import { Routes } from 'discord-api-types/v10'
import type { Courier, Outcome, Posting } from '../../core/digests/courier.ts'
import type { Rasterise } from '../../core/ports.ts'
import { findMessage } from './findMessage.ts'
import { judgeCall } from './judgeCall.ts'
import { pictureName } from './pictureBlock.ts'
import { renderPosting } from './renderPosting.ts'
import { withPicture } from './withPicture.ts'

export type DiscordCourierOptions = {
  readonly token: string
  /** Undefined for the real service. */
  readonly apiUrl?: string | undefined
  /** Draws a digest's picture; without it digests are text alone. */
  readonly rasterise?: Rasterise
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

export function openDiscordCourier(options: DiscordCourierOptions): Courier {
  const { token, apiUrl, rasterise = drawNothing, timeoutMs = TIMEOUT_MS } = options
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
    post: (posting) => post(rest, posting, rasterise),
    find: (posting, sinceMs) => findMessage(rest, () => channelOf(rest, posting), posting.reference, sinceMs),
  }
}

const drawNothing: Rasterise = async () => undefined

async function post(rest: REST, posting: Posting, rasterise: Rasterise): Promise<Outcome> {
  const channel = await channelOf(rest, posting).catch(judgeCall)
  if (typeof channel !== 'string') {
    // Opening a conversation posts nothing, whatever became of it.
    return channel.kind === 'unclear' ? { kind: 'unreachable', reason: channel.reason } : channel
  }
  const request = await requestOf(posting, rasterise)
  try {
    const message = (await rest.post(Routes.channelMessages(channel), request)) as { readonly id?: string }
    if (message?.id === undefined) return { kind: 'unclear', reason: 'Discord answered without a message' }
    return { kind: 'sent', message: message.id }
  } catch (error) {
    return judgeCall(error)
  }
}

/** What is posted: the same each time, as a picture is drawn from what is frozen too. */
async function requestOf({ payload, picture }: Posting, rasterise: Rasterise): Promise<RequestData> {
  const body = JSON.parse(payload)
  const png = picture === undefined ? undefined : await rasterise(picture.svg).catch(() => undefined)
  if (picture === undefined || png === undefined) return { body }
  const file = { name: pictureName, data: Buffer.from(png), contentType: 'image/png' }
  return { body: withPicture(body, picture.alt), files: [file] }
}

/** The channel; for a notice the conversation with the user, which Discord opens once. */
async function channelOf(rest: REST, { place, isDirect }: Posting): Promise<string> {
  if (!isDirect) return place.channel
  const opened = (await rest.post(Routes.userChannels(), { body: { recipient_id: place.channel } })) as {
    readonly id: string
  }
  return opened.id
}
