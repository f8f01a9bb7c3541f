// Looks whether a message of ours stands in a channel. Without the right to read its history Discord shows an empty channel
// and no error; so a message is called absent only where that is sure.

import { Routes } from 'discord-api-types/v10'
import type { Found } from '../../core/digests/courier.ts'
import { judgeCall } from './judgeCall.ts'
import type { DeliveryRest } from './openDeliveryRest.ts'

type Message = {
  readonly id: string
  readonly author?: { readonly bot?: boolean }
  readonly nonce?: string | number
  readonly components?: unknown
}

/** How far our clock and Discord's may be apart. */
const SKEW_MS = 5 * 60_000
const PAGE = 100
/** 2,000 messages since the call: beyond them a look costs more than a word to the admin. */
const MOST_PAGES = 20

export async function findMessage(
  rest: DeliveryRest,
  open: () => Promise<string>,
  reference: string,
  sinceMs: number,
): Promise<Found> {
  try {
    const channel = await open()
    return await search(rest, channel, reference, snowflakeAt(sinceMs - SKEW_MS))
  } catch (error) {
    return judgeLook(error)
  }
}

/** The smallest id of a moment: milliseconds since the first of 2015, above 22 bits (API Reference, Snowflakes). */
const snowflakeAt = (ms: number) => BigInt(Math.floor(ms) - 1_420_070_400_000) << 22n

async function search(rest: DeliveryRest, channel: string, reference: string, from: bigint): Promise<Found> {
  const { last_message_id: last } = (await rest.get(Routes.channel(channel))) as { last_message_id?: string | null }
  // Nothing was posted since, whether we may read or not.
  if (last === null || (last !== undefined && BigInt(last) < from)) return { kind: 'absent' }
  let after = from
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const query = new URLSearchParams({ limit: String(PAGE), after: String(after) })
    const messages = (await rest.get(Routes.channelMessages(channel), { query })) as readonly Message[]
    const found = messages.find((message) => isOurs(message, reference))
    if (found !== undefined) return { kind: 'found', message: found.id }
    if (messages.length === 0 && page === 0)
      return { kind: 'unreadable', reason: 'the bot may not read the history of the channel' }
    if (messages.length < PAGE) return { kind: 'absent' }
    after = messages.reduce((newest, { id }) => (BigInt(id) > newest ? BigInt(id) : newest), after)
  }
  return { kind: 'unreadable', reason: 'too many messages were posted since to look through them' }
}

function isOurs({ author, nonce, components }: Message, reference: string): boolean {
  return author?.bot === true && (nonce === reference || JSON.stringify(components ?? []).includes(reference))
}

const LATER_MS = 30_000

/** A look that failed may be made again, unless it is not allowed. */
function judgeLook(error: unknown): Found {
  const outcome = judgeCall(error)
  switch (outcome.kind) {
    case 'rate limited':
      return { kind: 'later', retryAfterMs: outcome.retryAfterMs, reason: 'Discord asked to wait' }
    case 'refused':
    case 'rejected':
      return { kind: 'unreadable', reason: outcome.reason }
    case 'sent':
      return { kind: 'unreadable', reason: 'Discord does not know the channel' }
    default:
      return { kind: 'later', retryAfterMs: LATER_MS, reason: outcome.reason }
  }
}
