// What a command line can ask for, as data.

import type { FileKind, Verb } from '../../core/briefing/schema.ts'

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

export const renderPlatforms = ['discord', 'slack'] as const
export type RenderCommand = Scope & {
  readonly name: 'render'
  readonly platform: (typeof renderPlatforms)[number]
  readonly text: string
}

export const digestForms = ['text', 'discord', 'slack'] as const
export type DigestCommand = {
  readonly name: 'digest'
  readonly slug: string
  readonly since: string
  /** Undefined for the day of the newest source. */
  readonly until: string | undefined
  readonly platform: (typeof digestForms)[number]
  readonly isJson: boolean
  readonly briefings: string | undefined
}

export type GapsCommand = { readonly name: 'gaps'; readonly isJson: boolean }
export type DeliveriesCommand = { readonly name: 'deliveries'; readonly isJson: boolean }
/** Without a file, to standard output. */
export type StateExportCommand = { readonly name: 'state export'; readonly file: string | undefined }
/** The file "-" is standard input. */
export type StateImportCommand = {
  readonly name: 'state import'
  readonly file: string
  readonly isReplacing: boolean
}

export type ManifestCommand = {
  readonly name: 'manifest'
  readonly prefix: string | undefined
  /** As typed: `whois=who,when`; undefined for those of config/sitrep.yaml. */
  readonly commands: string | undefined
  /** Undefined for Socket Mode. */
  readonly url: string | undefined
}

export type CommandLine =
  | AskCommand
  | (Scope & { readonly name: 'ask lines' })
  | (Scope & { readonly name: 'chat' })
  | RenderCommand
  | CheckCommand
  | NewCommand
  | { readonly name: 'schema'; readonly file: FileKind | undefined }
  | DigestCommand
  | GapsCommand
  | DeliveriesCommand
  | StateExportCommand
  | StateImportCommand
  | ManifestCommand
  | { readonly name: 'serve' }
  | { readonly name: 'help' }
  | { readonly name: 'version' }
  | { readonly name: 'wrong usage'; readonly message: string }

/** Every option of any command, for `parseArgs`. */
export const options = {
  'as-of': { type: 'string' },
  briefing: { type: 'string' },
  briefings: { type: 'string' },
  commands: { type: 'string' },
  explain: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  json: { type: 'boolean' },
  jsonl: { type: 'boolean' },
  platform: { type: 'string' },
  prefix: { type: 'string' },
  replace: { type: 'boolean' },
  since: { type: 'string' },
  socket: { type: 'boolean' },
  sources: { type: 'string' },
  until: { type: 'string' },
  url: { type: 'string' },
  version: { type: 'boolean', short: 'v' },
} as const
export type Option = keyof typeof options

/** The options that were given; one that was not is undefined. */
export type OptionValues = {
  readonly [K in Option]?: ((typeof options)[K]['type'] extends 'boolean' ? boolean : string) | undefined
}

export function wrongUsage(message: string): CommandLine {
  return { name: 'wrong usage', message }
}
