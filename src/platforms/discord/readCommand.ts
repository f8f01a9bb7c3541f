// From a command as it was sent to what the reader wants. Options are read with care: Discord checks them, but a command
// of an older registration can still arrive.

import type { APIApplicationCommandInteractionDataOption } from 'discord.js'
import { verbs } from '../../core/briefing/schema.ts'
import { type DigestOrder, digestModes } from '../../core/desk/digestOrder.ts'
import type { OpenRequest, Scope } from '../../core/desk/request.ts'

type Option = APIApplicationCommandInteractionDataOption

/** The values of a command's options, and its subcommand. */
export type TypedOptions = {
  readonly subcommand: string | undefined
  readonly text: (name: string) => string | undefined
  readonly isSet: (name: string) => boolean
  /** The option that is being typed. */
  readonly focused: { readonly name: string; readonly typed: string } | undefined
}

export function readOptions(options: readonly Option[] = []): TypedOptions {
  const [first] = options
  const isNested = first !== undefined && 'options' in first
  const flat: readonly Option[] = isNested ? (first.options ?? []) : options
  const given = (name: string) => flat.flatMap((one) => ('value' in one && one.name === name ? [one.value] : []))[0]
  const focused = flat.find((one) => 'focused' in one && one.focused === true)
  return {
    subcommand: isNested || first?.type === 1 ? first?.name : undefined,
    text: (name) => {
      const value = given(name)
      return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
    },
    isSet: (name) => given(name) === true,
    focused:
      focused !== undefined && 'value' in focused ? { name: focused.name, typed: String(focused.value) } : undefined,
  }
}

/** Undefined for a command that is none of ours. */
export function readCommand(name: string, options: TypedOptions): OpenRequest | undefined {
  const scope: Scope = { briefing: options.text('briefing'), asOf: options.text('as-of') }
  const verb = verbs.find((one) => one === name)
  if (verb !== undefined || name === 'ask')
    return { kind: 'ask', text: options.text('text') ?? '', verb: verb ?? null, ...scope }
  if (name === 'brief') {
    const kind = wholes.find((one) => one === options.subcommand)
    return kind === undefined ? undefined : { kind, ...scope }
  }
  const order = name === 'digest' ? readOrder(options) : undefined
  return order === undefined ? undefined : { kind: 'digest', order }
}

const wholes = ['overview', 'sources', 'conflicts', 'catch-up', 'help'] as const

function readOrder(options: TypedOptions): DigestOrder | undefined {
  const { subcommand, text, isSet } = options
  const briefing = text('briefing')
  const mode = digestModes.find((one) => one === text('mode')) ?? 'changes'
  switch (subcommand) {
    case 'subscribe':
      return {
        kind: subcommand,
        briefing,
        schedule: text('schedule') ?? '',
        zone: text('zone'),
        mode,
        isQuiet: isSet('quiet'),
      }
    case 'preview':
      return { kind: subcommand, briefing, since: text('since'), until: text('until'), mode }
    case 'list':
      return { kind: subcommand }
    case 'pause':
    case 'resume':
    case 'remove':
      return { kind: subcommand, subscription: text('subscription') ?? '' }
    default:
      return undefined
  }
}
