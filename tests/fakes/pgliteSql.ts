// PostgreSQL inside this process, for machines without a server. One database serves a whole file of tests, and each state
// gets a schema of its own in it.

import { PGlite } from '@electric-sql/pglite'
import { lockStatement } from '../../src/storage/state/postgresSql.ts'
import type { Query, Sql, SqlRow } from '../../src/storage/state/sql.ts'

let database: Promise<PGlite> | undefined
let schemas = 0

export async function openPglite(): Promise<Sql> {
  database ??= PGlite.create()
  const pglite = await database
  schemas += 1
  const schema = `state_${schemas}`
  await pglite.exec(`CREATE SCHEMA ${schema}; SET search_path TO ${schema}`)
  const queryOf =
    (on: Pick<PGlite, 'query'>): Query =>
    async (text, ...values) =>
      (await on.query<SqlRow>(text, [...values])).rows
  const transaction = <T>(work: (query: Query) => Promise<T>) => pglite.transaction((inside) => work(queryOf(inside)))
  return {
    query: queryOf(pglite),
    transaction,
    alone: (work) =>
      transaction(async (query) => {
        await query(lockStatement)
        return work(query)
      }),
    keyType: 'TEXT COLLATE "C"',
    skipLocked: 'FOR UPDATE SKIP LOCKED',
    close: async () => {
      await pglite.exec(`DROP SCHEMA IF EXISTS ${schema} CASCADE`)
    },
  }
}
