// What a state knows of itself: values that the first to need one writes, and everybody finds from then on.

import { type Query, textOf } from './sql.ts'

/** The value under a name, which is `made` where there was none. */
export async function findOrMakeMeta(query: Query, name: string, made: string): Promise<string> {
  await query('INSERT INTO sitrep_meta (id, value) VALUES ($1, $2) ON CONFLICT (id) DO NOTHING', name, made)
  const [row] = await query('SELECT value FROM sitrep_meta WHERE id = $1', name)
  return textOf(row, 'value')
}
