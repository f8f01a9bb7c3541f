// Runs the deliveries: plans what is due, claims as many as the platforms' limits let through at once, and delivers them, a
// queue a platform. Nothing is held in memory but what is being sent; all else stands in the ledger.

import { setImmediate } from 'node:timers/promises'
import PQueue from 'p-queue'
import type { Courier } from '../core/digests/courier.ts'
import { deliver } from '../core/digests/deliver.ts'
import type { Delivering } from '../core/digests/delivering.ts'
import type { Claimed } from '../core/digests/ledger.ts'
import { planDue } from '../core/digests/planDue.ts'
import { type DigestPlatform, digestPlatforms } from '../core/digests/subscriptions.ts'
import type { Health } from '../core/ports.ts'
import { type Lanes, openLanes } from './lanes.ts'
import type { Wake } from './wake.ts'

export type Digests = {
  readonly start: () => void
  /** Claims no more, and finishes what is being sent. */
  readonly stop: () => Promise<void>
  /** Resolves when nothing is left that could be done now. */
  readonly settled: () => Promise<void>
  readonly health: () => Health
}

export type DigestsOptions = Delivering & {
  readonly couriers: Readonly<Partial<Record<DigestPlatform, Courier>>>
  readonly wake: Wake
  /** How many calls a second a platform takes from us; others than the default for tests. */
  readonly callsPerSecond?: number
}

/** How a platform's deliveries go out. */
type Route = { readonly platform: DigestPlatform; readonly courier: Courier; readonly lanes: Lanes }

const CLAIMED_AT_ONCE = 100
/** What a platform's queue holds in memory; so many are surely sent within the lease, were they all of one workspace. */
const MOST_UNDER_WAY = 400

export function openDigests(options: DigestsOptions): Digests {
  const { ledger, log, couriers, wake, nowMs } = options
  const routes = digestPlatforms.flatMap((platform): Route[] => {
    const courier = couriers[platform]
    return courier === undefined ? [] : [{ platform, courier, lanes: openLanes(platform, options.callsPerSecond) }]
  })
  const running = new Set<Promise<void>>()
  const busy = new Set<string>()
  let waking: ReturnType<Wake> | undefined
  let failure: string | undefined
  let stopping = new AbortController()

  /** Does one piece of work at a time under a name; what fails is said once and tried again at the next wake. */
  function alone(name: string, work: () => Promise<void>) {
    if (busy.has(name) || waking === undefined) return
    busy.add(name)
    const task = work()
      .then(() => {
        failure = undefined
      })
      .catch((error: unknown) => {
        if (failure === undefined) log.error('deliveries cannot go on', { error })
        failure = `deliveries cannot go on: ${error instanceof Error ? error.message : String(error)}`
      })
      .finally(() => {
        busy.delete(name)
        running.delete(task)
      })
    running.add(task)
  }

  /** Claims more while there is room, so that one slow workspace does not hold up the others. */
  async function drain({ platform, courier, lanes }: Route) {
    const underWay = new PQueue({ concurrency: MOST_UNDER_WAY })
    try {
      while (waking !== undefined) {
        const claimed = await ledger.claim({ limit: CLAIMED_AT_ONCE, platform })
        if (claimed.length === 0 && underWay.pending === 0) return
        for (const one of claimed) void underWay.add(() => inLane(one, courier, lanes))
        await (claimed.length === 0 ? underWay.onIdle() : underWay.onSizeLessThan(1))
      }
    } finally {
      await underWay.onIdle()
    }
  }

  /** Waits for the delivery's turn; where we are stopped before, others may take it at once. */
  async function inLane(claimed: Claimed, courier: Courier, lanes: Lanes) {
    let attempt: Promise<void> | undefined
    const begin = () => {
      attempt = deliver(claimed, courier, options)
      return attempt
    }
    try {
      await lanes.run(claimed.place, begin, stopping.signal)
    } catch (error) {
      if (attempt === undefined) await ledger.record(claimed, { notBeforeMs: nowMs() })
      else if (!stopping.signal.aborted) log.error('a delivery could not go on', { key: claimed.key, error })
    }
    // The lane lets go of what runs when we are stopped; we do not. One delivery's trouble does not stop the others.
    await attempt?.catch(() => {})
  }

  async function settled() {
    while (running.size > 0) await Promise.all(running)
  }

  function look() {
    alone('planning', async () => {
      await planDue(options, setImmediate)
      for (const route of routes) alone(route.platform, () => drain(route))
    })
  }

  return {
    start() {
      stopping = new AbortController()
      waking = wake(look)
      look()
    },
    async stop() {
      waking?.stop()
      waking = undefined
      stopping.abort()
      await settled()
    },
    settled,
    health: () => (failure === undefined ? { state: 'ready' } : { state: 'failed', message: failure }),
  }
}
