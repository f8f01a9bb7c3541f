// The WHERE of a list: all conditions that are given must hold.

import type { SqlValue } from './sql.ts'

/** A column, how it compares, and what with: undefined for no condition, several values for any of them. */
export type Condition = readonly [
  column: string,
  comparison: '=' | '<=',
  value: SqlValue | readonly SqlValue[] | undefined,
]

export type Where = { readonly text: string; readonly values: readonly SqlValue[] }

/** The clause with its values, from $1 on; empty where nothing is asked. */
export function whereAll(conditions: readonly Condition[]): Where {
  const values: SqlValue[] = []
  const place = (value: SqlValue) => `$${values.push(value)}`
  const parts = conditions.flatMap(([column, comparison, value]) => {
    if (value === undefined) return []
    if (typeof value !== 'object' || value === null) return [`${column} ${comparison} ${place(value)}`]
    return [value.length === 0 ? '1 = 0' : `${column} IN (${value.map(place).join(', ')})`]
  })
  return { text: parts.length === 0 ? '' : `WHERE ${parts.join(' AND ')}`, values }
}

/** The LIMIT of a list. */
export function limitTo(count: number | undefined): string {
  return count === undefined ? '' : `LIMIT ${Math.trunc(count)}`
}
