// Sends a message: by a request's own address (its response_url, which works five times within half an hour) or by a call,
// and in words where Slack does not take its picture.

import { type RespondArguments, RespondError, type RespondFn } from '@slack/bolt'
import pRetry from 'p-retry'
import type { Outgoing } from './askDesk.ts'
import { slackErrorOf } from './failures.ts'
import { quiet } from './quiet.ts'
import type { SlackMessage } from './renderCard.ts'

export type ReplyOptions = {
  /** To all in the channel, or to the asker alone. */
  readonly to: 'all' | 'asker'
  /** True to show it in place of the message whose button was pressed. */
  readonly replaces?: boolean
  readonly thread?: string | undefined
}

/** The message as an answer to a request, in its acknowledgement or to its response_url. */
export function replyWith(message: SlackMessage, { to, replaces = false, thread }: ReplyOptions) {
  return {
    response_type: to === 'all' ? 'in_channel' : 'ephemeral',
    replace_original: replaces,
    ...(thread === undefined ? {} : { thread_ts: thread }),
    ...quiet,
    ...message,
  } satisfies RespondArguments
}

/** Replies by response_url. A reply that was not taken is tried again: at worst the asker reads it twice. */
export async function reply(respond: RespondFn, outgoing: Outgoing, options: ReplyOptions) {
  await deliver(outgoing, async (message) => {
    await pRetry(() => respond(replyWith(message, options)), {
      retries: 2,
      minTimeout: 500,
      shouldRetry: ({ error }) =>
        error instanceof RespondError && (error.statusCode === 429 || error.statusCode >= 500),
    })
  })
}

/** How long Slack may need until an uploaded picture can be shown. */
const PICTURE_READY_MS = 1000

/** Sends a message; where Slack does not take its picture, also after a while, the picture is told in words. */
export async function deliver({ message, inWords }: Outgoing, send: (message: SlackMessage) => Promise<void>) {
  if (inWords === undefined) return send(message)
  try {
    await pRetry(() => send(message), {
      retries: 1,
      minTimeout: PICTURE_READY_MS,
      shouldRetry: ({ error }) => isUntaken(error),
    })
  } catch (error) {
    if (!isUntaken(error)) throw error
    await send(inWords)
  }
}

function isUntaken(error: unknown): boolean {
  return slackErrorOf(error) === 'invalid_blocks' || (error instanceof RespondError && error.statusCode === 400)
}
