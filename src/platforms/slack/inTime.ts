// Waits for some work, but not for long: Slack wants a sign within three seconds.

/** The last of the time is given anew: where this process was held up for all of it (by the disk, by the machine), so was the work. */
const LAST_SHARE = 0.2

/** What the work gives, where it does so in time; undefined where it takes longer, and goes on. */
export async function inTime<T>(work: Promise<T>, limitMs: number): Promise<{ readonly value: T } | undefined> {
  const done = work.then((value) => ({ value }))
  return (await within(done, limitMs * (1 - LAST_SHARE))) ?? within(done, limitMs * LAST_SHARE)
}

async function within<T>(work: Promise<T>, ms: number): Promise<T | undefined> {
  const late = Promise.withResolvers<undefined>()
  const timer = setTimeout(late.resolve, ms, undefined)
  try {
    return await Promise.race([work, late.promise])
  } finally {
    clearTimeout(timer)
  }
}
