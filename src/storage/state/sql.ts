// What the state asks of a database, SQLite or PostgreSQL: both understand the same statements, with $1, $2, … for values.

import { setImmediate as nextTurn } from 'node:timers/promises'

export type SqlValue = string | number | null

export type SqlRow = Readonly<Record<string, SqlValue>>

/** Runs one statement and returns its rows. */
export type Query = (text: string, ...values: readonly SqlValue[]) => Promise<readonly SqlRow[]>

/**
 * read: everything as it stood at one moment. write: all of the statements or none, on the disk when it resolves. alone: the
 * same, and no other process is alone at the same time.
 */
export type TransactionKind = 'read' | 'write' | 'alone'

export type Sql = {
  readonly query: Query
  /** Runs one statement, whose change is on the disk when it resolves: no power cut takes it back. */
  readonly durably: Query
  /** Runs the work between its begin and its end; where the work rejects, nothing of it has happened. */
  readonly transaction: <T>(kind: TransactionKind, work: (query: Query) => Promise<T>) => Promise<T>
  /** Whether any number of hosts share the database, or the processes of one host a file. */
  readonly isShared: boolean
  /** The type of a text that is ordered by the numbers of its characters, whatever the database's language. */
  readonly keyType: string
  readonly close: () => Promise<void>
}

/** How many rows go into one statement: of 10,000 deliveries, more make SQLite slower, and fewer PostgreSQL. */
const ROWS_AT_ONCE = 50

/** Adds rows, in the columns' order, and returns the ids of those that were added; `conflict` says what becomes of the others. */
export async function insertRows(
  query: Query,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly SqlValue[])[],
  conflict = '',
): Promise<readonly string[]> {
  const added: string[] = []
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    const some = rows.slice(start, start + ROWS_AT_ONCE)
    const places = some.map((_, i) => `(${columns.map((_, j) => `$${i * columns.length + j + 1}`).join(', ')})`)
    const statement = `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${places.join(', ')} ${conflict} RETURNING id`
    for (const row of await query(statement, ...some.flat())) added.push(textOf(row, 'id'))
    // SQLite works in this thread: readers' questions go in between.
    if (some.length === ROWS_AT_ONCE) await nextTurn()
  }
  return added
}

/** A value as a column holds it: SQLite knows no booleans, and neither knows undefined. */
export function cellOf(value: string | number | boolean | undefined): SqlValue {
  return typeof value === 'boolean' ? Number(value) : (value ?? null)
}

/** A column's text; throws where it holds none. */
export function textOf(row: SqlRow | undefined, column: string): string {
  const value = row?.[column]
  if (typeof value !== 'string') throw new TypeError(`${column} holds no text`)
  return value
}

/** A column's text, or undefined where it is empty. */
export function optionalTextOf(row: SqlRow, column: string): string | undefined {
  return row[column] === null ? undefined : textOf(row, column)
}

/** A column's whole number; throws where it holds none. */
export function numberOf(row: SqlRow | undefined, column: string): number {
  const value = row?.[column]
  if (typeof value !== 'number') throw new TypeError(`${column} holds no number`)
  return value
}
