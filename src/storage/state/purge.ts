// Forgets what has had its time. Nothing waits for it: what has expired counts as gone already.

import type { Query } from './sql.ts'

const DAY_MS = 24 * 60 * 60 * 1000
/** The port Ledger promises 90 days. */
const RESTED_MS = 100 * DAY_MS
const REMEMBERED_MS = 400 * DAY_MS

/** Each subscription's newest digest that reached its channel stays, whatever its age: what the channel was told stands there. */
const restedDeliveries = `
  DELETE FROM sitrep_deliveries WHERE changed_ms < $1 AND state NOT IN ('planned', 'sending') AND NOT (
    kind = 'digest' AND state IN ('sent', 'silent') AND NOT EXISTS (
      SELECT 1 FROM sitrep_deliveries AS newer
      WHERE newer.subscription = sitrep_deliveries.subscription AND newer.start_ms > sitrep_deliveries.start_ms
        AND newer.kind = 'digest' AND newer.state IN ('sent', 'silent')))`

/** A snapshot is kept before the delivery that names it is written; hence its own age counts too. */
const unusedSnapshots = `
  DELETE FROM sitrep_snapshots WHERE kept_ms < $1
    AND NOT EXISTS (SELECT 1 FROM sitrep_deliveries WHERE told = sitrep_snapshots.id)`

/** Forgets what is over at this moment (milliseconds, UTC). */
export async function purge(query: Query, nowMs: number): Promise<void> {
  await query('DELETE FROM sitrep_values WHERE expires <= $1', nowMs)
  await query('DELETE FROM sitrep_claims WHERE lapses <= $1', nowMs)
  await query('DELETE FROM sitrep_looks WHERE latest < $1', nowMs - REMEMBERED_MS)
  // What readers wrote is not kept for ever: it may hold more than the question.
  await query('DELETE FROM sitrep_gaps WHERE last_day < $1', new Date(nowMs - REMEMBERED_MS).toISOString().slice(0, 10))
  await query(restedDeliveries, nowMs - RESTED_MS)
  await query(unusedSnapshots, nowMs - DAY_MS)
}
