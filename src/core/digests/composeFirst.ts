// The first digest of a channel: an overview of the briefing and not all that it holds.

import type { Briefing } from '../briefing/briefing.ts'
import { parseSpan } from '../briefing/span.ts'
import type { CardLine } from '../cards/card.ts'
import { overviewCard } from '../cards/overviewCard.ts'
import type { Digest } from './composeDigest.ts'
import type { Moment } from './snapshot.ts'

/** What the facts of an overview may measure together, to be read in half a minute. */
const ROOM = 900

export function composeFirst(briefing: Briefing, { day, known }: Moment): Omit<Digest, 'changes'> {
  const card = overviewCard(briefing, parseSpan(day.edtf) ?? day)
  const lines: CardLine[] = []
  let left = ROOM
  for (const line of card.lines) {
    left -= line.kind === 'item' ? line.text.length : 0
    if (left > 0 || lines.every((one) => one.kind !== 'item')) lines.push(line)
  }
  const cited = new Set(lines.flatMap((line) => line.cites))
  const isKnown = (id: string) => {
    const fact = briefing.factById.get(id)
    return fact !== undefined && known(fact).length > 0
  }
  return {
    card: { ...card, kind: 'digest', lines, nearby: [], sources: card.sources.filter((one) => cited.has(one.number)) },
    facts: briefing.head.overview.filter(isKnown),
    isNothingNew: false,
  }
}
