// A reader on the test Discord: types commands and messages, presses buttons, fills in forms, and sees what comes back.

import { generateSnowflake } from 'discord-digital-twin'
import { asPart, list, partsIn } from './checkMessage.ts'
import type { TestDiscord } from './openTestDiscord.ts'
import type { Answered } from './restFront.ts'

/** What the reader sees. */
export type Seen = {
  readonly messageId: string
  readonly text: string
  readonly labels: readonly string[]
  readonly isPrivate: boolean
  /** How the interaction was answered first: 4 at once, 5 or 6 deferred, 7 in place. Undefined for messages. */
  readonly first: number | undefined
  readonly body: Readonly<Record<string, unknown>>
  readonly files: readonly string[]
}

export type Standing = {
  readonly user: string
  readonly channel: string
  /** 0 in a server, 1 in a direct message with the bot. */
  readonly context?: 0 | 1
  readonly channelType?: number
  /** The member's permissions. */
  readonly rights?: bigint
}

type Values = Readonly<Record<string, string | boolean>>

export function openReader(discord: TestDiscord, standing: Standing) {
  const { rest, gateway, twin } = discord
  const { user, channel, context = 0, channelType = context === 1 ? 1 : 0, rights = 0n } = standing

  /** Sends an interaction; the same id sent twice is the same event twice. */
  async function interact(type: number, data: object, more: object = {}, id = generateSnowflake()): Promise<string> {
    const token = `token-${id}`
    const who = { id: user, username: 'reader', discriminator: '0', avatar: null, global_name: null }
    const messageId = String(asPart(asPart(more).message).id ?? '') || null
    const known = await twin.prisma.interactionResponse.findUnique({ where: { interactionId: id } })
    if (known === null)
      await twin.prisma.interactionResponse.create({
        data: {
          interactionId: id,
          interactionToken: token,
          applicationId: discord.botId,
          channelId: channel,
          type: 0,
          messageId,
          acknowledged: false,
        },
      })
    gateway.dispatch({
      t: 'INTERACTION_CREATE',
      d: {
        id,
        token,
        type,
        data,
        application_id: discord.botId,
        channel_id: channel,
        channel: { id: channel, type: channelType },
        context,
        version: 1,
        locale: 'en-US',
        app_permissions: '0',
        entitlements: [],
        authorizing_integration_owners: {},
        ...(context === 0
          ? { guild_id: discord.guildId, member: { user: who, permissions: String(rights), roles: [], flags: 0 } }
          : { user: who }),
        ...more,
      },
    })
    return id
  }

  const isCallback = (id: string) => (request: Answered) => request.path.startsWith(`/interactions/${id}/`)

  /** What an interaction was answered with in the end. */
  async function see(id: string): Promise<Seen> {
    const callback = await rest.wait(isCallback(id), 'an answer to an interaction')
    const { type, data } = asPart(callback.body)
    if (type !== 5 && type !== 6) return seen(asPart(data), Number(type), callback.files, await messageOf(id))
    const late = await rest.wait(
      ({ path, method }) => path.includes(`/token-${id}`) && path.startsWith('/webhooks/') && method !== 'DELETE',
      'a deferred answer',
    )
    const isEdit = late.method === 'PATCH'
    const flags = Number(asPart(late.body).flags) | (isEdit ? Number(asPart(data).flags ?? 0) : 0)
    return seen({ ...asPart(late.body), flags }, Number(type), late.files, String(asPart(late.reply).id))
  }

  async function messageOf(id: string): Promise<string> {
    const row = await twin.prisma.interactionResponse.findUnique({ where: { interactionId: id } })
    const messageId = row?.messageId ?? ''
    discord.noteAnswer(messageId, user)
    return messageId
  }

  const slash = (name: string, values: Values = {}, subcommand?: string) => {
    const options = optionsOf(values)
    const nested = subcommand === undefined ? options : [{ name: subcommand, type: 1, options }]
    return { id: generateSnowflake(), name, type: 1, options: nested }
  }

  return {
    interact,
    see,
    /** Types a command and sees its answer. */
    command: async (name: string, values: Values = {}, subcommand?: string) =>
      see(await interact(2, slash(name, values, subcommand))),
    /** Types into an option, and sees what can be chosen. */
    async type(name: string, values: Values, focused: string, subcommand?: string) {
      const options = optionsOf(values).map((option) =>
        option.name === focused ? { ...option, focused: true } : option,
      )
      const nested = subcommand === undefined ? options : [{ name: subcommand, type: 1, options }]
      const id = await interact(4, { id: '1', name, type: 1, options: nested })
      const { body } = await rest.wait(isCallback(id), 'choices')
      return list(asPart(asPart(body).data).choices).map((choice) => String(asPart(choice).name))
    },
    /** Chooses an entry of a message's menu. */
    menu: async (name: string, content: string) => {
      const message = { id: '5', channel_id: channel, content, author: { id: '6', username: 'x' } }
      const data = { id: '1', name, type: 3, target_id: '5', resolved: { messages: { '5': message } } }
      return see(await interact(2, data))
    },
    /** Presses the button of this label; the answer may be a form. */
    async press(shown: Seen, label: string) {
      const button = partsIn(shown.body.components).find((part) => part.label === label)
      if (button === undefined) throw new Error(`there is no button ${label}: ${shown.labels.join(', ')}`)
      const { components } = shown.body
      const message = { ...messageShape, id: shown.messageId, channel_id: channel, components, flags: shown.body.flags }
      const next = await see(await interact(3, { custom_id: button.custom_id, component_type: 2 }, { message }))
      // What changes in place is for whom it was before.
      const isInPlace = next.first === 6 || next.first === 7
      const flags = Number(next.body.flags) | (isInPlace ? Number(shown.body.flags) : 0)
      const body: Seen['body'] = { ...next.body, flags }
      return { ...next, body, isPrivate: (flags & 64) !== 0 }
    },
    fill: async (customId: string, field: string, value: string) => {
      const label = { type: 18, id: 1, component: { type: 4, id: 2, custom_id: field, value } }
      return see(await interact(5, { custom_id: customId, components: [label] }))
    },
    /** Writes a message; returns its id. */
    async write(content: string, replyTo?: string): Promise<string> {
      const reference = replyTo === undefined ? {} : { messageReference: { message_id: replyTo, channel_id: channel } }
      return (await twin.simulateUserMessage({ channelId: channel, userId: user, content, ...reference })).id
    },
    /** The bot's reply to a message. */
    async replyTo(messageId: string): Promise<Seen> {
      const isReply = ({ path, body, status }: Answered) =>
        path === `/channels/${channel}/messages` &&
        status === 200 &&
        asPart(asPart(body).message_reference).message_id === messageId
      const { body, reply, files } = await rest.wait(isReply, 'a reply')
      return seen(asPart(body), undefined, files, String(asPart(reply).id))
    },
  }
}

const messageShape = {
  author: { id: '1', username: 'TestBot', bot: true },
  content: '',
  timestamp: '2031-04-14T12:00:00Z',
  edited_timestamp: null,
  tts: false,
  mention_everyone: false,
  mentions: [],
  mention_roles: [],
  attachments: [],
  embeds: [],
  pinned: false,
  type: 0,
}

const optionsOf = (values: Values) =>
  Object.entries(values).map(([name, value]) => ({ name, type: typeof value === 'boolean' ? 5 : 3, value }))

function seen(
  body: Record<string, unknown>,
  first: number | undefined,
  files: readonly string[],
  messageId: string,
): Seen {
  const parts = partsIn(body.components)
  return {
    messageId,
    text: parts.flatMap(({ type, content }) => (type === 10 ? [String(content)] : [])).join('\n'),
    labels: parts.flatMap(({ type, label }) => (type === 2 ? [String(label)] : [])),
    isPrivate: (Number(body.flags) & 64) !== 0,
    first,
    body,
    files,
  }
}
