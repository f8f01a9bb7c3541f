// An empty place for the state on each kind of ledger, which goes when the run is over.

import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'

export type LedgerPlace = {
  readonly location: string
  /** Sets the database's own clock ahead of the machine's, where deliveries go by it. */
  readonly setClock: (offsetMs: number) => Promise<void>
  readonly remove: () => Promise<void>
}

export async function openLedgerPlace(ledger: string): Promise<LedgerPlace> {
  switch (ledger) {
    case 'sqlite':
      return openFolder()
    case 'postgres':
      return openSchema(process.env.SITREP_TEST_POSTGRES ?? 'postgres://postgres@127.0.0.1:5432/test')
    default:
      throw new RangeError(`there is no ledger "${ledger}"; there is: sqlite, postgres`)
  }
}

async function openFolder(): Promise<LedgerPlace> {
  const folder = await mkdtemp(join(tmpdir(), 'sitrep-chaos-'))
  return {
    location: join(folder, 'state.sqlite'),
    setClock: async () => {},
    remove: () => rm(folder, { recursive: true }),
  }
}

/** A schema of its own on the server that SITREP_TEST_POSTGRES names. */
async function openSchema(server: string): Promise<LedgerPlace> {
  const schema = `sitrep_chaos_${randomUUID().replaceAll('-', '')}`
  const run = async (statement: string) => {
    const client = new pg.Client({ connectionString: server, connectionTimeoutMillis: 5000 })
    await client.connect().catch((cause: unknown) => {
      throw new Error('no PostgreSQL answers; SITREP_TEST_POSTGRES names a server, or run with --ledger sqlite', {
        cause,
      })
    })
    await client.query(statement).finally(() => client.end())
  }
  await run(`CREATE SCHEMA ${schema}`)
  const location = new URL(server)
  location.searchParams.set('options', `-csearch_path=${schema}`)
  return {
    location: location.href,
    // All that pg-boss does with time, it does with this function.
    setClock: (offsetMs) =>
      run(`CREATE OR REPLACE FUNCTION ${schema}_jobs.job_now() RETURNS timestamptz AS
        $$ SELECT pg_catalog.now() + interval '${offsetMs} ms' $$ LANGUAGE sql STABLE`),
    remove: () => run(`DROP SCHEMA IF EXISTS ${schema}, ${schema}_jobs CASCADE`),
  }
}
