// Secrets in memory, for tests of what uses them. They are kept as JSON, as a real vault keeps them.

import type { Vault } from '../../src/core/ports.ts'

export function memoryVault(): Vault {
  const kept = new Map<string, string>()
  return {
    put: async (name, secret) => void kept.set(name, JSON.stringify(secret)),
    find: async (name) => {
      const found = kept.get(name)
      return found === undefined ? undefined : (JSON.parse(found) as unknown)
    },
    remove: async (name) => void kept.delete(name),
  }
}
