// PostgreSQL inside this process, for machines without a server. One database serves a whole file of tests, and each state
// gets a schema of its own in it.

import { PGlite } from '@electric-sql/pglite'
import type { Query, Sql, SqlRow } from '../../src/storage/state/sql.ts'

let database: Promise<PGlite> | undefined
let schemas = 0

export async function openPglite(): Promise<Sql & { readonly schema: string }> {
  database ??= PGlite.create()
  const pglite = await database
  schemas += 1
  const schema = `state_${schemas}`
  await pglite.exec(`CREATE SCHEMA ${schema}; SET search_path TO ${schema}`)
  const queryOf =
    (on: Pick<PGlite, 'query' | 'exec'>): Query =>
    async (text, ...values) =>
      values.length > 0
        ? (await on.query<SqlRow>(text, [...values])).rows
        : (await on.exec(text)).flatMap(({ rows }) => rows as SqlRow[])
  return {
    schema,
    query: queryOf(pglite),
    durably: queryOf(pglite),
    // PGlite begins by itself; it has one connection, so that every transaction is alone, and sees one moment.
    transaction: (_kind, work) => pglite.transaction((inside) => work(queryOf(inside))),
    isShared: true,
    keyType: 'TEXT COLLATE "C"',
    close: async () => {
      await pglite.exec(`DROP SCHEMA IF EXISTS ${schema}, ${schema}_jobs CASCADE`)
    },
  }
}
