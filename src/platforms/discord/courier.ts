// Delivers digests to Discord's channels, and notices to admins. Each call is made once: a message is told apart by its
// enforced nonce for the minutes in which Discord remembers it, and later by the reference that its buttons carry.

import type { RequestData } from '@discordjs/rest'
import { Routes } from 'discord-api-types/v10'
import type { CardPicture } from '../../core/cards/card.ts'
import type { Courier, Outcome, Posting } from '../../core/digests/courier.ts'
import type { Rasterise } from '../../core/ports.ts'
import { findMessage } from './findMessage.ts'
import { judgeCall, mayTakeWords } from './judgeCall.ts'
import type { DiscordMessage } from './message.ts'
import { multipart } from './multipart.ts'
import { type DeliveryRest, openDeliveryRest } from './openDeliveryRest.ts'
import { renderPosting } from './renderPosting.ts'
import { within } from './within.ts'
import { withPicture } from './withPicture.ts'

export type DiscordCourierOptions = {
  readonly token: string
  /** Undefined for the real service. */
  readonly apiUrl?: string | undefined
  /** Draws a digest's picture; without it digests are text alone. */
  readonly rasterise?: Rasterise
  /** How long a call may take. */
  readonly timeoutMs?: number
  /** How long drawing a picture may take. */
  readonly pictureMs?: number
}

/**
 * "In the past few minutes" is how long Discord knows a nonce (Message Resource, Create Message, enforce_nonce): one
 * minute, and what a repeated call takes after it, is surely inside.
 */
const REPEATABLE_MS = 60_000
const TIMEOUT_MS = 15_000
/** A picture that takes longer is left out: with the calls after it, it must stay well below what follows. */
const PICTURE_MS = 10_000
/** Longer than any call that could still be under way. */
const SETTLES_MS = 60_000

export function openDiscordCourier(options: DiscordCourierOptions): Courier {
  const { token, apiUrl, rasterise, timeoutMs = TIMEOUT_MS, pictureMs = PICTURE_MS } = options
  const draw: Draw = async ({ svg }) => (rasterise === undefined ? undefined : within(rasterise(svg), pictureMs))
  const rest = openDeliveryRest({ token, apiUrl, timeoutMs })
  return {
    safety: { repeatableForMs: REPEATABLE_MS, settlesAfterMs: SETTLES_MS },
    render: renderPosting,
    post: (posting) => post(rest, posting, draw),
    find: (posting, sinceMs) => findMessage(rest, () => channelOf(rest, posting), posting.reference, sinceMs),
  }
}

/** The picture as PNG; undefined where there is none in time. */
type Draw = (picture: CardPicture) => Promise<Uint8Array | undefined>

async function post(rest: DeliveryRest, posting: Posting, draw: Draw): Promise<Outcome> {
  const channel = await channelOf(rest, posting).catch(judgeCall)
  if (typeof channel !== 'string') {
    // Opening a conversation posts nothing, whatever became of it.
    return channel.kind === 'unclear' ? { kind: 'unreachable', reason: channel.reason } : channel
  }
  const { picture } = posting
  const message = JSON.parse(posting.payload) as DiscordMessage
  const inWords = () => postMessage(rest, channel, { body: message }).catch(judgeCall)
  const png = picture === undefined ? undefined : await draw(picture).catch(withheld)
  if (picture === undefined || png === undefined) return inWords()
  return postMessage(rest, channel, multipart(withPicture(message, picture.alt), png)).catch((error: unknown) =>
    // A message that was refused has not used up its nonce, and one that an earlier call posted is still known by it.
    mayTakeWords(error) ? inWords() : judgeCall(error),
  )
}

/** A picture that cannot be shown is no reason to withhold a digest. */
const withheld = () => undefined

async function postMessage(rest: DeliveryRest, channel: string, request: RequestData): Promise<Outcome> {
  const posted = (await rest.post(Routes.channelMessages(channel), request)) as { readonly id?: string }
  if (posted?.id === undefined) return { kind: 'unclear', reason: 'Discord answered without a message' }
  return { kind: 'sent', message: posted.id }
}

/** The channel; for a notice the conversation with the user, which Discord opens once. */
async function channelOf(rest: DeliveryRest, { place, isDirect }: Posting): Promise<string> {
  if (!isDirect) return place.channel
  const opened = (await rest.post(Routes.userChannels(), { body: { recipient_id: place.channel } })) as {
    readonly id: string
  }
  return opened.id
}
