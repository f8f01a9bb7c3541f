// Numbers the sources that lines rest on, in the order in which they are first cited.

import { type Briefing, publishedSpan } from '../briefing/briefing.ts'
import type { Citation } from '../briefing/schema.ts'
import { formatSpan } from '../briefing/span.ts'
import type { CardSource } from './card.ts'

export type Citing = {
  /** The numbers of these citations' sources; a source that is new gets the next one. */
  readonly cite: (citations: readonly Pick<Citation, 'source' | 'paragraph'>[]) => readonly number[]
  readonly sources: () => readonly CardSource[]
}

export function openCiting(briefing: Briefing): Citing {
  const paragraphsOf = new Map<string, Set<number>>()
  return {
    cite(citations) {
      for (const { source, paragraph } of citations)
        paragraphsOf.set(source, new Set([...(paragraphsOf.get(source) ?? []), ...paragraph]))
      const cited = new Set(citations.map(({ source }) => source))
      return [...paragraphsOf.keys()].flatMap((id, i) => (cited.has(id) ? [i + 1] : []))
    },
    sources: () =>
      [...paragraphsOf].flatMap(([id, paragraphs], i) => {
        const source = briefing.sources.get(id)
        if (source === undefined) return []
        const { publisher, title, url } = source
        return [
          {
            number: i + 1,
            id,
            publisher,
            title,
            published: formatSpan(publishedSpan(source)),
            paragraphs: [...paragraphs].sort((a, b) => a - b),
            url,
          },
        ]
      }),
  }
}
