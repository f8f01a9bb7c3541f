// How each command reads its words and options: an entry a command.

import { type FileKind, fileSchemas, type Verb } from '../../core/briefing/schema.ts'
import {
  type CommandLine,
  digestForms,
  type Option,
  type OptionValues,
  renderPlatforms,
  type Scope,
  wrongUsage as wrong,
} from './command.ts'

export type CommandReader = {
  /** The options that the command knows; any other is wrong usage. */
  readonly takes: (values: OptionValues) => readonly Option[]
  readonly read: (words: readonly string[], values: OptionValues) => CommandLine
}

const scopeOptions: readonly Option[] = ['as-of', 'briefing', 'briefings']
const scopeOf = ({ briefing, briefings, 'as-of': asOf }: OptionValues): Scope => ({ briefing, briefings, asOf })

/** `sitrep ask` and the verbs. */
export function readAsk(verb: Verb | null): CommandReader {
  return {
    takes: () => [...scopeOptions, 'json', 'explain'],
    read: (words, values) =>
      words.length === 0
        ? wrong(`\`sitrep ${verb ?? 'ask'}\` needs a question`)
        : {
            name: 'ask',
            verb,
            text: words.join(' '),
            isJson: values.json ?? false,
            isExplained: values.explain ?? false,
            ...scopeOf(values),
          },
  }
}

const askLines: CommandReader = {
  takes: () => ['jsonl', 'briefing', 'briefings'],
  read: (words, values) =>
    words.length > 0
      ? wrong('`sitrep ask --jsonl` reads its questions from standard input, and takes none in the command')
      : { name: 'ask lines', ...scopeOf(values), asOf: undefined },
}

/** What stands in the state, to be looked at: no words, and JSON where asked. */
function readLook(name: 'gaps' | 'deliveries'): CommandReader {
  return {
    takes: () => ['json'],
    read: (words, { json }) =>
      words.length > 0 ? wrong(`\`sitrep ${name}\` takes no words`) : { name, isJson: json ?? false },
  }
}

/** By the command's word. */
export const readers: Readonly<Record<string, CommandReader>> = {
  ask: {
    takes: (values) => (values.jsonl ? askLines : readAsk(null)).takes(values),
    read: (words, values) => (values.jsonl ? askLines : readAsk(null)).read(words, values),
  },
  chat: {
    takes: () => scopeOptions,
    read: (words, values) =>
      words.length > 0
        ? wrong(`\`sitrep chat\` takes no "${words.join(' ')}"; type it once the chat has begun`)
        : { name: 'chat', ...scopeOf(values) },
  },
  check: {
    takes: () => ['sources'],
    read: (words, { sources }) =>
      words.length > 1 ? wrong('`sitrep check` takes one folder') : { name: 'check', folder: words[0], sources },
  },
  deliveries: readLook('deliveries'),
  digest: {
    takes: () => ['briefings', 'json', 'platform', 'since', 'until'],
    read: ([slug, ...more], { since, until, platform = 'text', json: isJson = false, briefings }) => {
      const form = digestForms.find((one) => one === platform)
      if (slug === undefined || more.length > 0) return wrong('`sitrep digest` needs one briefing: its slug')
      if (since === undefined) return wrong('`sitrep digest` needs --since DATE, and takes --until DATE')
      if (form === undefined) return wrong(`\`sitrep digest\` takes --platform ${digestForms.join(' or ')}`)
      if (isJson && form !== 'text') return wrong('`sitrep digest --platform` prints JSON already, and takes no --json')
      return { name: 'digest', slug, since, until, platform: form, isJson, briefings }
    },
  },
  gaps: readLook('gaps'),
  manifest: {
    takes: () => ['commands', 'prefix', 'socket', 'url'],
    read: ([platform, ...more], { commands, prefix, socket = false, url }) => {
      if (platform !== 'slack' || more.length > 0) return wrong('`sitrep manifest` takes slack')
      if (socket && url !== undefined) return wrong('`sitrep manifest slack` takes --socket or --url URL, not both')
      return { name: 'manifest', prefix, commands, url }
    },
  },
  new: {
    takes: () => ['briefings'],
    read: ([slug, ...more], { briefings }) =>
      slug === undefined || more.length > 0
        ? wrong('`sitrep new` needs one slug: lower-case letters, digits and hyphens')
        : { name: 'new', slug, briefings },
  },
  render: {
    takes: () => [...scopeOptions, 'platform'],
    read: (words, values) => {
      const platform = renderPlatforms.find((one) => one === values.platform)
      if (platform === undefined) return wrong(`\`sitrep render\` needs --platform ${renderPlatforms.join(' or ')}`)
      if (words.length === 0) return wrong('`sitrep render` needs a question')
      return { name: 'render', platform, text: words.join(' '), ...scopeOf(values) }
    },
  },
  schema: {
    takes: () => [],
    read: (words) => {
      const files = Object.keys(fileSchemas) as FileKind[]
      const file = files.find((one) => one === words[0])
      if (words.length > 1 || (words.length === 1 && file === undefined))
        return wrong(`\`sitrep schema\` takes one of ${files.join(', ')}`)
      return { name: 'schema', file }
    },
  },
  serve: {
    takes: () => [],
    read: (words) => (words.length > 0 ? wrong('`sitrep serve` takes no words; see .env.example') : { name: 'serve' }),
  },
  state: {
    takes: () => ['replace'],
    read: ([what, file, ...more], { replace: isReplacing = false }) => {
      if (what === 'export' && more.length === 0 && !isReplacing) return { name: 'state export', file }
      if (what === 'import' && more.length === 0 && file !== undefined)
        return { name: 'state import', file, isReplacing }
      return wrong('`sitrep state` takes export [FILE], or import FILE [--replace], where - is standard input')
    },
  },
}
