// Earlier questions in memory, for tests of what uses them.

import type { Clock, Threads } from '../../src/core/ports.ts'

const DAY_MS = 24 * 60 * 60 * 1000

export function memoryThreads(clock: Clock): Threads {
  const kept = new Map<string, { questions: readonly string[]; atMs: number }>()
  const nowMs = () => clock.now().getTime()
  const find = (thread: string) => {
    const found = kept.get(thread)
    return found === undefined || found.atMs + DAY_MS <= nowMs() ? [] : found.questions
  }
  return {
    read: async (thread) => find(thread),
    add: async (thread, question) => {
      kept.set(thread, { questions: [...find(thread), question].slice(-8), atMs: nowMs() })
    },
  }
}
