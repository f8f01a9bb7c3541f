// Answers messages that mention the bot, and messages to it alone. Nothing said in a channel can be private, so what
// concerns the asker alone is written to the asker.

import type { GatewayMessageCreateDispatchData } from 'discord.js'
import type { Visit } from '../../core/desk/request.ts'
import type { Answering } from './answerInteraction.ts'
import type { Conversations } from './conversations.ts'
import { factsOf } from './failures.ts'
import { EPHEMERAL } from './message.ts'
import type { MessageReading } from './readMessage.ts'
import { showRequest } from './showRequest.ts'
import { threadOf } from './threads.ts'
import { within } from './within.ts'

type Message = GatewayMessageCreateDispatchData

export async function answerMessage(
  ports: Answering & { readonly conversations: Conversations },
  message: Message,
  { request, isDirect, isThread }: MessageReading,
  mayManage: boolean,
): Promise<void> {
  const { calls, conversations, deferAfterMs } = ports
  const { id, channel_id: channel, author } = message
  const thread = isThread ? threadOf(channel) : await conversations.find(message)
  const visit: Visit = {
    platform: 'discord',
    tenant: message.guild_id ?? 'direct',
    channel,
    user: author.id,
    thread,
    mayManage: isDirect || mayManage,
  }
  const work = showRequest(ports, visit, request, { view: 'answer', page: 0, isPrivate: false, isDirect })
  if ((await within(work, deferAfterMs)) === undefined) await showTyping(ports, channel)
  const composed = await work
  const sent = { ...composed, message: { ...composed.message, flags: composed.message.flags & ~EPHEMERAL } }
  if (composed.isAside && !isDirect) await calls.writeTo(author.id, id, sent)
  else conversations.note((await calls.answerMessage(channel, id, sent)).id, thread)
}

/** A courtesy: where it fails, the answer may still get through. */
async function showTyping({ calls, log }: Answering, channel: string): Promise<void> {
  try {
    await calls.showTyping(channel)
  } catch (error) {
    log.debug('typing could not be shown', { platform: 'discord', ...factsOf(error) })
  }
}
