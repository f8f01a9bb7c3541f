// Last looks in memory, for tests of what uses them.

import type { LastLooks } from '../../src/core/ports.ts'

export function memoryLastLooks(): LastLooks {
  const looks = new Map<string, number>()
  return {
    look: async (reader, briefing, atMs) => {
      const key = JSON.stringify([reader, briefing])
      const before = looks.get(key)
      looks.set(key, atMs)
      return before
    },
  }
}
