// The databases that the state is tested on: SQLite, and PostgreSQL, which is the server that SITREP_TEST_POSTGRES names or
// the one on this machine, and PGlite where none answers (or where SITREP_TEST_POSTGRES is "pglite").

import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { onTestFinished } from 'vitest'
import { migrate } from '../../src/storage/state/migrate.ts'
import { openState, openStateOver, type State, type StateOptions } from '../../src/storage/state/openState.ts'
import { openPglite } from './pgliteSql.ts'

const named = process.env.SITREP_TEST_POSTGRES ?? 'postgres://postgres@127.0.0.1:5432/test'

/** The server's address; undefined where none answers. */
const server: string | undefined = named === 'pglite' || !(await answers(named)) ? undefined : named

export type Backend = {
  readonly name: string
  readonly isHere: boolean
  /** A state of its own, which is removed when the test ends. */
  readonly open: (options: StateOptions) => Promise<State>
}

const noServer = '(skipped, as no server answers)'

export const backends: readonly Backend[] = [
  { name: 'SQLite', isHere: true, open: async (options) => closing(await openState(await newFile(), options)) },
  {
    name: server === undefined ? `PostgreSQL ${noServer}` : 'PostgreSQL',
    isHere: server !== undefined,
    open: async (options) => closing(await openState(await newSchema(), options)),
  },
  {
    name: server === undefined ? 'PGlite' : 'PGlite (skipped, as a server answers)',
    isHere: server === undefined,
    open: async (options) => {
      const sql = await openPglite()
      await migrate(sql, 'PGlite')
      return closing(await openStateOver(sql, options))
    },
  },
]

/** Where several processes can meet. PGlite is not among them: it has one process only. */
export const sharedPlaces = [
  { name: 'SQLite', isHere: true, newPlace: newFile },
  {
    name: server === undefined ? `PostgreSQL ${noServer}` : 'PostgreSQL',
    isHere: server !== undefined,
    newPlace: newSchema,
  },
]

/** The path of a file that is not there yet, in a folder that goes when the test ends. */
export async function newFile(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sitrep-state-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return join(folder, 'state.sqlite')
}

/** The server's address with a schema of the test's own, which goes when the test ends. */
async function newSchema(): Promise<string> {
  const schema = `sitrep_test_${randomUUID().replaceAll('-', '')}`
  await onServer(`CREATE SCHEMA ${schema}`)
  onTestFinished(() => onServer(`DROP SCHEMA ${schema} CASCADE`))
  const address = new URL(named)
  address.searchParams.set('options', `-csearch_path=${schema}`)
  return address.href
}

function closing(state: State): State {
  onTestFinished(state.close)
  return state
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: named, connectionTimeoutMillis: 3000 })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

async function answers(address: string): Promise<boolean> {
  try {
    const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: 3000 })
    client.on('error', () => {})
    await client.connect()
    await client.end()
    return true
  } catch {
    return false
  }
}
