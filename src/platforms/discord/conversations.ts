// Which conversation a message in a channel belongs to: replies go back, by and by, to the message that began it. What was
// met is remembered; what was not, as after a restart, is looked up.

import type { APIMessage, GatewayMessageCreateDispatchData } from 'discord.js'
import { threadOf } from './threads.ts'

type Message = Pick<
  APIMessage | GatewayMessageCreateDispatchData,
  'id' | 'channel_id' | 'message_reference' | 'referenced_message' | 'interaction_metadata'
>

export type Conversations = {
  /** The key of the conversation that a message goes on with, or begins. */
  readonly find: (message: Message) => Promise<string>
  /** Notes that a message, such as an answer of ours, belongs to a conversation. */
  readonly note: (messageId: string, thread: string) => void
}

/** The furthest that is looked back. */
const MOST_LOOK_UPS = 10
const MOST_REMEMBERED = 10_000

/** `fetchMessage` gives undefined for a message that is gone or must not be read. */
export function openConversations(
  fetchMessage: (channel: string, id: string) => Promise<Message | undefined>,
): Conversations {
  const threads = new Map<string, string>()
  const note = (messageId: string, thread: string) => {
    threads.set(messageId, thread)
    const [oldest] = threads.keys()
    if (threads.size > MOST_REMEMBERED && oldest !== undefined) threads.delete(oldest)
  }

  async function follow(message: Message, lookUps: number): Promise<string> {
    const known = threads.get(message.id)
    if (known !== undefined) return known
    // The answer to a command goes on with what its asker asked by commands in this channel.
    const asker = message.interaction_metadata?.user.id
    if (asker !== undefined) return threadOf(message.channel_id, asker)
    const before = message.message_reference?.message_id
    if (before === undefined) return threadOf(message.channel_id, message.id)
    const remembered = threads.get(before)
    if (remembered !== undefined) return remembered
    const earlier =
      message.referenced_message ??
      (lookUps > 0 ? await fetchMessage(message.channel_id, before) : undefined) ??
      undefined
    return earlier === undefined ? threadOf(message.channel_id, before) : follow(earlier, lookUps - 1)
  }

  return {
    async find(message) {
      const thread = await follow(message, MOST_LOOK_UPS)
      note(message.id, thread)
      return thread
    },
    note,
  }
}
