// What briefings said at some moment, by an id made from the content.

import type { Snapshots } from '../../core/digests/ledger.ts'
import type { Clock } from '../../core/ports.ts'
import { type Query, textOf } from './sql.ts'

export function openSnapshots(query: Query, clock: Clock): Snapshots {
  return {
    keep: async (id, text) => {
      // One that is wanted again counts as new, so that the purge leaves it.
      await query(
        `INSERT INTO sitrep_snapshots (id, text, kept_ms) VALUES ($1, $2, $3)
         ON CONFLICT (id) DO UPDATE SET kept_ms = excluded.kept_ms`,
        id,
        text,
        clock.now().getTime(),
      )
    },
    find: async (id) => {
      const [row] = await query('SELECT text FROM sitrep_snapshots WHERE id = $1', id)
      return row === undefined ? undefined : textOf(row, 'text')
    },
  }
}
