// From a mention or a direct message to a request. Pure.

import { z } from 'zod'
import { readRequest } from '../../core/desk/readRequest.ts'
import type { Incoming } from './readCommand.ts'
import { readText } from './readText.ts'

const schema = z.object({
  event_id: z.string(),
  team_id: z.string().optional(),
  enterprise_id: z.string().optional(),
  event: z.object({
    type: z.enum(['app_mention', 'message']),
    // Edits, joins and files of others are messages, too, and have a subtype.
    subtype: z.undefined().optional(),
    bot_id: z.undefined().optional(),
    user: z.string(),
    text: z.string().default(''),
    channel: z.string(),
    channel_type: z.string().optional(),
    ts: z.string(),
    thread_ts: z.string().optional(),
  }),
})

export type IncomingMessage = Incoming & {
  /** The thread to answer in; undefined for a direct message outside of threads. */
  readonly answerThread: string | undefined
}

/** Reads a message that is meant for us; undefined for all others. */
export function readMessage(body: unknown): IncomingMessage | undefined {
  const { success, data } = schema.safeParse(body)
  if (!success) return undefined
  const { event, event_id, team_id, enterprise_id } = data
  const isDirect = event.type === 'message'
  // A mention in a direct message arrives as a message as well.
  if (isDirect ? event.channel_type !== 'im' : event.channel.startsWith('D')) return undefined
  const answerThread = event.thread_ts ?? (isDirect ? undefined : event.ts)
  return {
    key: `event/${event_id}`,
    place: { tenant: team_id ?? enterprise_id ?? '', channel: event.channel, user: event.user, thread: answerThread },
    request: readRequest(readText(event.text)),
    answerThread,
  }
}
