// When readers last looked. Who looked is kept as a hash with the state's own salt, so that nobody can be looked up in it.

import { createHmac } from 'node:crypto'
import type { LastLooks } from '../../core/ports.ts'
import type { Query } from './sql.ts'

export function openLastLooks(query: Query, salt: string): LastLooks {
  return {
    look: async (reader, briefing, atMs) => {
      const id = createHmac('sha256', salt)
        .update(JSON.stringify([reader, briefing]))
        .digest('base64url')
      const [row] = await query(
        `INSERT INTO sitrep_looks (id, latest) VALUES ($1, $2)
         ON CONFLICT (id) DO UPDATE SET previous = sitrep_looks.latest, latest = excluded.latest
         RETURNING previous`,
        id,
        atMs,
      )
      return typeof row?.previous === 'number' ? row.previous : undefined
    },
  }
}
