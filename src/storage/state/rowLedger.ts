// The delivery ledger where the database is a file: who holds a delivery, and until when, stands in its row. Each change is
// one statement, so that a crash leaves a row as it was or as it shall be, and of several processes the database decides who
// was first.

import { LEASE_MS, type Ledger } from '../../core/digests/ledger.ts'
import type { Clock } from '../../core/ports.ts'
import { changeDelivery, insertDeliveries, isOpen, listDeliveries, readClaims } from './deliveryRows.ts'
import type { Sql } from './sql.ts'

export function openRowLedger({ query, durably, transaction }: Sql, clock: Clock): Ledger {
  const nowMs = () => clock.now().getTime()
  return {
    plan: (deliveries) => transaction('write', (inside) => insertDeliveries(inside, deliveries, nowMs())),
    claim: async ({ limit, platform }) => {
      const now = nowMs()
      return readClaims(await query(claimStatement, now, now + LEASE_MS, limit, platform))
    },
    record: async (claimed, change) => (await changeDelivery(durably, claimed, change, nowMs())) !== undefined,
    list: (filter) => listDeliveries(query, filter),
  }
}

/** A digest has to wait for the same subscription's earlier one. */
const claimStatement = `
  UPDATE sitrep_deliveries SET token = token + 1, leased_until_ms = $2
  WHERE id IN (
    SELECT id FROM sitrep_deliveries AS one
    WHERE platform = $4 AND ${isOpen} AND leased_until_ms <= $1 AND not_before_ms <= $1 AND (kind = 'notice' OR NOT EXISTS (
      SELECT 1 FROM sitrep_deliveries AS earlier
      WHERE earlier.subscription = one.subscription AND earlier.start_ms < one.start_ms AND earlier.kind = 'digest'
        AND earlier.state IN ('planned', 'sending')))
    ORDER BY start_ms, id LIMIT $3)
  RETURNING *`
