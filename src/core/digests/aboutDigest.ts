// What stands behind a digest: the cards that its buttons open.

import { asKnownBy } from '../briefing/briefing.ts'
import { allConflicts } from '../briefing/conflicts.ts'
import type { Fact } from '../briefing/schema.ts'
import { formatSpan } from '../briefing/span.ts'
import type { Card, CardAction } from '../cards/card.ts'
import { conflictsCard } from '../cards/conflictsCard.ts'
import { sourcesCard } from '../cards/sourcesCard.ts'
import { timelineCard } from '../cards/timelineCard.ts'
import type { Digest } from './composeDigest.ts'
import type { DigestEngine } from './prepareDigest.ts'

/** The digest itself, or what is asked about it: as the briefing stands now, for all its facts and not only those shown. */
export function aboutDigest(
  { briefing, newest }: DigestEngine,
  { card, facts }: Pick<Digest, 'card' | 'facts'>,
  about: CardAction | 'answer',
): Card {
  const known = (fact: Fact) => asKnownBy(fact, briefing.sources, newest)
  switch (about) {
    case 'sources':
      return sourcesCard(briefing, facts, known, formatSpan(newest))
    case 'timeline': {
      const told = facts.flatMap((id) => briefing.factById.get(id) ?? [])
      return timelineCard(briefing, told, newest)
    }
    case 'conflicts': {
      const told = new Set(facts)
      const conflicts = allConflicts(briefing, known).filter((conflict) =>
        conflict.sides.some((side) => side.reports.some((report) => told.has(report.fact.id))),
      )
      return conflictsCard(briefing, conflicts, formatSpan(newest))
    }
    default:
      return card
  }
}
