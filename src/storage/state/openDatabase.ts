// Opens the database that the setting names, and brings it to this program's version. The client of a database is loaded
// only where it is used.

import { readLocation } from './location.ts'
import { migrate } from './migrate.ts'
import type { Sql } from './sql.ts'

export type DatabaseOptions = {
  /** True for what only looks: a file that is not there is then an error, and not made. */
  readonly mustExist?: boolean
}

/** `location` is SITREP_STATE: a file's path, `sqlite:PATH` or `postgres://…`. */
export async function openDatabase(
  location: string,
  { mustExist = false }: DatabaseOptions = {},
): Promise<Sql & { readonly name: string }> {
  const place = readLocation(location)
  const sql =
    place.kind === 'sqlite'
      ? (await import('./sqliteSql.ts')).openSqlite(place.path, mustExist)
      : (await import('./postgresSql.ts')).openPostgres(place.address, place.name)
  try {
    await migrate(sql, place.name)
  } catch (error) {
    await sql.close()
    throw error
  }
  return { ...sql, name: place.name }
}
