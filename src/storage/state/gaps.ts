// Questions that were not answered and problems that were reported, counted, for the curator.

import { createHash } from 'node:crypto'
import type { CountedGap, Gap, Gaps } from '../../core/ports.ts'
import { numberOf, type Query, type SqlRow, textOf } from './sql.ts'

export function openGaps(query: Query): Gaps {
  return {
    add: async (gap) => {
      await query(
        `INSERT INTO sitrep_gaps (id, kind, text, briefing, about, times, first_day, last_day)
         VALUES ($1, $2, $3, $4, $5, 1, $6, $6)
         ON CONFLICT (id) DO UPDATE SET times = sitrep_gaps.times + 1, about = excluded.about, last_day = excluded.last_day`,
        idOf(gap),
        gap.kind,
        storable(gap.text),
        gap.briefing,
        storable(gap.about),
        gap.day,
      )
    },
    list: async () => {
      const rows = await query('SELECT * FROM sitrep_gaps ORDER BY times DESC, last_day DESC, id')
      return rows.map(readGap)
    },
  }
}

/** The same question may be declined for another reason once the briefing has changed: it is still the same question. */
function idOf({ kind, briefing, text, about }: Gap): string {
  const parts = kind === 'question' ? [kind, briefing, folded(text)] : [kind, briefing, folded(text), folded(about)]
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url')
}

function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/[\s\p{P}]+$/u, '')
    .trim()
}

/** PostgreSQL keeps no NUL in a text. */
function storable(text: string): string {
  return text.replaceAll('\0', '')
}

function readGap(row: SqlRow): CountedGap {
  return {
    kind: textOf(row, 'kind') === 'report' ? 'report' : 'question',
    text: textOf(row, 'text'),
    briefing: textOf(row, 'briefing'),
    about: textOf(row, 'about'),
    day: textOf(row, 'last_day'),
    count: numberOf(row, 'times'),
    firstDay: textOf(row, 'first_day'),
  }
}
