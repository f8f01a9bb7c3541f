// The delivery ledger as rows of the state's database. Each change is one statement, so that a crash leaves a row as it was
// or as it shall be, and of several processes the database decides who was first. A job queue beside this table would still
// need the rows' fences, order and times, and keep its own by the database's clock: hence there is none, on PostgreSQL either.

import type { Claimed, Ledger } from '../../core/digests/ledger.ts'
import type { Clock } from '../../core/ports.ts'
import { changedCells, newColumns, newRow, readDelivery } from './deliveryRow.ts'
import { insertRows, numberOf, type Sql, type SqlRow } from './sql.ts'
import { limitTo, whereAll } from './where.ts'

const isOpen = `state IN ('planned', 'sending')`

export function openLedger({ query, durably, transaction, skipLocked }: Sql, clock: Clock): Ledger {
  return {
    plan: (deliveries) => {
      // In the order of their keys, so that processes that plan the same at once do not wait for one another in a circle.
      const rows = [...new Map(deliveries.map((one) => [one.key, one])).values()]
        .sort((a, b) => (a.key < b.key ? -1 : 1))
        .map((one) => newRow(one, clock.now().getTime()))
      return transaction('write', (inside) =>
        insertRows(inside, 'sitrep_deliveries', newColumns, rows, 'ON CONFLICT (id) DO NOTHING'),
      )
    },
    claim: async ({ nowMs, leaseMs, limit, platform }) => {
      const taken = await query(claimStatement(skipLocked), nowMs, nowMs + leaseMs, limit, platform)
      return taken.map(readClaimed).sort(byStart)
    },
    record: async ({ key, token }, change) => {
      const cells = Object.entries({ ...changedCells(change), changed_ms: clock.now().getTime() })
      const changes = cells.map(([column], i) => `${column} = $${i + 3}`).join(', ')
      const values = cells.map(([, value]) => value)
      const text = `UPDATE sitrep_deliveries SET ${changes} WHERE id = $1 AND token = $2 AND ${isOpen} RETURNING id`
      return (await durably(text, key, token, ...values)).length > 0
    },
    list: async ({ key, subscription, kind, states, limit }) => {
      const where = whereAll([
        ['id', '=', key],
        ['subscription', '=', subscription],
        ['kind', '=', kind],
        ['state', '=', states],
      ])
      const text = `SELECT * FROM sitrep_deliveries ${where.text} ORDER BY start_ms DESC, id ${limitTo(limit)}`
      return (await query(text, ...where.values)).map(readDelivery)
    },
  }
}

/**
 * A digest has to wait for the same subscription's earlier one. Materialized, so that what is locked is chosen once and
 * just that is changed; that it is free is asked again of the row as it is when it changes.
 */
function claimStatement(skipLocked: string): string {
  return `
    WITH due AS MATERIALIZED (
      SELECT id FROM sitrep_deliveries AS one
      WHERE platform = $4 AND ${isOpen} AND leased_until_ms <= $1 AND not_before_ms <= $1 AND (kind = 'notice' OR NOT EXISTS (
        SELECT 1 FROM sitrep_deliveries AS earlier
        WHERE earlier.subscription = one.subscription AND earlier.start_ms < one.start_ms AND earlier.kind = 'digest'
          AND earlier.state IN ('planned', 'sending')))
      ORDER BY start_ms, id LIMIT $3 ${skipLocked})
    UPDATE sitrep_deliveries SET token = token + 1, leased_until_ms = $2
    WHERE id IN (SELECT id FROM due) AND ${isOpen} AND leased_until_ms <= $1 RETURNING *`
}

function readClaimed(row: SqlRow): Claimed {
  return { ...readDelivery(row), token: numberOf(row, 'token') }
}

function byStart(a: Claimed, b: Claimed): number {
  return a.period.startMs - b.period.startMs || (a.key < b.key ? -1 : 1)
}
