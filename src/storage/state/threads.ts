// Earlier questions of each conversation: the last eight, for a day.

import type { Keyv } from 'keyv'
import type { Threads } from '../../core/ports.ts'

/** What the engine makes use of, with room to spare. */
const KEPT_QUESTIONS = 8
const DAY_MS = 24 * 60 * 60 * 1000

export function openThreads(values: Keyv): Threads {
  // Keyv can only read and then write: of two questions that come at once in a thread one would be forgotten.
  const lastAdds = new Map<string, Promise<void>>()
  const read = async (thread: string) => (await values.get<readonly string[]>(thread)) ?? []
  const append = async (thread: string, question: string) => {
    await values.set(thread, [...(await read(thread)), question].slice(-KEPT_QUESTIONS), DAY_MS)
  }
  return {
    read,
    add: async (thread, question) => {
      const before = lastAdds.get(thread) ?? Promise.resolve()
      // Whether the one before succeeded is told to whoever asked for it.
      const add = before.catch(() => {}).then(() => append(thread, question))
      lastAdds.set(thread, add)
      try {
        await add
      } finally {
        if (lastAdds.get(thread) === add) lastAdds.delete(thread)
      }
    },
  }
}
