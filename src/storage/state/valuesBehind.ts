// Values with a lifetime in a Keyv, written behind whoever puts them.

import type { Keyv } from 'keyv'
import type { Clock } from '../../core/ports.ts'
import { openWriteBehind, type Pace } from './writeBehind.ts'

export type ValuesBehind<T> = {
  readonly find: (key: string) => Promise<T | undefined>
  readonly put: (key: string, value: T) => Promise<void>
  /** Writes everything that waits. */
  readonly flush: () => Promise<void>
}

export type Keeping<T> = {
  /** From when a value was put last. */
  readonly lifeMs: number
  /** Makes one value of what is there and what is put; where it is left out, what is put takes its place. */
  readonly join?: (older: T, newer: T) => T
  readonly clock: Clock
  readonly pace: Pace
}

export function openValuesBehind<T>(values: Keyv, { lifeMs, join, clock, pace }: Keeping<T>): ValuesBehind<T> {
  type Put = { readonly value: T; readonly untilMs: number }
  const { put, settle, flush } = openWriteBehind<Put>(
    async (all) => {
      const keys = [...all.keys()]
      const before = join === undefined ? [] : await values.getMany<T>(keys)
      const nowMs = clock.now().getTime()
      const entries = [...all].map(([key, { value, untilMs }], i) => {
        const older = before[i]
        const whole = older === undefined || join === undefined ? value : join(older, value)
        return { key, value: whole, ttl: untilMs - nowMs }
      })
      // Without a time left, a value would last for ever.
      await values.setMany(entries.filter(({ ttl }) => ttl > 0))
    },
    (older, newer) => (join === undefined ? newer : { ...newer, value: join(older.value, newer.value) }),
    pace,
  )
  return {
    find: async (key) => {
      await settle(key)
      return values.get<T>(key)
    },
    put: (key, value) => put(key, { value, untilMs: clock.now().getTime() + lifeMs }),
    flush,
  }
}
