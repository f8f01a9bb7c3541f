// Who was first, decided by the database in one statement.

import type { Claims, Clock } from '../../core/ports.ts'
import type { Query } from './sql.ts'

export function openClaims(query: Query, clock: Clock): Claims {
  return {
    claim: async (key, forMs) => {
      const now = clock.now().getTime()
      const won = await query(
        `INSERT INTO sitrep_claims (id, lapses) VALUES ($1, $2)
         ON CONFLICT (id) DO UPDATE SET lapses = excluded.lapses WHERE sitrep_claims.lapses <= $3
         RETURNING id`,
        key,
        now + forMs,
        now,
      )
      return won.length > 0
    },
  }
}
