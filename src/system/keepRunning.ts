// Starts a platform and tries again while it fails, so that one that is down neither stops the others nor stays down.

import pRetry from 'p-retry'
import { PlatformError, SettingsError } from '../core/errors.ts'
import type { Health, Log, Platform } from '../core/ports.ts'

/** Discord bans an address after 10,000 refused requests in ten minutes: once a minute is far from it. */
const FIRST_WAIT_MS = 1000
const LONGEST_WAIT_MS = 60_000

export type Kept<P extends Platform> = Platform & {
  /** The platform as it runs now; undefined before its first start. */
  readonly current: () => P | undefined
}

/**
 * A platform whose start resolves at once and goes on in the background, each try with a newly opened one. What the
 * operator must mend first (a SettingsError, a token that is refused) is not tried again: that needs a restart anyhow.
 */
export function keepRunning<P extends Platform>(
  name: string,
  open: () => Promise<P>,
  log: Log,
  firstWaitMs = FIRST_WAIT_MS,
): Kept<P> {
  const ending = new AbortController()
  let current: P | undefined
  let failure: string | undefined
  let starting: Promise<void> | undefined
  const attempt = async () => {
    current = await open()
    ending.signal.throwIfAborted()
    await current.start()
    failure = undefined
    log.info('a platform is connected', { platform: name })
  }
  const tellOf = (error: Error) => {
    if (failure !== error.message && !ending.signal.aborted)
      log.error('a platform does not start', { platform: name, error, isFinal: isFinal(error) })
    failure = error.message
  }
  const health = (): Health => {
    if (ending.signal.aborted) return { state: 'stopped' }
    if (failure !== undefined) return { state: 'failed', message: failure }
    return current?.health() ?? { state: 'starting' }
  }
  return {
    name,
    health,
    current: () => current,
    async start() {
      const options = {
        retries: Number.POSITIVE_INFINITY,
        minTimeout: firstWaitMs,
        maxTimeout: LONGEST_WAIT_MS,
        randomize: true,
        signal: ending.signal,
        shouldRetry: ({ error }: { error: Error }) => !isFinal(error),
        onFailedAttempt: ({ error }: { error: Error }) => tellOf(error),
      }
      // What is not tried again was told above, but for a fault of our own (a TypeError), which ends the tries at once.
      starting = pRetry(attempt, options).catch((error: unknown) => tellOf(error as Error))
    },
    async stop() {
      ending.abort()
      await current?.stop()
      await starting
    },
  }
}

function isFinal(error: Error): boolean {
  return error instanceof SettingsError || (error instanceof PlatformError && error.isFinal)
}
