// From a message that mentions the bot, or is written to it alone, to what the reader wants. Without the message-content
// intent no other message has text, and none is needed.

import { ChannelType, type GatewayMessageCreateDispatchData, MessageType } from 'discord.js'
import { readRequest } from '../../core/desk/readRequest.ts'
import type { OpenRequest } from '../../core/desk/request.ts'
import { isThreadType } from './threads.ts'

export type MessageReading = {
  readonly request: OpenRequest
  readonly isDirect: boolean
  /** True where the whole channel is one conversation. */
  readonly isThread: boolean
}

/** Undefined for what is not said to the bot. `isKnownThread` helps where Discord does not tell the channel's type. */
export function readMessage(
  message: GatewayMessageCreateDispatchData,
  botId: string,
  isKnownThread: boolean,
): MessageReading | undefined {
  const { author, content, mentions, guild_id, channel_type: type } = message
  if (author.bot === true || author.system === true || message.webhook_id !== undefined) return undefined
  if (message.type !== MessageType.Default && message.type !== MessageType.Reply) return undefined
  const isDirect = guild_id === undefined && type !== ChannelType.GroupDM
  if (!isDirect && !mentions.some(({ id }) => id === botId)) return undefined
  const mark = new RegExp(`<@!?${botId}>`, 'g')
  const text = content.replace(mark, ' ').trim()
  const isAddressed = mark.test(content)
  // A picture alone, or a reply whose text is withheld, asks for nothing.
  if (text === '' && !isAddressed) return undefined
  return { request: readRequest(text), isDirect, isThread: isDirect || isKnownThread || isThreadType(type) }
}
