// What was asked, by handle, in memory, for tests of what uses it.

import type { Asked } from '../../src/core/desk/request.ts'
import type { Clock, Handles } from '../../src/core/ports.ts'

const MONTH_MS = 30 * 24 * 60 * 60 * 1000

export function memoryHandles(clock: Clock): Handles {
  const kept = new Map<string, { asked: Asked; untilMs: number }>()
  const nowMs = () => clock.now().getTime()
  return {
    keep: async (handle, asked) => {
      kept.set(handle, { asked, untilMs: nowMs() + MONTH_MS })
    },
    find: async (handle) => {
      const found = kept.get(handle)
      return found === undefined || found.untilMs <= nowMs() ? undefined : found.asked
    },
  }
}
