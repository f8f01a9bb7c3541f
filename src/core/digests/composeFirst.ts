// The first digest of a channel: an overview of the briefing and not all that it holds.

import { capital, statementOf } from '../answering/statement.ts'
import type { Briefing } from '../briefing/briefing.ts'
import type { Fact } from '../briefing/schema.ts'
import { formatSpan } from '../briefing/span.ts'
import type { CardLine } from '../cards/card.ts'
import { openCiting } from '../cards/citing.ts'
import { overviewCard } from '../cards/overviewCard.ts'
import type { Digest } from './composeDigest.ts'
import { expectedFrom } from './expectations.ts'
import { inOrderOfWeight } from './rankFacts.ts'
import type { Moment } from './snapshot.ts'

/** What the facts may measure together, to be read in half a minute. */
const ROOM = 900
/** Of the curator's choice fewer than these may be known yet; others then fill the room. */
const ENOUGH = 5
const MOST_EXPECTED = 2

export function composeFirst(briefing: Briefing, moment: Moment): Omit<Digest, 'changes'> {
  const { known, day } = moment
  const overview = overviewCard(briefing, day)
  const citing = openCiting(briefing)
  const item = (fact: Fact, when = ''): CardLine => ({
    kind: 'item',
    text: when + statementOf(fact, briefing, known(fact)),
    cites: citing.cite(known(fact)),
  })
  const chosen = factsToShow(briefing, moment)
  const shown: CardLine[] = []
  let left = ROOM
  for (const fact of chosen) {
    const size = statementOf(fact, briefing, known(fact)).length
    if (shown.length > 0 && size > left) break
    left -= size
    shown.push(item(fact))
  }
  const expected = expectedFrom(briefing, moment).slice(0, MOST_EXPECTED)
  const heading: CardLine = { kind: 'heading', text: 'Expected', cites: [] }
  const lines = [
    ...overview.lines.filter(({ kind }) => kind === 'text'),
    ...shown,
    ...(expected.length === 0 ? [] : [heading]),
    ...expected.map(({ fact, when }) => item(fact, `${capital(formatSpan(when))}: `)),
  ]
  return {
    card: { ...overview, kind: 'digest', lines, nearby: [], sources: citing.sources() },
    facts: [...new Set([...chosen, ...expected.map(({ fact }) => fact)].map(({ id }) => id))],
    isNothingNew: false,
  }
}

/** What the curator chose for the overview, as far as it is known, or else what weighs most. */
function factsToShow(briefing: Briefing, { known }: Moment): readonly Fact[] {
  const isKnown = (fact: Fact) => known(fact).length > 0
  const chosen = briefing.head.overview.flatMap((id) => briefing.factById.get(id) ?? []).filter(isKnown)
  if (chosen.length >= ENOUGH) return chosen
  return inOrderOfWeight(briefing.facts.filter(isKnown), briefing, new Set()).slice(0, ENOUGH)
}
