// Reads in what `exportState` wrote: the whole of it or nothing.

import { z } from 'zod'
import { SettingsError } from '../../core/errors.ts'
import { migrations } from './migrations.ts'
import { insertRows, type Query, type Sql } from './sql.ts'
import { type TableName, tableNames, tables } from './tables.ts'

const headSchema = z.object({ sitrep: z.literal('state'), version: z.int() })
const lineSchema = z.object({ table: z.enum(tableNames as [TableName, ...TableName[]]), row: z.unknown() })

/** What goes to the database at once, by the length of its lines. */
const BATCH_CHARS = 1_000_000

export type ImportOptions = {
  /** True to remove what the state holds; otherwise only an empty state takes the lines. */
  readonly isReplacing: boolean
  /** The state's place, for messages. */
  readonly name: string
}

/** Returns how many rows were read. */
export async function importState(
  { transaction }: Sql,
  lines: AsyncIterable<string>,
  { isReplacing, name }: ImportOptions,
): Promise<number> {
  return transaction('alone', async (query) => {
    if (!isReplacing && (await holdsSomething(query)))
      throw new SettingsError(
        `the state ${name} is not empty; name another place in SITREP_STATE, or replace all that it holds with --replace`,
      )
    for (const table of tableNames) await query(`DELETE FROM sitrep_${table}${table === 'meta' ? keepingVersion : ''}`)
    return insertLines(query, lines)
  })
}

const keepingVersion = ` WHERE id <> 'version'`

async function holdsSomething(query: Query): Promise<boolean> {
  for (const table of tableNames)
    if (table !== 'meta' && (await query(`SELECT id FROM sitrep_${table} LIMIT 1`)).length > 0) return true
  return false
}

async function insertLines(query: Query, lines: AsyncIterable<string>): Promise<number> {
  let table: TableName = 'meta'
  let rows: Record<string, string | number | null>[] = []
  let chars = 0
  const insert = async () => {
    const columns = Object.keys(tables[table].shape)
    const values = rows.map((row) => columns.map((column) => row[column] ?? null))
    await insertRows(query, `sitrep_${table}`, columns, values)
    rows = []
    chars = 0
  }
  let number = 0
  let count = 0
  for await (const line of lines) {
    number += 1
    if (number === 1) readHead(line)
    else if (line.trim() !== '') {
      const read = readRow(line, number)
      if (read.table !== table || chars > BATCH_CHARS) await insert()
      table = read.table
      rows.push(read.row)
      chars += line.length
      count += 1
    }
  }
  if (number === 0) throw new SettingsError('there is nothing to import; `sitrep state export` writes what can be')
  await insert()
  return count
}

function readHead(line: string): void {
  const { success, data } = headSchema.safeParse(parse(line, 1))
  if (!success) throw new SettingsError('line 1 is not how an exported state begins; `sitrep state export` writes one')
  if (data.version !== migrations.length)
    throw new SettingsError(
      `the exported state has version ${data.version}, and this Sitrep reads version ${migrations.length}: ` +
        'import it with the Sitrep that exported it, which a newer one then brings to its own version',
    )
}

function readRow(line: string, number: number): { table: TableName; row: Record<string, string | number | null> } {
  const { success, data } = lineSchema.safeParse(parse(line, number))
  if (!success) throw new SettingsError(`line ${number} names no table of the state`)
  const row = tables[data.table].safeParse(data.row)
  if (row.success) return { table: data.table, row: row.data }
  const [issue] = row.error.issues
  throw new SettingsError(`line ${number} is no row of ${data.table}: ${issue?.path.join('.')} ${issue?.message}`)
}

function parse(line: string, number: number): unknown {
  try {
    return JSON.parse(line)
  } catch (error) {
    throw new SettingsError(`line ${number} is no JSON; was the file cut off?`, { cause: error })
  }
}
