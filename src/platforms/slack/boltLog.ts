// Slack's SDK tells its log what it sends and receives, word for word. Only its warnings and errors get through, and never
// the texts that it was sent.

import { type Logger, LogLevel } from '@slack/bolt'
import type { Log } from '../../core/ports.ts'

/** What a line of the SDK's may measure: its errors are short, payloads are not. */
const MAX_CHARS = 300

export function boltLog(log: Log): Logger {
  const line = (parts: readonly unknown[]) => parts.map(String).join(' ').slice(0, MAX_CHARS)
  return {
    debug: () => {},
    info: () => {},
    warn: (...parts: unknown[]) => log.debug("Slack's SDK warns", { platform: 'slack', detail: line(parts) }),
    error: (...parts: unknown[]) =>
      log.warn("Slack's SDK reports an error", { platform: 'slack', detail: line(parts) }),
    setLevel: () => {},
    getLevel: () => LogLevel.WARN,
    setName: () => {},
  }
}
