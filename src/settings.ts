// What the operator sets, read once from the environment and frozen. Nothing else reads process.env.

import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { type Connections, connectionNames, readConnections } from './connections.ts'
import { SettingsError } from './core/errors.ts'

const inPackage = (name: string) => fileURLToPath(new URL(`../${name}`, import.meta.url))
const levels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const
const MAX_PORT = 65_535

/** What must not stand in a path, though an environment variable can hold it. */
const pathOf = (what: string) => z.string().regex(/^\P{Cc}+$/u, `must be ${what}`)
const secret = z.string().min(16, 'must be at least 16 characters; make one with: openssl rand -hex 32')

const environmentSchema = z.object({
  SITREP_BRIEFINGS: pathOf('the path of a folder').default(() => inPackage('briefings')),
  SITREP_CONFIG: pathOf('the path of a folder').default(() => inPackage('config')),
  SITREP_STATE: pathOf('the path of a file, or postgres://…').default('state/sitrep.sqlite'),
  SITREP_KEY: secret.optional(),
  SITREP_OPERATOR_TOKEN: secret.optional(),
  SITREP_LOG_QUESTIONS: z.stringbool({ error: 'must be yes or no' }).default(false),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'must be an address of this machine, such as 127.0.0.1 or 0.0.0.0')
    .default('127.0.0.1'),
  PORT: z
    .string()
    .refine((text) => /^\d{1,5}$/.test(text) && Number(text) <= MAX_PORT, `must be a port, 0 to ${MAX_PORT}`)
    .transform(Number)
    .default(3000),
  LOG_LEVEL: z.enum(levels, `must be one of ${levels.join(', ')}`).default('info'),
  NO_COLOR: z.string().optional(),
})

export type Settings = {
  /** The folder that holds the briefings. */
  readonly briefings: string
  /** The folder that holds lexicon.yaml and sitrep.yaml. */
  readonly config: string
  /** Where state lives: the path of an SQLite file, or postgres://… */
  readonly state: string
  /** The secret under which Slack installations are kept. */
  readonly stateKey: string | undefined
  /** What a curator shows to see what is not for everyone. */
  readonly operatorToken: string | undefined
  readonly logsQuestions: boolean
  readonly host: string
  /** 0 for any that is free. */
  readonly port: number
  readonly logLevel: (typeof levels)[number]
  /** False where the reader asked for plain text (https://no-color.org). */
  readonly hasColour: boolean
}

/** Reads the settings that every command may need; an empty variable counts as not set. */
export function readSettings(environment: NodeJS.ProcessEnv = process.env): Settings {
  const { success, data, error } = environmentSchema.safeParse(withoutEmpty(environment))
  if (!success)
    throw new SettingsError(
      error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}; set it otherwise or unset it`).join('\n'),
    )
  return Object.freeze({
    briefings: data.SITREP_BRIEFINGS,
    config: data.SITREP_CONFIG,
    state: data.SITREP_STATE,
    stateKey: data.SITREP_KEY,
    operatorToken: data.SITREP_OPERATOR_TOKEN,
    logsQuestions: data.SITREP_LOG_QUESTIONS,
    host: data.HOST,
    port: data.PORT,
    logLevel: data.LOG_LEVEL,
    hasColour: data.NO_COLOR === undefined,
  })
}

/** Reads to which platforms the bot connects. Only the bot needs them: a question in the terminal is answered whatever they are. */
export function readPlatformSettings(environment: NodeJS.ProcessEnv = process.env): Connections {
  return Object.freeze(readConnections(withoutEmpty(environment)))
}

/** Every variable that is read. */
export const settingNames: readonly string[] = [...Object.keys(environmentSchema.shape), ...connectionNames]

/** The values that must never be seen in a log. */
export function readSecrets(environment: NodeJS.ProcessEnv = process.env): string[] {
  const set = withoutEmpty(environment)
  return settingNames.filter((name) => /TOKEN|SECRET|KEY/.test(name)).flatMap((name) => set[name] ?? [])
}

function withoutEmpty(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
}
