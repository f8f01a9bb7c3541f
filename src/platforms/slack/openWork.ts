// What is being done for Slack right now: each event once, however often and to how many processes it is sent, and all
// finished before we stop.

import type { Claims, Log } from '../../core/ports.ts'

/** Slack sends an event again for up to some six minutes (docs: Events API, "Retries"). */
const CLAIM_MS = 15 * 60_000

export function openWork(claims: Claims, log: Log) {
  const running = new Set<Promise<unknown>>()

  async function isFirst(key: string): Promise<boolean> {
    try {
      return await claims.claim(`slack/${key}`, CLAIM_MS)
    } catch (error) {
      // An answer that comes twice is better than none.
      log.error('an event could not be claimed', { platform: 'slack', error })
      return true
    }
  }

  return {
    async once<T>(key: string, work: () => Promise<T>): Promise<T | undefined> {
      if (await isFirst(key)) return work()
      log.debug('an event came twice', { platform: 'slack' })
      return undefined
    },
    /** Has `finish` wait for some work; gives it back. */
    take<T>(work: Promise<T>): Promise<T> {
      const task: Promise<unknown> = work.catch(() => {}).finally(() => running.delete(task))
      running.add(task)
      return work
    },
    /** Waits for what runs by now, and not for what comes meanwhile. */
    async finishNow() {
      await Promise.all(running)
    },
    async finish() {
      while (running.size > 0) await Promise.all(running)
    },
  }
}
