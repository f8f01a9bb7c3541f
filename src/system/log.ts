// The structured log: a line of JSON for each event, on standard output unless told otherwise. No secret and, unless it is
// switched on, no question gets through: lines are cleaned as they are written, wherever in them a secret may stand.

import { pino, stdSerializers, stdTimeFunctions } from 'pino'
import { BriefingError, PlatformError, SettingsError } from '../core/errors.ts'
import type { Log, LogFields } from '../core/ports.ts'

export type LogOptions = {
  readonly level: string
  /** Cleans a line of secrets. */
  readonly redact: (line: string) => string
  readonly logsQuestions: boolean
  readonly output: { readonly write: (line: string) => unknown }
}

export function openLog({ level, redact, logsQuestions, output }: LogOptions): Log {
  const lines = pino(
    {
      level,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { error: tellError },
    },
    { write: (line: string) => void output.write(redact(line)) },
  )
  const shown = ({ question, ...fields }: LogFields) => (logsQuestions ? { question, ...fields } : fields)
  return {
    debug: (event, fields = {}) => lines.debug(shown(fields), event),
    info: (event, fields = {}) => lines.info(shown(fields), event),
    warn: (event, fields = {}) => lines.warn(shown(fields), event),
    error: (event, fields = {}) => lines.error(shown(fields), event),
  }
}

/** Where our own errors arose tells the operator nothing: their message says what to do. Others are faults, and told whole. */
function tellError(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) }
  const isOurs = error instanceof SettingsError || error instanceof BriefingError || error instanceof PlatformError
  if (!isOurs) return stdSerializers.errWithCause(error)
  const { name, message, cause } = error
  return { type: name, message, ...(cause instanceof Error ? { cause: cause.message } : {}) }
}
