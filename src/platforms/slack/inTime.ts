// Waits for some work, but not for long: Slack wants a sign within three seconds.

/** What the work gives, where it does so in time; undefined where it takes longer, and goes on. */
export async function inTime<T>(work: Promise<T>, limitMs: number): Promise<{ readonly value: T } | undefined> {
  const late = Promise.withResolvers<undefined>()
  const timer = setTimeout(late.resolve, limitMs, undefined)
  try {
    return await Promise.race([work.then((value) => ({ value })), late.promise])
  } finally {
    clearTimeout(timer)
  }
}
