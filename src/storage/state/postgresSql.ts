// PostgreSQL through one pool of connections, shared by any number of processes.

import pg from 'pg'
import { PlatformError } from '../../core/errors.ts'
import type { Query, Sql, SqlRow, TransactionKind } from './sql.ts'

/** The object identifier of int8 (pg_type.dat), which would come as text; ours are counts and milliseconds, far below 2^53. */
const INT8 = 20
const CONNECT_TIMEOUT_MS = 10_000
const STATEMENT_TIMEOUT_MS = 60_000
/** Longer than the server's own, which tells more: for where the server has fallen silent. */
const SILENCE_TIMEOUT_MS = 70_000

/** Opens the database; `name` is its address without the password, for messages. */
export function openPostgres(address: string, name: string): Sql {
  const pool = new pg.Pool({
    connectionString: address,
    application_name: 'sitrep',
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    query_timeout: SILENCE_TIMEOUT_MS,
    keepAlive: true,
    types: {
      getTypeParser: (type: number, format?: 'text' | 'binary') =>
        type === INT8 && format !== 'binary' ? Number : pg.types.getTypeParser(type, format as 'text'),
    } as pg.CustomTypesConfig,
  })
  // A connection that is lost while nobody uses it is replaced by the next query; without this line it would end the process.
  pool.on('error', () => {})
  const told = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (error) {
      throw new PlatformError(`the state at ${name} cannot be used (${reasonOf(error)})`, { cause: error })
    }
  }
  const queryOf =
    (on: Pick<pg.Pool, 'query'>): Query =>
    (text, ...values) =>
      told(async () => rowsOf(await on.query(text, [...values])))
  const transaction: Sql['transaction'] = async (kind, work) => {
    const client = await told(() => pool.connect())
    const query = queryOf(client)
    // Who waits for a query is told that the connection is lost; without this line it would also end the process.
    const ignore = () => {}
    client.on('error', ignore)
    const release = (lost?: Error) => {
      client.off('error', ignore)
      client.release(lost)
    }
    try {
      for (const statement of beginnings[kind]) await query(statement)
      const result = await work(query)
      await query('COMMIT')
      release()
      return result
    } catch (error) {
      // A connection that cannot even roll back is thrown away.
      await query('ROLLBACK').then(() => release(), release)
      throw error
    }
  }
  return {
    query: queryOf(pool),
    durably: queryOf(pool),
    transaction,
    isShared: true,
    keyType: 'TEXT COLLATE "C"',
    close: () => pool.end(),
  }
}

/** One lock for each schema, which is let go when the transaction ends. */
const lockSchema = `SELECT pg_advisory_xact_lock(hashtext('sitrep state ' || current_schema()))`

/** How each kind of transaction begins. */
const beginnings: Readonly<Record<TransactionKind, readonly string[]>> = {
  read: ['BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY'],
  write: ['BEGIN'],
  alone: ['BEGIN', lockSchema],
}

/** Of several statements, which only a text without values may hold, the rows of all. */
function rowsOf(results: pg.QueryResult | readonly pg.QueryResult[]): SqlRow[] {
  return [results].flat().flatMap(({ rows }) => rows)
}

/** A host with several addresses is refused several times, in an error without a message. */
function reasonOf(error: unknown): string {
  const { message, code } = error as NodeJS.ErrnoException
  return message || (code ?? 'no reason given')
}
