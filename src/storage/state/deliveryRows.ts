// The deliveries as rows of the state's database: what every ledger adds, changes and lists alike.

import type {
  Claimed,
  Delivery,
  DeliveryChange,
  DeliveryFilter,
  Frozen,
  NewDelivery,
  Period,
} from '../../core/digests/ledger.ts'
import type { DigestPlatform } from '../../core/digests/subscriptions.ts'
import { cellOf, insertRows, numberOf, optionalTextOf, type Query, type SqlRow, type SqlValue, textOf } from './sql.ts'
import { readPlace } from './subscriptions.ts'
import { limitTo, whereAll } from './where.ts'

/** Of a row that is not at rest. */
export const isOpen = `state IN ('planned', 'sending')`

/** Adds those whose key is not there yet, and returns their keys. */
export function insertDeliveries(
  query: Query,
  deliveries: readonly NewDelivery[],
  nowMs: number,
): Promise<readonly string[]> {
  // In the order of their keys, so that processes that plan the same at once do not wait for one another in a circle.
  const rows = [...new Map(deliveries.map((one) => [one.key, one])).values()]
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map((one) => newRow(one, nowMs))
  return insertRows(query, 'sitrep_deliveries', newColumns, rows, 'ON CONFLICT (id) DO NOTHING')
}

/** What a queue has to know of a delivery. */
export type Queued = Pick<Delivery, 'key' | 'kind' | 'subscription' | 'period' | 'notBeforeMs'> & {
  readonly platform: DigestPlatform
}

/** Changes a row whose token is still the newest and that is not at rest; undefined where there is none such. */
export async function changeDelivery(
  query: Query,
  { key, token }: Pick<Claimed, 'key' | 'token'>,
  change: DeliveryChange,
  nowMs: number,
): Promise<Queued | undefined> {
  const cells = Object.entries({ ...changedCells(change), changed_ms: nowMs })
  const changes = cells.map(([column], i) => `${column} = $${i + 3}`).join(', ')
  const values = cells.map(([, value]) => value)
  const [row] = await query(
    `UPDATE sitrep_deliveries SET ${changes} WHERE id = $1 AND token = $2 AND ${isOpen} RETURNING ${queuedColumns}`,
    ...[key, token, ...values],
  )
  return row && readQueued(row)
}

const queuedColumns = 'id, kind, subscription, platform, start, start_ms, not_before_ms'

function readQueued(row: SqlRow): Queued {
  return {
    key: textOf(row, 'id'),
    kind: textOf(row, 'kind') as Delivery['kind'],
    subscription: textOf(row, 'subscription'),
    platform: textOf(row, 'platform') as DigestPlatform,
    period: readPeriod(row),
    notBeforeMs: numberOf(row, 'not_before_ms'),
  }
}

const readPeriod = (row: SqlRow): Period => ({ start: textOf(row, 'start'), startMs: numberOf(row, 'start_ms') })

/** Those that are not at rest. */
export async function openDeliveries(query: Query): Promise<readonly Queued[]> {
  return (await query(`SELECT ${queuedColumns} FROM sitrep_deliveries WHERE ${isOpen}`)).map(readQueued)
}

/** Latest period first, then by key. */
export async function listDeliveries(
  query: Query,
  { key, subscription, kind, states, limit }: DeliveryFilter,
): Promise<readonly Delivery[]> {
  const where = whereAll([
    ['id', '=', key],
    ['subscription', '=', subscription],
    ['kind', '=', kind],
    ['state', '=', states],
  ])
  const text = `SELECT * FROM sitrep_deliveries ${where.text} ORDER BY start_ms DESC, id ${limitTo(limit)}`
  return (await query(text, ...where.values)).map(readDelivery)
}

/** Rows that were claimed together: earliest period first, then by key. */
export function readClaims(rows: readonly SqlRow[]): readonly Claimed[] {
  return rows
    .map((row) => ({ ...readDelivery(row), token: numberOf(row, 'token') }))
    .sort((a, b) => a.period.startMs - b.period.startMs || (a.key < b.key ? -1 : 1))
}

/** The columns that `newRow` fills, in its order. */
const newColumns: readonly string[] = [
  ...['id', 'kind', 'subscription', 'platform', 'tenant', 'channel', 'briefing', 'start', 'start_ms', 'is_late'],
  ...['state', 'note', 'attempts', 'not_before_ms', 'token', 'leased_until_ms', 'changed_ms'],
]

/** A delivery that nobody has claimed yet. */
function newRow(delivery: NewDelivery, nowMs: number): readonly SqlValue[] {
  const { key, kind, subscription, place, briefing, period, isLate, state, note } = delivery
  return [
    ...[key, kind, subscription, place.platform, place.tenant, place.channel, briefing],
    ...[period.start, period.startMs, cellOf(isLate), state, cellOf(note), 0, 0, 0, 0, nowMs],
  ]
}

/** Where each thing that may change stands, but for what is frozen, which has two columns. */
const columns: Readonly<Record<Exclude<keyof DeliveryChange, 'frozen'>, string>> = {
  state: 'state',
  attempts: 'attempts',
  sendingMs: 'sending_ms',
  notBeforeMs: 'not_before_ms',
  message: 'message',
  note: 'note',
}

/** What is given, as columns; what is given as undefined becomes empty. */
function changedCells(given: DeliveryChange): Record<string, SqlValue> {
  const { frozen, ...change } = given
  const fields = Object.keys(change) as (keyof typeof change)[]
  return {
    ...Object.fromEntries(fields.map((field) => [columns[field], cellOf(change[field])])),
    ...('frozen' in given ? cellsOfFrozen(frozen) : {}),
    ...('notBeforeMs' in given ? { leased_until_ms: 0 } : {}),
  }
}

/** What the channel will have been told has a column of its own too, by which the purge finds what is still needed. */
function cellsOfFrozen(frozen: Frozen | undefined): Record<string, SqlValue> {
  return { frozen: cellOf(frozen && JSON.stringify(frozen)), told: cellOf(frozen?.told) }
}

/** What stands in these columns was written from values of these types. */
function readDelivery(row: SqlRow): Delivery {
  return {
    key: textOf(row, 'id'),
    kind: textOf(row, 'kind') as Delivery['kind'],
    subscription: textOf(row, 'subscription'),
    place: readPlace(row),
    briefing: textOf(row, 'briefing'),
    period: readPeriod(row),
    isLate: numberOf(row, 'is_late') === 1,
    state: textOf(row, 'state') as Delivery['state'],
    note: optionalTextOf(row, 'note'),
    attempts: numberOf(row, 'attempts'),
    sendingMs: row.sending_ms === null ? undefined : numberOf(row, 'sending_ms'),
    notBeforeMs: numberOf(row, 'not_before_ms'),
    frozen: readFrozen(row),
    message: optionalTextOf(row, 'message'),
  }
}

function readFrozen(row: SqlRow): Frozen | undefined {
  const text = optionalTextOf(row, 'frozen')
  if (text === undefined) return undefined
  const frozen = JSON.parse(text) as Frozen
  // JSON leaves out what is undefined.
  return { ...frozen, told: frozen.told }
}
