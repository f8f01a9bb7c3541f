// Stops several parts at once, and waits for what they still do, but not for ever.

import { setTimeout } from 'node:timers/promises'
import type { Log } from '../core/ports.ts'

export type Stoppable = { readonly stop: () => Promise<void> }

/** False where something had not finished within the grace time. */
export async function stopWithin(graceMs: number, parts: readonly Stoppable[], log: Log): Promise<boolean> {
  const waiting = new AbortController()
  const ends = parts.map((part) =>
    part.stop().catch((error: unknown) => log.error('a part did not stop well', { error })),
  )
  const tooLong = setTimeout(graceMs, false, { signal: waiting.signal }).catch(() => false)
  const isDone = await Promise.race([Promise.all(ends).then(() => true), tooLong])
  waiting.abort()
  return isDone
}
