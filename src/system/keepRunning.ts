// Starts a platform and tries again while it fails, so that one that is down neither stops the others nor stays down.

import pRetry from 'p-retry'
import { SettingsError } from '../core/errors.ts'
import type { Health, Log, Platform } from '../core/ports.ts'

/** Discord bans an address after 10,000 refused requests in ten minutes: once a minute is far from it. */
const FIRST_WAIT_MS = 1000
const LONGEST_WAIT_MS = 60_000

/**
 * The same platform, whose start resolves at once and goes on in the background. What the operator must mend (a
 * SettingsError, such as a refused token) is not tried again: it needs a restart anyhow.
 */
export function keepRunning(platform: Platform, log: Log, firstWaitMs = FIRST_WAIT_MS): Platform {
  const { name } = platform
  const ending = new AbortController()
  let failure: string | undefined
  let starting: Promise<void> | undefined
  const health = (): Health => {
    const own = platform.health()
    return failure === undefined || own.state === 'ready' ? own : { state: 'failed', message: failure }
  }
  const start = () =>
    pRetry(() => platform.start(), {
      retries: Number.POSITIVE_INFINITY,
      minTimeout: firstWaitMs,
      maxTimeout: LONGEST_WAIT_MS,
      randomize: true,
      signal: ending.signal,
      shouldRetry: ({ error }) => !(error instanceof SettingsError),
      onFailedAttempt: ({ error, attemptNumber }) => {
        const isFinal = error instanceof SettingsError
        if (failure !== error.message)
          log.error('a platform does not start', { platform: name, error, attempt: attemptNumber, isFinal })
        failure = error.message
      },
    })
  return {
    name,
    health,
    async start() {
      starting = start().then(
        () => {
          failure = undefined
          log.info('a platform is connected', { platform: name })
        },
        () => {
          // Told above; or stopped before it had started.
        },
      )
    },
    async stop() {
      ending.abort()
      await platform.stop()
      await starting
    },
  }
}
