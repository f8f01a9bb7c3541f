// Yes, no, not yet, disputed or claimed: the word that opens the answer to a yes/no question, or none where that is not sure.

import type { Lead } from '../briefing/schema.ts'
import { agreementInFigure, agreementInTime } from './agreement.ts'
import { OPPOSITE_COVER } from './cover.ts'
import type { Engine } from './engine.ts'
import type { Findings } from './findings.ts'
import type { Match } from './match.ts'
import { holdsOffice } from './roles.ts'
import type { WeightedUnit } from './units.ts'

/** A phrasing this near to the question lends it its lead. */
const NEAR = 0.8
/** A fact that covers this much of the question says yes or no to it. */
const COVERED = 0.9
/** The share of the statement that the question must hold in turn. */
const SAID = 0.6

export function leadOf(match: Match, findings: Findings): Lead | undefined {
  const { inquiry, engine, question } = findings
  const { fact, isNegative } = match.view
  const rehearsed = match.features.ask >= NEAR ? match.ask : undefined
  const inTime = agreementInTime(match, findings)
  const inFigure = agreementInFigure(match, findings)
  if (!inquiry.asked.isNegated && fact.standing !== 'forecast') {
    const agreement = [inTime, inFigure].find((one) => one !== undefined && one !== 'agrees')
    // A phrasing that names no day and no figure says yes to the deed alone.
    const isDeed = rehearsed !== undefined && rehearsed.lead !== 'no' && !/\d/.test(rehearsed.text)
    if (agreement !== undefined && (isDeed || saysTheRest(match))) return agreement === 'disputed' ? 'disputed' : 'no'
  }
  if (rehearsed?.lead !== undefined) return rehearsed.lead
  const holds = holdsOffice(engine, inquiry, fact.id, (question.asOf ?? engine.newest).to)
  const isPresent = inquiry.asked.isAboutNow || inquiry.tokens.some(({ word }) => word === 'is' || word === 'are')
  if (holds !== undefined && isPresent) return holds === inquiry.asked.isNegated ? 'no' : 'yes'
  if (fact.standing === 'forecast') return inquiry.asked.isAboutFuture ? undefined : 'not yet'
  if (fact.standing === 'claimed') return 'claimed'
  if (fact.standing === 'denied') return undefined
  const isDated = inquiry.date === undefined || inTime === 'agrees'
  if (inFigure === 'agrees' && isDated && !inquiry.asked.isNegated && saysTheRest(match))
    return isNegative ? 'no' : 'yes'
  // All the words of "did they warn" stand in "they have an hour to warn" too; only where little else is said is it a yes.
  if (match.features.statementBack < SAID) return undefined
  const opposites = inquiry.units.filter((one) => one.weight > 0.3 && isOpposite(one, match, engine))
  const [opposite] = opposites
  if (opposites.length > 1 || match.missing.some((one) => one !== opposite)) return undefined
  const total = inquiry.units.reduce((sum, { weight }) => sum + weight, 0)
  const covered = match.features.covered + ((1 - OPPOSITE_COVER) * (opposite?.weight ?? 0)) / total
  if (covered < COVERED) return undefined
  // A fact without a date bears out the deed, not the day.
  if (inquiry.date !== undefined && inTime === undefined) return undefined
  if (opposite === undefined) return isNegative === inquiry.asked.isNegated ? 'yes' : 'no'
  return isNegative === inquiry.asked.isNegated ? 'no' : undefined
}

/** True for a fact that speaks of all that is asked but the day and the figure. */
function saysTheRest({ features, missing }: Match): boolean {
  return features.names >= COVERED && missing.every(({ unit, weight }) => unit.kind === 'number' || weight <= 0.15)
}

/** True where the fact speaks of the opposite, and not of the thing itself. */
function isOpposite({ unit }: WeightedUnit, { view: { core } }: Match, { lexicon }: Engine): boolean {
  return (
    !unit.stems.every((stem) => core.stems.has(stem)) &&
    !unit.concepts.some((concept) => core.concepts.has(concept)) &&
    unit.concepts.some((concept) => lexicon.oppositesOf(concept).some((one) => core.concepts.has(one)))
  )
}
