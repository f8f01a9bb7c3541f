// Rate limits in this process's memory. A key says what it counts by the word before its first slash: "user/…", "channel/…".

import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { Limits } from '../core/ports.ts'

/** So many in so many seconds. */
export type Allowance = { readonly times: number; readonly seconds: number }

/**
 * Limits for each kind of key, and for everything together. That one is asked first: it bounds how many keys there can be
 * at a time, and so the memory. A key of a kind without allowance is not limited by itself.
 */
export function openLimits(allowances: Readonly<Record<string, Allowance>>, together: Allowance): Limits {
  const limiterOf = ({ times, seconds }: Allowance) => new RateLimiterMemory({ points: times, duration: seconds })
  const all = limiterOf(together)
  const byKind = new Map(Object.entries(allowances).map(([kind, allowance]) => [kind, limiterOf(allowance)]))
  return {
    async take(keys) {
      let waitMs = await waitFor(all, 'all')
      for (const key of keys) {
        if (waitMs > 0) break
        const limiter = byKind.get(key.split('/', 1)[0] ?? '')
        if (limiter !== undefined) waitMs = await waitFor(limiter, key)
      }
      return waitMs
    },
  }
}

async function waitFor(limiter: RateLimiterMemory, key: string): Promise<number> {
  try {
    await limiter.consume(key)
    return 0
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return Math.max(1, refusal.msBeforeNext)
    throw refusal
  }
}
