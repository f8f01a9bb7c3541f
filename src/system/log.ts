// The structured log: a line of JSON for each event, on standard output unless told otherwise. No secret and, unless it is
// switched on, no question gets through: lines are cleaned as they are written, wherever in them a secret may stand.

import { pino, stdSerializers, stdTimeFunctions } from 'pino'
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
      serializers: { error: stdSerializers.errWithCause },
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
