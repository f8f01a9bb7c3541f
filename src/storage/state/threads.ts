// Earlier questions of each conversation: the last eight, for a day.

import type { Keyv } from 'keyv'
import type { Clock, Threads } from '../../core/ports.ts'
import { openValuesBehind } from './valuesBehind.ts'
import type { Pace } from './writeBehind.ts'

/** What the engine makes use of, with room to spare. */
const KEPT_QUESTIONS = 8
const DAY_MS = 24 * 60 * 60 * 1000

export type KeptThreads = Threads & { readonly flush: () => Promise<void> }

export function openThreads(values: Keyv, clock: Clock, pace: Pace): KeptThreads {
  const { put, find, flush } = openValuesBehind<readonly string[]>(values, {
    lifeMs: DAY_MS,
    join: (older, newer) => [...older, ...newer].slice(-KEPT_QUESTIONS),
    clock,
    pace,
  })
  return {
    read: async (thread) => (await find(thread)) ?? [],
    add: (thread, question) => put(thread, [question]),
    flush,
  }
}
