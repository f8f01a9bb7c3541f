// Subscriptions in memory, for tests of what uses them.

import type { Subscription, Subscriptions } from '../../src/core/digests/subscriptions.ts'

export function memorySubscriptions(): Subscriptions {
  const kept = new Map<string, Subscription>()
  return {
    add: async (subscription) => {
      if (kept.has(subscription.id)) return false
      kept.set(subscription.id, subscription)
      return true
    },
    change: async (id, change) => {
      const before = kept.get(id)
      if (before === undefined) return false
      kept.set(id, { ...before, ...change })
      return true
    },
    remove: async (id) => kept.delete(id),
    list: async ({ id, place, origin, dueByMs, limit }) =>
      [...kept.values()]
        .filter((one) => id === undefined || one.id === id)
        .filter((one) => origin === undefined || one.origin === origin)
        .filter(
          (one) =>
            place === undefined ||
            (one.place.platform === place.platform &&
              one.place.tenant === place.tenant &&
              one.place.channel === place.channel),
        )
        .filter((one) => dueByMs === undefined || (one.status === 'active' && one.dueMs <= dueByMs))
        .sort((a, b) => a.dueMs - b.dueMs || (a.id < b.id ? -1 : 1))
        .slice(0, limit),
  }
}
