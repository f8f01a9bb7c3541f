// Yes, no, not yet, disputed or claimed: the word that opens the answer to a yes/no question, or none where that is not sure.

import type { Lead } from '../briefing/schema.ts'
import type { Findings } from './findings.ts'
import type { Match } from './match.ts'
import { holdsOffice } from './roles.ts'

/** A phrasing this near to the question lends it its lead. */
const NEAR = 0.8
/** A fact that covers this much of the question says yes or no to it. */
const COVERED = 0.9
/** The share of the statement that the question must hold in turn. */
const SAID = 0.6

export function leadOf(match: Match, { inquiry, engine, question }: Findings): Lead | undefined {
  const { fact, isNegative } = match.view
  if (match.features.ask >= NEAR && match.ask?.lead !== undefined) return match.ask.lead
  const holds = holdsOffice(engine, inquiry, fact.id, (question.asOf ?? engine.newest).to)
  const isPresent = inquiry.asked.isAboutNow || inquiry.tokens.some(({ word }) => word === 'is' || word === 'are')
  if (holds !== undefined && isPresent) return holds === inquiry.asked.isNegated ? 'no' : 'yes'
  if (fact.standing === 'forecast') return inquiry.asked.isAboutFuture ? undefined : 'not yet'
  if (fact.standing === 'claimed') return 'claimed'
  if (fact.standing === 'denied') return undefined
  const { covered, statementBack } = match.features
  // All the words of "did they warn" stand in "they have an hour to warn" too; only where little else is said is it a yes.
  if (covered < COVERED || statementBack < SAID || match.missing.length > 0) return undefined
  const isOpposite = inquiry.units.some(
    ({ unit, weight }) =>
      weight > 0.3 &&
      !unit.stems.every((stem) => match.view.core.stems.has(stem)) &&
      !unit.concepts.some((concept) => match.view.core.concepts.has(concept)) &&
      unit.concepts.some((concept) =>
        engine.lexicon.oppositesOf(concept).some((one) => match.view.core.concepts.has(one)),
      ),
  )
  if (isOpposite === (isNegative !== inquiry.asked.isNegated)) return isOpposite ? undefined : 'yes'
  return 'no'
}
