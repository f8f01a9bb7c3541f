// PostgreSQL through one pool of connections, shared by any number of processes.

import pg from 'pg'
import { PlatformError } from '../../core/errors.ts'
import type { Sql, TransactionKind } from './sql.ts'

/** The object identifier of int8 (pg_type.dat), which would come as text; ours are counts and milliseconds, far below 2^53. */
const INT8 = 20
const CONNECT_TIMEOUT_MS = 10_000
const STATEMENT_TIMEOUT_MS = 60_000

/** Opens the database; `name` is its address without the password, for messages. */
export function openPostgres(address: string, name: string): Sql {
  const pool = new pg.Pool({
    connectionString: address,
    application_name: 'sitrep',
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
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
      if (!(error instanceof pg.DatabaseError) && (error as NodeJS.ErrnoException).code === undefined) throw error
      throw new PlatformError(`the state at ${name} cannot be used (${reasonOf(error)})`, { cause: error })
    }
  }
  const transaction: Sql['transaction'] = (kind, work) =>
    told(async () => {
      const client = await pool.connect()
      try {
        for (const statement of beginnings[kind]) await client.query(statement)
        const result = await work(async (text, ...values) => (await client.query(text, [...values])).rows)
        await client.query('COMMIT')
        client.release()
        return result
      } catch (error) {
        // A connection that cannot even roll back is thrown away.
        await client.query('ROLLBACK').then(
          () => client.release(),
          (lost: Error) => client.release(lost),
        )
        throw error
      }
    })
  return {
    query: (text, ...values) => told(async () => (await pool.query(text, [...values])).rows),
    transaction,
    keyType: 'TEXT COLLATE "C"',
    skipLocked: 'FOR UPDATE SKIP LOCKED',
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

/** A host with several addresses is refused several times, in an error without a message. */
function reasonOf(error: unknown): string {
  const { message, code } = error as NodeJS.ErrnoException
  return message || (code ?? 'no reason given')
}
