// Writes what can wait for a moment behind the answers, many values at once: their commits one by one would take longer
// than the answers. Whoever reads a value that still waits has it written first. It knows no database.

/** Values by their keys. */
export type Values<T> = ReadonlyMap<string, T>

export type WriteBehind<T> = {
  /** Takes a value, which is written soon, come what may but a crash. */
  readonly put: (key: string, value: T) => Promise<void>
  /** Resolves when nothing waits under this key. */
  readonly settle: (key: string) => Promise<void>
  /** Writes everything that waits; rejects where that fails, and then it waits on. */
  readonly flush: () => Promise<void>
}

/** How long values may wait. */
export type Pace = {
  /** 0 where `put` is to resolve only when the value is written. */
  readonly delayMs: number
  /** Told that values could not be written; they wait on, and are tried again. */
  readonly onFailure: (error: unknown) => void
}

/** No more values than this wait: then whoever puts another waits, too, and is told where the database fails. */
const MOST_WAITING = 1000
/** How long a database that failed is left alone. */
const RETRY_MS = 1000

/** `merge` makes one value of two that wait under the same key. */
export function openWriteBehind<T>(
  write: (values: Values<T>) => Promise<void>,
  merge: (older: T, newer: T) => T,
  { delayMs, onFailure }: Pace,
): WriteBehind<T> {
  let waiting = new Map<string, T>()
  let writing: Values<T> = new Map()
  let last = Promise.resolve()
  let isTimed = false

  async function writeWaiting() {
    // In the order of their keys, so that processes that write the same ones at once do not wait for one another in a circle.
    writing = new Map([...waiting].sort(([a], [b]) => (a < b ? -1 : 1)))
    waiting = new Map()
    try {
      if (writing.size > 0) await write(writing)
    } catch (error) {
      for (const [key, newer] of waiting) {
        const older = writing.get(key)
        if (older !== undefined) waiting.set(key, merge(older, newer))
      }
      waiting = new Map([...writing, ...waiting])
      throw error
    } finally {
      writing = new Map()
    }
  }

  /** One at a time: what is written may depend on what is there. */
  function flush(): Promise<void> {
    const turn = last.then(writeWaiting)
    last = turn.catch(() => {})
    return turn
  }

  function flushAfter(ms: number) {
    if (isTimed) return
    isTimed = true
    setTimeout(() => {
      isTimed = false
      flush().catch((error: unknown) => {
        onFailure(error)
        flushAfter(RETRY_MS)
      })
    }, ms).unref()
  }

  return {
    put: async (key, value) => {
      if (waiting.size >= MOST_WAITING) await flush()
      const older = waiting.get(key)
      waiting.set(key, older === undefined ? value : merge(older, value))
      if (delayMs === 0) await flush()
      else flushAfter(delayMs)
    },
    settle: async (key) => {
      while (waiting.has(key) || writing.has(key)) await flush()
    },
    flush,
  }
}
