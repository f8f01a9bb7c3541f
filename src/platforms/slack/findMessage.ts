// Looks whether a message of ours stands in a conversation, by the reference in its metadata.

import type { WebClient } from '@slack/web-api'
import type { Found } from '../../core/digests/courier.ts'
import { judgeCall } from './judgeCall.ts'

/** How far our clock and Slack's may be apart. */
const SKEW_MS = 5 * 60_000
/** What Slack gives to the least of apps in one call (Rate Limits, conversations.history). */
const PAGE = 15
/** 1,500 messages since the call: beyond them a look costs more than a word to the admin. */
const MOST_PAGES = 100

export async function findMessage(
  client: WebClient,
  open: () => Promise<string>,
  reference: string,
  sinceMs: number,
): Promise<Found> {
  try {
    return await search(client, await open(), reference, String((sinceMs - SKEW_MS) / 1000))
  } catch (error) {
    return judgeLook(error)
  }
}

async function search(client: WebClient, channel: string, reference: string, oldest: string): Promise<Found> {
  let cursor: string | undefined
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { messages = [], response_metadata: more } = await client.conversations.history({
      channel,
      oldest,
      limit: PAGE,
      include_all_metadata: true,
      ...(cursor === undefined ? {} : { cursor }),
    })
    const found = messages.find(({ metadata }) => referenceIn(metadata?.event_payload) === reference)
    if (found?.ts !== undefined) return { kind: 'found', message: found.ts }
    cursor = more?.next_cursor
    if (cursor === undefined || cursor === '') return { kind: 'absent' }
  }
  return { kind: 'unreadable', reason: 'too many messages were posted since to look through them' }
}

function referenceIn(payload: object | undefined): unknown {
  return payload !== undefined && 'reference' in payload ? payload.reference : undefined
}

const LATER_MS = 30_000

/** A look that failed may be made again, unless it is not allowed. */
function judgeLook(error: unknown): Found {
  const outcome = judgeCall(error)
  switch (outcome.kind) {
    case 'rate limited':
      return { kind: 'later', retryAfterMs: outcome.retryAfterMs, reason: 'Slack asked to wait' }
    case 'refused':
    case 'rejected':
      return { kind: 'unreadable', reason: outcome.reason }
    case 'sent':
      throw new Error('a failed look posted something')
    default:
      return { kind: 'later', retryAfterMs: LATER_MS, reason: outcome.reason }
  }
}
