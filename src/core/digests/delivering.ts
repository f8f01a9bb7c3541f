// What delivering needs from outside, and how it records what became of a delivery.

import type { Handles, Log } from '../ports.ts'
import type { Claimed, DeliveryChange, Ledger } from './ledger.ts'
import type { DigestEngine, Prepare } from './prepareDigest.ts'
import type { DigestPlatform, Subscriptions } from './subscriptions.ts'

export type Delivering = {
  readonly ledger: Ledger
  readonly subscriptions: Subscriptions
  readonly handles: Handles
  readonly library: { readonly engines: () => readonly DigestEngine[] }
  readonly prepare: Prepare
  /** Milliseconds since 1970 (UTC). */
  readonly nowMs: () => number
  /** How long after its period's start a digest may still be delivered. */
  readonly graceMs: number
  readonly log: Log
  /** Told of every delivery that came to rest, for metrics. */
  readonly count: (platform: DigestPlatform, outcome: string) => void
}

type Rest = 'sent' | 'unknown' | 'failed' | 'skipped' | 'silent'

/** Lets a delivery rest, where it is still ours, and says so to the operator. */
export async function rest(delivery: Claimed, state: Rest, change: DeliveryChange, tools: Delivering): Promise<void> {
  if (!(await tools.ledger.record(delivery, { ...change, state }))) return
  tools.count(delivery.place.platform, state)
  const fields = { key: delivery.key, state, note: change.note }
  if (state === 'unknown' || state === 'failed') tools.log.error('a delivery came to rest unsent', fields)
  else tools.log.info('a delivery came to rest', fields)
}

/** Lets go of a delivery until a later moment. */
export async function waitUntil(
  delivery: Claimed,
  notBeforeMs: number,
  change: DeliveryChange,
  tools: Delivering,
): Promise<void> {
  await tools.ledger.record(delivery, { ...change, notBeforeMs })
  tools.log.warn('a delivery waits to be tried again', { key: delivery.key, notBeforeMs, note: change.note })
}

const FIRST_WAIT_MS = 5000
const LONGEST_WAIT_MS = 10 * 60_000

/** How long to wait after so many attempts: twice as long each time. */
export function backoffMs(attempts: number): number {
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(20, Math.max(0, attempts - 1)))
}
