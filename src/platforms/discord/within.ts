// Waits for a result, but not longer than so many milliseconds.

/** The last of the time is given anew: where this process was held up for all of it (by the disk, by the machine), so was the work. */
const LAST_SHARE = 0.2

/** Undefined where the time runs out first; the work goes on. */
export async function within<T>(work: Promise<T>, ms: number): Promise<T | undefined> {
  return (await waitFor(work, ms * (1 - LAST_SHARE))) ?? waitFor(work, ms * LAST_SHARE)
}

async function waitFor<T>(work: Promise<T>, ms: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined
  const timeout = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, ms, undefined)
  })
  try {
    return await Promise.race([work, timeout])
  } finally {
    clearTimeout(timer)
  }
}
