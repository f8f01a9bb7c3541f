// From an interaction to what the reader wants and where the answer belongs. Pure; the gateway's own shapes are read here
// and in readMessage.ts, and nowhere else.

import {
  type APIInteraction,
  type APIMessageComponentInteraction,
  type APIModalSubmitInteraction,
  ApplicationCommandType,
  ComponentType,
  InteractionContextType,
  InteractionType,
  MessageFlags,
  PermissionFlagsBits,
} from 'discord.js'
import { readButton } from '../../core/desk/button.ts'
import type { OpenRequest, Request, Visit } from '../../core/desk/request.ts'
import { turnLabels } from './buttonsOfCard.ts'
import { checkCommandName } from './commands.ts'
import { readCommand, readOptions } from './readCommand.ts'
import { reportField } from './reportModal.ts'
import type { Showing } from './showing.ts'
import { isThreadType, threadOf } from './threads.ts'

/** Where the answer goes: to all, to the reader alone, or in place of the message whose button was pressed. */
export type Place = 'public' | 'private' | 'update'

export type Asking = {
  readonly kind: 'request'
  readonly visit: Visit
  readonly request: Request
  readonly place: Place
  readonly view: Showing['view']
  readonly page: number
  /** True where there is nobody else to share an answer with. */
  readonly isDirect: boolean
}

export type Reading =
  | Asking
  | {
      readonly kind: 'complete'
      readonly option: string
      readonly typed: string
      readonly briefing: string | undefined
    }
  /** Wants to report a problem with the answer of this handle. */
  | { readonly kind: 'report'; readonly handle: string }
  /** Nothing that is offered now; perhaps it once was. */
  | { readonly kind: 'unknown' }

const unknown: Reading = { kind: 'unknown' }

export function readInteraction(interaction: APIInteraction): Reading {
  switch (interaction.type) {
    case InteractionType.ApplicationCommandAutocomplete: {
      const { focused, text } = readOptions(interaction.data.options)
      return { kind: 'complete', option: focused?.name ?? '', typed: focused?.typed ?? '', briefing: text('briefing') }
    }
    case InteractionType.ApplicationCommand: {
      const { data } = interaction
      if (data.type === ApplicationCommandType.ChatInput) {
        const options = readOptions(data.options)
        const request = readCommand(data.name, options)
        if (request === undefined) return unknown
        return ask(interaction, request, options.isSet('private') || isPersonal(request) ? 'private' : 'public')
      }
      if (data.type !== ApplicationCommandType.Message || data.name !== checkCommandName) return unknown
      const text = data.resolved.messages[data.target_id]?.content ?? ''
      return ask(interaction, { kind: 'check', text }, 'private')
    }
    case InteractionType.MessageComponent:
      return readPress(interaction)
    case InteractionType.ModalSubmit: {
      const button = readButton(interaction.data.custom_id)
      if (button?.action !== 'report') return unknown
      return ask(interaction, { kind: 'report', handle: button.handle, text: reportIn(interaction) }, 'private')
    }
    default:
      return unknown
  }
}

/** What concerns the asker alone, so that waiting for it is not shown to others either. */
function isPersonal({ kind }: OpenRequest): boolean {
  return kind === 'help' || kind === 'catch-up' || kind === 'digest'
}

function ask(
  interaction: APIInteraction,
  request: Request,
  place: Place,
  showing?: Pick<Asking, 'view' | 'page'>,
): Asking {
  const isDirect = interaction.context === InteractionContextType.BotDM
  return { kind: 'request', visit: visitOf(interaction), request, place, view: 'answer', page: 0, isDirect, ...showing }
}

function readPress(interaction: APIMessageComponentInteraction): Reading {
  const button = readButton(interaction.data.custom_id)
  if (button === undefined) return unknown
  const { action, handle, page } = button
  if (action === 'report') return { kind: 'report', handle }
  const isAlone = ((interaction.message.flags ?? 0) & MessageFlags.Ephemeral) !== 0
  const press = { kind: 'press', handle, action } as const
  if (typeof action !== 'string') return ask(interaction, press, isAlone ? 'private' : 'public')
  if (action === 'share') return ask(interaction, press, 'public')
  const canUpdate = isAlone || interaction.context === InteractionContextType.BotDM
  return ask(interaction, press, canUpdate && turnsPage(interaction) ? 'update' : 'private', { view: action, page })
}

/** Whether the pressed button is one of those that turn pages: "Sources" and the first page of them ask for the same. */
function turnsPage({ message, data }: APIMessageComponentInteraction): boolean {
  return (message.components ?? []).some(
    (row) =>
      row.type === ComponentType.ActionRow &&
      row.components.some(
        (one) =>
          'custom_id' in one &&
          one.custom_id === data.custom_id &&
          'label' in one &&
          turnLabels.some((label) => label === one.label),
      ),
  )
}

function reportIn({ data }: APIModalSubmitInteraction): string {
  // A field comes under its label, from older clients in a row.
  const fields = data.components.flatMap((one) => {
    if (one.type === ComponentType.Label) return [one.component]
    return one.type === ComponentType.ActionRow ? one.components : []
  })
  for (const field of fields) if (field.custom_id === reportField && 'value' in field) return String(field.value ?? '')
  return ''
}

function visitOf(interaction: APIInteraction): Visit {
  const channel = interaction.channel?.id ?? interaction.channel_id ?? ''
  const user = interaction.member?.user.id ?? interaction.user?.id ?? ''
  const isDirect = interaction.context === InteractionContextType.BotDM
  const rights = BigInt(interaction.member?.permissions ?? 0)
  return {
    platform: 'discord',
    tenant: interaction.guild_id ?? 'direct',
    channel,
    user,
    thread: threadOf(channel, isDirect || isThreadType(interaction.channel?.type) ? undefined : user),
    mayManage: isDirect || (rights & PermissionFlagsBits.ManageGuild) !== 0n,
  }
}
