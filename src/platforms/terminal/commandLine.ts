// From the words of a command line to what is to be done. Pure: it opens nothing and prints nothing.

import { parseArgs } from 'node:util'
import { type FileKind, fileSchemas, type Verb, verbs } from '../../core/briefing/schema.ts'

/** Where the question goes, and as of when, as it was typed. */
export type Scope = {
  readonly briefing: string | undefined
  readonly briefings: string | undefined
  readonly asOf: string | undefined
}

export type AskCommand = Scope & {
  readonly name: 'ask'
  readonly verb: Verb | null
  readonly text: string
  readonly isJson: boolean
  readonly isExplained: boolean
}

export type CheckCommand = {
  readonly name: 'check'
  readonly folder: string | undefined
  readonly sources: string | undefined
}
export type NewCommand = { readonly name: 'new'; readonly slug: string; readonly briefings: string | undefined }

export type CommandLine =
  | AskCommand
  | (Scope & { readonly name: 'ask lines' })
  | (Scope & { readonly name: 'chat' })
  | CheckCommand
  | NewCommand
  | { readonly name: 'schema'; readonly file: FileKind | undefined }
  | { readonly name: 'help' }
  | { readonly name: 'version' }
  | { readonly name: 'wrong usage'; readonly message: string }

const options = {
  'as-of': { type: 'string' },
  briefing: { type: 'string' },
  briefings: { type: 'string' },
  explain: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  json: { type: 'boolean' },
  jsonl: { type: 'boolean' },
  sources: { type: 'string' },
  version: { type: 'boolean', short: 'v' },
} as const
type Option = keyof typeof options

const scope: readonly Option[] = ['as-of', 'briefing', 'briefings']

/** Understands a command line, or says what is wrong with it. */
export function parseCommandLine(args: readonly string[]): CommandLine {
  try {
    return understand(parseArgs({ args: [...args], options, allowPositionals: true }))
  } catch (error) {
    return wrong(
      (error as Error).message.replace(
        /\. To specify a positional argument.*/s,
        ' (a word with a hyphen in front goes behind "--")',
      ),
    )
  }
}

type Parsed = ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true }>>

function understand({ values, positionals: [word, ...rest] }: Parsed): CommandLine {
  if (values.help || word === 'help') return { name: 'help' }
  if (values.version) return { name: 'version' }
  if (word === undefined) return wrong('a command is missing')
  const unusable = (usable: readonly Option[]) => {
    const option = Object.keys(values).find((one) => !usable.includes(one as Option))
    return option === undefined
      ? undefined
      : wrong(`\`sitrep ${word}\` does not take --${option}${values.jsonl ? ' with --jsonl' : ''}`)
  }
  const { briefing, briefings, 'as-of': asOf, sources } = values
  const verb = verbs.find((one) => one === word) ?? null
  const text = rest.join(' ')
  if (word === 'ask' && values.jsonl) {
    if (rest.length > 0)
      return wrong('`sitrep ask --jsonl` reads its questions from standard input, and takes none in the command')
    return unusable(['jsonl', 'briefing', 'briefings']) ?? { name: 'ask lines', briefing, briefings, asOf: undefined }
  }
  if (word === 'ask' || verb !== null) {
    if (rest.length === 0) return wrong(`\`sitrep ${word}\` needs a question`)
    return (
      unusable([...scope, 'json', 'explain']) ?? {
        name: 'ask',
        verb,
        text,
        isJson: values.json ?? false,
        isExplained: values.explain ?? false,
        briefing,
        briefings,
        asOf,
      }
    )
  }
  switch (word) {
    case 'chat':
      if (rest.length > 0) return wrong(`\`sitrep chat\` takes no "${text}"; type it once the chat has begun`)
      return unusable(scope) ?? { name: 'chat', briefing, briefings, asOf }
    case 'check':
      if (rest.length > 1) return wrong('`sitrep check` takes one folder')
      return unusable(['sources']) ?? { name: 'check', folder: rest[0], sources }
    case 'new':
      if (rest[0] === undefined || rest.length > 1)
        return wrong('`sitrep new` needs one slug: lower-case letters, digits and hyphens')
      return unusable(['briefings']) ?? { name: 'new', slug: rest[0], briefings }
    case 'schema':
      return unusable([]) ?? schemaCommand(rest)
    default:
      return wrong(`there is no command "${word}"`)
  }
}

function schemaCommand(rest: readonly string[]): CommandLine {
  const files = Object.keys(fileSchemas) as FileKind[]
  const file = files.find((one) => one === rest[0])
  if (rest.length > 1 || (rest.length === 1 && file === undefined))
    return wrong(`\`sitrep schema\` takes one of ${files.join(', ')}`)
  return { name: 'schema', file }
}

function wrong(message: string): CommandLine {
  return { name: 'wrong usage', message }
}
