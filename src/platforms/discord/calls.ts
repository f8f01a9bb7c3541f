// What is asked of Discord's REST interface, a function a call. It knows routes and bodies, and nothing of cards.

import type { RequestData } from '@discordjs/rest'
import { type APIMessage, DiscordAPIError, HTTPError, InteractionResponseType, type REST, Routes } from 'discord.js'
import { judgeFailure } from './failures.ts'
import { type DiscordMessage, EPHEMERAL } from './message.ts'
import { multipart } from './multipart.ts'
import { resend, resendAnswer } from './resend.ts'
import { withoutPicture } from './withoutPicture.ts'

/** A message and the picture that goes with it. */
export type Outgoing = { readonly message: DiscordMessage; readonly picture: Uint8Array | undefined }

/** What names an interaction in answers to it. Its token is worth a quarter of an hour; nothing of it is logged. */
export type Token = { readonly id: string; readonly application_id: string; readonly token: string }

export type Calls = ReturnType<typeof openCalls>

export function openCalls(rest: REST) {
  const answerWith = (to: Token, type: InteractionResponseType, data?: object, picture?: Uint8Array) => {
    const request = requestOf({ type, data }, picture)
    return resendAnswer(() => rest.post(Routes.interactionCallback(to.id, to.token), { ...request, auth: false }))
  }
  const post = (channel: string, body: object, picture: Uint8Array | undefined) => {
    const request = requestOf(body, picture)
    return resend(() => rest.post(Routes.channelMessages(channel), request))
  }
  const original = ({ application_id, token }: Token) => Routes.webhookMessage(application_id, token, '@original')
  return {
    reply: (to: Token, outgoing: Outgoing) =>
      orWithoutPicture(outgoing, ({ message, picture }) =>
        answerWith(to, InteractionResponseType.ChannelMessageWithSource, message, picture),
      ),
    /** Replaces the message whose button was pressed. */
    update: (to: Token, outgoing: Outgoing) =>
      orWithoutPicture(outgoing, ({ message, picture }) =>
        answerWith(to, InteractionResponseType.UpdateMessage, asEdit(message), picture),
      ),
    deferReply: (to: Token, isPrivate: boolean) =>
      answerWith(to, InteractionResponseType.DeferredChannelMessageWithSource, { flags: isPrivate ? EPHEMERAL : 0 }),
    deferUpdate: (to: Token) => answerWith(to, InteractionResponseType.DeferredMessageUpdate),
    complete: (to: Token, choices: readonly { readonly name: string; readonly value: string }[]) =>
      answerWith(to, InteractionResponseType.ApplicationCommandAutocompleteResult, { choices }),
    openModal: (to: Token, modal: object) => answerWith(to, InteractionResponseType.Modal, modal),
    /** Gives the answer that was deferred. */
    editOriginal: (to: Token, outgoing: Outgoing) =>
      orWithoutPicture(outgoing, ({ message, picture }) =>
        resend(() => rest.patch(original(to), { ...requestOf(asEdit(message), picture), auth: false })),
      ),
    deleteOriginal: (to: Token) => rest.delete(original(to), { auth: false }),
    followUp: (to: Token, { message, picture }: Outgoing) =>
      rest.post(Routes.webhook(to.application_id, to.token), { ...requestOf(message, picture), auth: false }),
    /** Answers a message. Sent twice, as after a lost reply, it stands there once: `nonce` is enforced by Discord. */
    answerMessage: (channel: string, messageId: string, outgoing: Outgoing) =>
      orWithoutPicture(outgoing, async ({ message, picture }) => {
        const reference = { message_id: messageId, fail_if_not_exists: false }
        const body = { ...message, message_reference: reference, nonce: messageId, enforce_nonce: true }
        return (await post(channel, body, picture)) as APIMessage
      }),
    /** Writes to somebody alone. */
    writeTo: async (user: string, nonce: string, { message, picture }: Outgoing) => {
      const channel = (await rest.post(Routes.userChannels(), { body: { recipient_id: user } })) as { id: string }
      const body = { ...message, nonce, enforce_nonce: true }
      return post(channel.id, body, picture)
    },
    readApplication: async () => (await rest.get(Routes.currentApplication())) as { id: string },
    showTyping: (channel: string) => rest.post(Routes.channelTyping(channel)),
    readMessage: async (channel: string, id: string) =>
      (await rest.get(Routes.channelMessage(channel, id))) as APIMessage,
  }
}

/** A channel may forbid files, and a file be too large; the words get through all the same. Only for what does no more when it comes twice. */
async function orWithoutPicture<T>(outgoing: Outgoing, send: (outgoing: Outgoing) => Promise<T>): Promise<T> {
  try {
    return await send(outgoing)
  } catch (error) {
    if (outgoing.picture === undefined || !isAnswered(error) || judgeFailure(error).level === 'info') throw error
    return send({ message: withoutPicture(outgoing.message), picture: undefined })
  }
}

const isAnswered = (error: unknown) => error instanceof DiscordAPIError || error instanceof HTTPError

function requestOf(body: object, picture: Uint8Array | undefined): RequestData {
  return picture === undefined ? { body } : multipart(body, picture)
}

/** An edit leaves it as it is who may see the message. */
function asEdit(message: DiscordMessage): DiscordMessage {
  return { ...message, flags: message.flags & ~EPHEMERAL }
}
