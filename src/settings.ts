// What the operator sets, read once from the environment and frozen. Nothing else reads process.env.

import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { SettingsError } from './core/errors.ts'

const inPackage = (name: string) => fileURLToPath(new URL(`../${name}`, import.meta.url))
const levels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const
/** What must not stand in a path, though an environment variable can hold it. */
const path = z.string().regex(/^\P{Cc}+$/u, 'must be the path of a folder')

const environmentSchema = z.object({
  SITREP_BRIEFINGS: path.default(() => inPackage('briefings')),
  SITREP_CONFIG: path.default(() => inPackage('config')),
  LOG_LEVEL: z.enum(levels, `must be one of ${levels.join(', ')}`).default('info'),
  NO_COLOR: z.string().optional(),
})

export type Settings = {
  /** The folder that holds the briefings. */
  readonly briefings: string
  /** The folder that holds lexicon.yaml. */
  readonly config: string
  readonly logLevel: (typeof levels)[number]
  /** False where the reader asked for plain text (https://no-color.org). */
  readonly hasColour: boolean
}

/** Reads the settings; an empty variable counts as not set. */
export function readSettings(environment: NodeJS.ProcessEnv = process.env): Settings {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const { success, data, error } = environmentSchema.safeParse(set)
  if (!success)
    throw new SettingsError(
      error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}; set it otherwise or unset it`).join('\n'),
    )
  return Object.freeze({
    briefings: data.SITREP_BRIEFINGS,
    config: data.SITREP_CONFIG,
    logLevel: data.LOG_LEVEL,
    hasColour: data.NO_COLOR === undefined,
  })
}
