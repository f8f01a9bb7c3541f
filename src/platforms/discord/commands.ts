// The commands that Discord offers, as they are registered. Names and limits after Discord's documentation, "Application
// Commands". They are not about any one briefing.

import { type Verb, verbs } from '../../core/briefing/schema.ts'
import { digestModes } from '../../core/desk/digestOrder.ts'
import type { OpenRequest } from '../../core/desk/request.ts'

const commandTypes = { slash: 1, message: 3 } as const
const optionTypes = { subcommand: 1, string: 3, boolean: 5 } as const

export type CommandOption = {
  readonly type: 1 | 3 | 5
  readonly name: string
  readonly description: string
  readonly required?: true
  readonly autocomplete?: true
  readonly max_length?: number
  readonly choices?: readonly { readonly name: string; readonly value: string }[]
  readonly options?: readonly CommandOption[]
}

export type Command = {
  readonly type: 1 | 3
  readonly name: string
  readonly description?: string
  readonly options?: readonly CommandOption[]
  readonly default_member_permissions?: number
  /** 0: installed in a server, 1: installed by a user. */
  readonly integration_types: readonly (0 | 1)[]
  /** 0: a server, 1: a direct message with the bot, 2: one with others. */
  readonly contexts: readonly (0 | 1 | 2)[]
}

/** The right to manage a server (1 << 5). Discord's schema takes a number here, and its answers give a decimal text. */
const MANAGE_GUILD = 32
const MAX_QUESTION = 500
const MAX_DATE = 60

const everywhere = { integration_types: [0, 1], contexts: [0, 1, 2] } as const

const text = (name: string, description: string, more: Partial<CommandOption> = {}): CommandOption => ({
  type: optionTypes.string,
  name,
  description,
  ...more,
})

const briefing = text('briefing', 'Which briefing to ask; without it the one that answers best', { autocomplete: true })
const asOf = text('as-of', 'What was known by a day, such as 2030-05-03', { max_length: MAX_DATE })
const alone: CommandOption = {
  type: optionTypes.boolean,
  name: 'private',
  description: 'Show the answer to you alone',
}

const askings: Readonly<Record<Verb | 'ask', readonly [command: string, text: string]>> = {
  who: ['Who somebody is, or who did something', 'A name, or the rest of the question'],
  what: ['What something is, or what happened', 'A name, a topic, or the rest of the question'],
  when: ['When something happened', 'What happened, in your words'],
  where: ['Where something happened, or where a place is', 'A place, or what happened'],
  why: ['Why something happened, and who says so', 'What happened, in your words'],
  howmany: ['Figures, each with its source', 'What to count, in your words'],
  timeline: ['What happened in which order', 'A name or a topic'],
  ask: ['Ask anything', 'Your question'],
}

const askCommands = [...verbs, 'ask' as const].map((name): Command => {
  const [description, asked] = askings[name]
  const question = text('text', asked, { required: true, autocomplete: true, max_length: MAX_QUESTION })
  return { type: commandTypes.slash, name, description, options: [question, asOf, alone, briefing], ...everywhere }
})

const parts: readonly (readonly [OpenRequest['kind'], string, readonly CommandOption[]])[] = [
  ['overview', 'What the briefing is about', [briefing, asOf, alone]],
  ['sources', 'The sources and what each contributed', [briefing, asOf, alone]],
  ['conflicts', 'Where sources disagree, and why', [briefing, asOf, alone]],
  ['catch-up', 'What changed since you last looked', [briefing]],
  ['help', 'What you can ask', []],
]

const subcommand = (name: string, description: string, options: readonly CommandOption[]): CommandOption => ({
  type: optionTypes.subcommand,
  name,
  description,
  ...(options.length > 0 ? { options } : {}),
})

const briefCommand: Command = {
  type: commandTypes.slash,
  name: 'brief',
  description: 'The briefing itself',
  options: parts.map(([name, description, options]) => subcommand(name, description, options)),
  ...everywhere,
}

const mode = text('mode', 'News since the last digest, or a past crisis day by day', {
  choices: digestModes.map((name) => ({ name, value: name })),
})
const subscription = text('subscription', 'Its name, as the list shows it', { required: true, max_length: 100 })

const digestCommand: Command = {
  type: commandTypes.slash,
  name: 'digest',
  description: 'Digests of what is new, posted in this channel',
  default_member_permissions: MANAGE_GUILD,
  options: [
    subcommand('subscribe', 'Post digests in this channel', [
      text('schedule', 'Such as "daily 09:00", or a cron expression', { required: true, max_length: 100 }),
      text('zone', 'The time zone, such as Europe/Paris; without it UTC', { autocomplete: true }),
      briefing,
      mode,
      {
        type: optionTypes.boolean,
        name: 'quiet',
        description: 'Post nothing where nothing is new',
      },
    ]),
    subcommand('preview', 'Show a digest to you alone', [
      briefing,
      text('since', 'From which day, such as 2030-05-03', { max_length: MAX_DATE }),
      text('until', 'Up to which day', { max_length: MAX_DATE }),
      mode,
    ]),
    subcommand('list', "This channel's subscriptions", []),
    subcommand('pause', 'Pause a subscription', [subscription]),
    subcommand('resume', 'Go on with a paused subscription', [subscription]),
    subcommand('remove', 'Remove a subscription', [subscription]),
  ],
  integration_types: [0],
  contexts: [0],
}

/** The entry in a message's menu. */
export const checkCommandName = 'Check against the briefing'

export const commands: readonly Command[] = [
  ...askCommands,
  briefCommand,
  digestCommand,
  { type: commandTypes.message, name: checkCommandName, ...everywhere },
]
