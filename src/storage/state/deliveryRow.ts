// A delivery as a row, there and back.

import type { Delivery, DeliveryChange, Frozen, NewDelivery } from '../../core/digests/ledger.ts'
import { cellOf, numberOf, optionalTextOf, type SqlRow, type SqlValue, textOf } from './sql.ts'
import { readPlace } from './subscriptions.ts'

/** The columns that `newRow` fills, in its order. */
export const newColumns: readonly string[] = [
  ...['id', 'kind', 'subscription', 'platform', 'tenant', 'channel', 'briefing', 'start', 'start_ms', 'is_late'],
  ...['state', 'note', 'attempts', 'not_before_ms', 'token', 'leased_until_ms', 'changed_ms'],
]

/** A delivery that nobody has claimed yet. */
export function newRow(delivery: NewDelivery, nowMs: number): readonly SqlValue[] {
  const { key, kind, subscription, place, briefing, period, isLate, state, note } = delivery
  return [
    ...[key, kind, subscription, place.platform, place.tenant, place.channel, briefing],
    ...[period.start, period.startMs, cellOf(isLate), state, cellOf(note), 0, 0, 0, 0, nowMs],
  ]
}

/** Where each thing that may change stands, but for what is frozen, which has two columns. */
const columns: Readonly<Record<Exclude<keyof DeliveryChange, 'release' | 'frozen'>, string>> = {
  state: 'state',
  attempts: 'attempts',
  sendingMs: 'sending_ms',
  notBeforeMs: 'not_before_ms',
  message: 'message',
  note: 'note',
}

/** What is given, as columns; what is given as undefined becomes empty. */
export function changedCells(given: DeliveryChange): Record<string, SqlValue> {
  const { release, frozen, ...change } = given
  const fields = Object.keys(change) as (keyof typeof change)[]
  return {
    ...Object.fromEntries(fields.map((field) => [columns[field], cellOf(change[field])])),
    ...('frozen' in given ? cellsOfFrozen(frozen) : {}),
    ...(release === true ? { leased_until_ms: 0 } : {}),
  }
}

/** What the channel will have been told has a column of its own too, by which the purge finds what is still needed. */
function cellsOfFrozen(frozen: Frozen | undefined): Record<string, SqlValue> {
  return { frozen: cellOf(frozen && JSON.stringify(frozen)), told: cellOf(frozen?.told) }
}

/** What stands in these columns was written from values of these types. */
export function readDelivery(row: SqlRow): Delivery {
  return {
    key: textOf(row, 'id'),
    kind: textOf(row, 'kind') as Delivery['kind'],
    subscription: textOf(row, 'subscription'),
    place: readPlace(row),
    briefing: textOf(row, 'briefing'),
    period: { start: textOf(row, 'start'), startMs: numberOf(row, 'start_ms') },
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
