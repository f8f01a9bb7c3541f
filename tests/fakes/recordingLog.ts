// A log that keeps its lines, so that a test can read what was told.

import type { Log, LogFields } from '../../src/core/ports.ts'

export type LoggedLine = { readonly level: keyof Log; readonly event: string; readonly fields: LogFields }

export function recordingLog(): Log & { readonly lines: readonly LoggedLine[] } {
  const lines: LoggedLine[] = []
  const at =
    (level: keyof Log) =>
    (event: string, fields: LogFields = {}) =>
      void lines.push({ level, event, fields })
  return { lines, debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
}
