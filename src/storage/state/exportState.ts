// Writes a state out as lines of JSON, which any other database of the same version reads in again. Secrets stay sealed.

import { readVersion } from './migrate.ts'
import { type Query, type Sql, type SqlRow, textOf } from './sql.ts'
import { tableNames } from './tables.ts'

const ROWS_AT_ONCE = 500

/** Everything as it stood at one moment: first the version, then a row a line. Returns how many rows. */
export async function exportState({ transaction }: Sql, write: (line: string) => Promise<void>): Promise<number> {
  return transaction('read', async (query) => {
    await write(JSON.stringify({ sitrep: 'state', version: await readVersion(query) }))
    let count = 0
    for (const table of tableNames)
      for await (const row of rowsOf(query, table)) {
        if (table === 'meta' && row.id === 'version') continue
        await write(JSON.stringify({ table, row }))
        count += 1
      }
    return count
  })
}

/** A table's rows in the order of their keys, some at a time. */
async function* rowsOf(query: Query, table: string): AsyncGenerator<SqlRow> {
  const page = (from: string) => `SELECT * FROM sitrep_${table} ${from} ORDER BY id LIMIT ${ROWS_AT_ONCE}`
  let rows = await query(page(''))
  while (rows.length > 0) {
    yield* rows
    rows = await query(page('WHERE id > $1'), textOf(rows.at(-1), 'id'))
  }
}
