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
import { keepWithTheClock } from '../contracts/theClock.ts'
import { openPglite } from './pgliteSql.ts'

const named = process.env.SITREP_TEST_POSTGRES ?? 'postgres://postgres@127.0.0.1:5432/test'

/** The server's address; undefined where none answers. */
const server: string | undefined = named === 'pglite' || !(await answers(named)) ? undefined : named

export type Backend = {
  readonly name: string
  readonly isHere: boolean
  /** A state of its own, which is removed when the test ends. */
  readonly open: (options: StateOptions) => Promise<TestState>
}

export type TestState = State & {
  /** Where jobs go by the database's clock, sets it to the test's, until the state is closed. */
  readonly keepJobsWithTheClock: () => Promise<void>
}

const noServer = '(skipped, as no server answers)'

export const backends: readonly Backend[] = [
  {
    name: 'SQLite',
    isHere: true,
    open: async (options) => closing(await openState(await newFile(), options), async () => {}),
  },
  {
    name: server === undefined ? `PostgreSQL ${noServer}` : 'PostgreSQL',
    isHere: server !== undefined,
    open: async (options) => {
      const { address, schema } = await newSchemaAt()
      return closing(await openState(address, options), (nowMs) => onServer(setJobClock(schema, nowMs)))
    },
  },
  {
    name: server === undefined ? 'PGlite' : 'PGlite (skipped, as a server answers)',
    isHere: server === undefined,
    open: async (options) => {
      const sql = await openPglite()
      await migrate(sql, 'PGlite')
      const setClock = async (nowMs: number) => void (await sql.query(setJobClock(sql.schema, nowMs)))
      return closing(await openStateOver(sql, options), setClock)
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
  return (await newSchemaAt()).address
}

async function newSchemaAt(): Promise<{ readonly address: string; readonly schema: string }> {
  const schema = `sitrep_test_${randomUUID().replaceAll('-', '')}`
  await onServer(`CREATE SCHEMA ${schema}`)
  onTestFinished(() => onServer(`DROP SCHEMA IF EXISTS ${schema}, ${schema}_jobs CASCADE`))
  const address = new URL(named)
  address.searchParams.set('options', `-csearch_path=${schema}`)
  return { address: address.href, schema }
}

function closing(state: State, setClock: (nowMs: number) => Promise<void>): TestState {
  let closed: Promise<void> | undefined
  let leaveTheClock = () => {}
  const close = () => {
    leaveTheClock()
    closed ??= state.close()
    return closed
  }
  onTestFinished(close)
  const keepJobsWithTheClock = async () => {
    // The first claim makes the jobs' schema.
    await state.ledger.claim({ limit: 1, platform: 'discord' })
    leaveTheClock = await keepWithTheClock(setClock)
  }
  return { ...state, close, keepJobsWithTheClock }
}

/** All that pg-boss does with time, it does with this function. */
function setJobClock(schema: string, nowMs: number): string {
  return `CREATE OR REPLACE FUNCTION ${schema}_jobs.job_now() RETURNS timestamptz AS
    $$ SELECT to_timestamp(${nowMs / 1000}) $$ LANGUAGE sql STABLE`
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
