// Brings a state to this program's version. Of processes that start at once one does it and the others wait.

import { SettingsError } from '../../core/errors.ts'
import { migrations } from './migrations.ts'
import { type Query, type Sql, textOf } from './sql.ts'

const metaTable = 'CREATE TABLE IF NOT EXISTS sitrep_meta (id TEXT PRIMARY KEY, value TEXT NOT NULL)'

/** Migrates forward, never back; `name` is the state's place, for messages. */
export async function migrate({ transaction, keyType }: Sql, name: string, steps = migrations): Promise<void> {
  await transaction('alone', async (query) => {
    await query(metaTable)
    const from = await readVersion(query)
    if (from > steps.length)
      throw new SettingsError(
        `the state ${name} has version ${from}, and this Sitrep knows versions up to ${steps.length} only: ` +
          'a newer one has used it. Run that one, or set SITREP_STATE to another place',
      )
    for (const step of steps.slice(from))
      for (const statement of step) await query(statement.replaceAll('KEY_TYPE', keyType))
    await query(
      `INSERT INTO sitrep_meta (id, value) VALUES ('version', $1) ON CONFLICT (id) DO UPDATE SET value = excluded.value`,
      String(steps.length),
    )
  })
}

/** How many migrations the state has been through. */
export async function readVersion(query: Query): Promise<number> {
  const [row] = await query(`SELECT value FROM sitrep_meta WHERE id = 'version'`)
  return row === undefined ? 0 : Number(textOf(row, 'value'))
}
