// Waits for some work, but not for long: Slack wants a sign within three seconds.

import { setTimeout } from 'node:timers/promises'

/** What the work gives, where it does so in time; undefined where it takes longer, and goes on. */
export async function inTime<T>(work: Promise<T>, limitMs: number): Promise<{ readonly value: T } | undefined> {
  const stop = new AbortController()
  const late = setTimeout(limitMs, undefined, { signal: stop.signal }).catch(() => undefined)
  try {
    return await Promise.race([work.then((value) => ({ value })), late])
  } finally {
    stop.abort()
  }
}
