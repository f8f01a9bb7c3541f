// Claims in memory, for tests of what uses them.

import type { Claims, Clock } from '../../src/core/ports.ts'

export function memoryClaims(clock: Clock): Claims {
  const lapses = new Map<string, number>()
  return {
    claim: async (key, forMs) => {
      const nowMs = clock.now().getTime()
      if ((lapses.get(key) ?? nowMs) > nowMs) return false
      lapses.set(key, nowMs + forMs)
      return true
    },
  }
}
