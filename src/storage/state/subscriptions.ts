// Subscriptions as rows of the state's database.

import type { Subscription, SubscriptionChange, Subscriptions } from '../../core/digests/subscriptions.ts'
import { cellOf, insertRows, numberOf, optionalTextOf, type Query, type SqlRow, type SqlValue, textOf } from './sql.ts'
import { limitTo, whereAll } from './where.ts'

/** Where each thing that may change stands. */
const columns: Readonly<Record<keyof SubscriptionChange, string>> = {
  briefing: 'briefing',
  schedule: 'schedule',
  zone: 'zone',
  mode: 'mode',
  isQuiet: 'is_quiet',
  status: 'status',
  note: 'note',
  admin: 'admin',
  origin: 'origin',
  dueMs: 'due_ms',
}

export function openSubscriptions(query: Query): Subscriptions {
  return {
    add: async ({ id, place, createdMs, ...rest }) => {
      const cells = { id, ...place, created_ms: createdMs, ...cellsOf(rest) }
      const added = await insertRows(
        query,
        'sitrep_subscriptions',
        Object.keys(cells),
        [Object.values(cells)],
        'ON CONFLICT (id) DO NOTHING',
      )
      return added.length > 0
    },
    change: async (id, change) => {
      const cells = Object.entries(cellsOf(change))
      const changes = ['id = $1', ...cells.map(([column], i) => `${column} = $${i + 2}`)].join(', ')
      const values = cells.map(([, value]) => value)
      const changed = await query(
        `UPDATE sitrep_subscriptions SET ${changes} WHERE id = $1 RETURNING id`,
        id,
        ...values,
      )
      return changed.length > 0
    },
    remove: async (id) => (await query('DELETE FROM sitrep_subscriptions WHERE id = $1 RETURNING id', id)).length > 0,
    list: async ({ id, place, origin, dueByMs, limit }) => {
      const where = whereAll([
        ['id', '=', id],
        ['platform', '=', place?.platform],
        ['tenant', '=', place?.tenant],
        ['channel', '=', place?.channel],
        ['origin', '=', origin],
        ['status', '=', dueByMs === undefined ? undefined : 'active'],
        ['due_ms', '<=', dueByMs],
      ])
      const text = `SELECT * FROM sitrep_subscriptions ${where.text} ORDER BY due_ms, id ${limitTo(limit)}`
      return (await query(text, ...where.values)).map(readSubscription)
    },
  }
}

/** What is given, as columns; what is given as undefined becomes empty. */
function cellsOf(change: SubscriptionChange): Record<string, SqlValue> {
  const fields = Object.keys(change) as (keyof SubscriptionChange)[]
  return Object.fromEntries(fields.map((field) => [columns[field], cellOf(change[field])]))
}

/** What stands in these columns was written by `add` and `change`, which take the values of these types only. */
function readSubscription(row: SqlRow): Subscription {
  return {
    id: textOf(row, 'id'),
    place: readPlace(row),
    briefing: textOf(row, 'briefing'),
    schedule: textOf(row, 'schedule'),
    zone: textOf(row, 'zone'),
    mode: textOf(row, 'mode') as Subscription['mode'],
    isQuiet: numberOf(row, 'is_quiet') === 1,
    status: textOf(row, 'status') as Subscription['status'],
    note: optionalTextOf(row, 'note'),
    admin: optionalTextOf(row, 'admin'),
    origin: textOf(row, 'origin') as Subscription['origin'],
    createdMs: numberOf(row, 'created_ms'),
    dueMs: numberOf(row, 'due_ms'),
  }
}

/** The channel that a row is about. */
export function readPlace(row: SqlRow): Subscription['place'] {
  return {
    platform: textOf(row, 'platform') as Subscription['place']['platform'],
    tenant: textOf(row, 'tenant'),
    channel: textOf(row, 'channel'),
  }
}
