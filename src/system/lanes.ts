// How fast deliveries go out: below what the platforms allow, and one after another, so that answers to readers always find
// room beside them.

import { setImmediate } from 'node:timers/promises'
import PQueue from 'p-queue'
import type { DigestPlatform, Place } from '../core/digests/subscriptions.ts'

/**
 * Discord takes 50 calls a second of a bot (Topics, Rate Limits); Slack "several hundred messages per minute" of a
 * workspace (chat.postMessage, Rate limiting), and one a second in a channel, which gets one digest after another anyhow.
 */
const limits: Readonly<Record<DigestPlatform, { perSecond: number; laneOf: (place: Place) => string }>> = {
  discord: { perSecond: 40, laneOf: () => 'all' },
  slack: { perSecond: 5, laneOf: ({ tenant }) => tenant },
}
/** Calls under way at once on a platform: more connections would win nothing. */
const CONCURRENCY = 40

export type Lanes = {
  /** Rejects where it is stopped before its turn. */
  readonly run: (place: Place, work: () => Promise<void>, stopping: AbortSignal) => Promise<void>
}

/** A queue for each lane that is in use. */
export function openLanes(platform: DigestPlatform, perSecond = limits[platform].perSecond): Lanes {
  const queues = new Map<string, PQueue>()
  const calls = new PQueue({ concurrency: CONCURRENCY })
  const starts = new PQueue({ concurrency: 1 })
  // The event loop turns once before each: what a delivery computes before its call then stands alone.
  const begin = async (work: () => Promise<void>) => {
    await starts.add(() => setImmediate())
    await work()
  }
  return {
    async run(place, work, signal) {
      const lane = limits[platform].laneOf(place)
      const queue = queues.get(lane) ?? new PQueue({ intervalCap: perSecond, interval: 1000, strict: true })
      queues.set(lane, queue)
      await queue.add(() => calls.add(() => begin(work)), { signal })
    },
  }
}
