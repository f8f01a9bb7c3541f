// How well a fact answers a question: how much of the question it covers, and whether it fills the slot that is asked.

import { unitClass } from '../briefing/quantity.ts'
import { overlaps, parseSpan } from '../briefing/span.ts'
import type { FactView, Phrasing, WordSet } from './factView.ts'
import type { Inquiry, WeightedUnit } from './inquiry.ts'
import type { Lexicon } from './lexicon.ts'
import type { Slot } from './question.ts'

export type Match = {
  readonly view: FactView
  /** 0 to 1: how surely this fact is what was asked for. */
  readonly score: number
  /** 0 to 1: the share of the question, by weight, that the fact or one of its phrasings speaks of. */
  readonly coverage: number
  /** 0 to 1: whether the fact has what the question asks for. */
  readonly fit: number
  /** The phrasing of the curator's that comes nearest, and how near. */
  readonly ask: Phrasing | undefined
  readonly askScore: number
  /** The false belief that comes nearest, and how near. */
  readonly belief: Phrasing | undefined
  readonly beliefScore: number
  readonly missing: readonly WeightedUnit[]
}

/** Weighs one fact against the question. */
export function matchFact(view: FactView, inquiry: Inquiry, lexicon: Lexicon): Match {
  const own = cover(inquiry.units, (unit) => coverByFact(unit, view))
  const precision = shareCovered(view.whatUnits, inquiry)
  const statementPrecision = shareCovered(view.statementUnits, inquiry)
  const plain = own.share * (0.84 + 0.1 * precision + 0.06 * statementPrecision)

  let ask: Phrasing | undefined
  let askScore = 0
  let askCoverage = 0
  for (const phrasing of view.asks) {
    const joint = cover(inquiry.units, (unit) => Math.max(coverByWords(unit, phrasing.words, 1, 0.92), 0.75 * coverByFact(unit, view)))
    const alone = cover(inquiry.units, (unit) => coverByWords(unit, phrasing.words, 1, 0.92))
    const back = shareCovered(phrasing.units, inquiry)
    const score = (0.35 * joint.share + 0.3 * alone.share + 0.35 * back) * slotKinship(inquiry.asked.slot, phrasing.asked.slot)
    if (score <= askScore) continue
    ask = phrasing
    askScore = score
    askCoverage = joint.share
  }

  let belief: Phrasing | undefined
  let beliefScore = 0
  for (const phrasing of view.corrects) {
    const there = cover(inquiry.units, (unit) => coverByWords(unit, phrasing.words, 1, 0.9)).share
    const back = shareCovered(phrasing.units, inquiry)
    const score = 0.5 * there + 0.5 * back
    if (score <= beliefScore) continue
    belief = phrasing
    beliefScore = score
  }

  const fit = slotFit(view, inquiry)
  const byAsk = askScore * Math.max(fit, askScore > 0.72 ? 0.95 : fit)
  const byWords = plain * fit
  const score = Math.max(byAsk, byWords) * agreement(view, inquiry) * preference(view, inquiry)
  return { view, score, coverage: Math.max(own.share, askScore > 0.6 ? askCoverage : 0), fit: Math.max(fit, askScore > 0.72 ? 0.95 : 0), ask, askScore, belief, beliefScore, missing: own.missing }

  function shareCovered(units: FactView['whatUnits'], asked: Inquiry): number {
    let total = 0
    let covered = 0
    for (const unit of units) {
      const weight = asked.weigh(unit)
      if (weight === 0) continue
      total += weight
      covered += weight * coverByWords(unit, asked.words, 1, 0.92)
    }
    return total === 0 ? 0 : covered / total
  }

  function coverByFact(unit: WeightedUnit['unit'], fact: FactView): number {
    if (unit.entities.length > 0) {
      if (unit.entities.some((id) => fact.framed.has(id))) return 1
      if (unit.entities.some((id) => fact.core.entities.has(id))) return 0.92
      if (unit.entities.some((id) => fact.aside.entities.has(id))) return 0.7
      if (unit.entities.some((id) => fact.kin.has(id))) return 0.55
      return 0.6 * shareOfStems(unit, fact.core)
    }
    const inCore = coverByWords(unit, fact.core, 1, 0.9)
    if (inCore >= 0.9) return inCore
    const opposite = unit.concepts.some((concept) => lexicon.oppositesOf(concept).some((one) => fact.core.concepts.has(one)))
    return Math.max(inCore, 0.75 * coverByWords(unit, fact.aside, 1, 0.9), opposite ? 0.5 : 0)
  }
}

function coverByWords(unit: WeightedUnit['unit'], words: WordSet, exact: number, akin: number): number {
  if (unit.entities.length > 0) return unit.entities.some((id) => words.entities.has(id)) ? exact : 0.6 * shareOfStems(unit, words)
  const share = shareOfStems(unit, words)
  if (share === 1) return exact
  if (unit.concepts.some((concept) => words.concepts.has(concept))) return akin
  return unit.kind === 'phrase' ? 0.7 * share : 0
}

function shareOfStems(unit: WeightedUnit['unit'], words: WordSet): number {
  let hits = 0
  for (const stem of unit.stems) if (words.stems.has(stem)) hits++
  return hits / unit.stems.length
}

function cover(units: readonly WeightedUnit[], by: (unit: WeightedUnit['unit']) => number): { share: number; missing: WeightedUnit[] } {
  let total = 0
  let covered = 0
  const missing: WeightedUnit[] = []
  for (const weighted of units) {
    if (weighted.weight === 0) continue
    const share = by(weighted.unit)
    total += weighted.weight
    covered += weighted.weight * share
    if (share < 0.5 && !weighted.isFromContext) missing.push(weighted)
  }
  return { share: total === 0 ? 0 : covered / total, missing }
}

/** How far a phrasing for one slot also asks for another: "when" and "on which day" are one, "when" and "why" are not. */
function slotKinship(asked: Slot, phrased: Slot): number {
  if (asked === phrased) return 1
  const open = ['what', 'definition', 'yesNo', 'quote']
  if (open.includes(asked) && open.includes(phrased)) return 0.97
  if (open.includes(asked) || open.includes(phrased)) return 0.85
  return 0.7
}

/** Whether the fact has what is asked for. A missing date, figure, place or speaker is what makes Sitrep decline. */
function slotFit(view: FactView, { asked, named }: Inquiry): number {
  const { frame, statement } = view.fact
  switch (asked.slot) {
    case 'when':
      if (frame.when !== undefined) return 1
      return frame.howMany !== undefined && unitClass(frame.howMany.unit) === 'duration' ? 0.75 : 0.4
    case 'howMany': {
      if (frame.howMany === undefined) return frame.value !== undefined && /\d/.test(frame.value) ? 0.8 : 0.35
      const kind = unitClass(frame.howMany.unit)
      if (asked.unitClass === undefined) return kind === 'duration' ? 0.8 : 1
      if (asked.unitClass === kind) return 1
      return asked.unitClass === 'percent' && frame.howMany.of !== undefined ? 1 : 0.45
    }
    case 'who': {
      const people = [...frame.who, ...frame.whom, ...frame.saidBy, ...frame.where].filter((id) => !named.has(id))
      return people.length > 0 ? 1 : 0.6
    }
    case 'where':
      if (frame.where.some((id) => !named.has(id))) return 1
      return frame.where.length > 0 ? 0.85 : 0.55
    case 'why':
      return frame.why !== undefined ? 1 : /\b(because|due to|after|amid|over|caused|reason|triggered|sparked|so that|in order to|to )\b/i.test(statement) ? 0.8 : 0.62
    case 'quote':
      return frame.quote !== undefined || view.fact.citations.some((citation) => citation.reports?.quote !== undefined) ? 1 : frame.saidBy.length > 0 ? 0.85 : 0.6
    default:
      return 1
  }
}

/** Whether the fact is of the time and by the source that the question names. */
function agreement(view: FactView, inquiry: Inquiry): number {
  let share = 1
  if (inquiry.date !== undefined) {
    const when = view.fact.frame.when === undefined ? undefined : parseSpan(view.fact.frame.when)
    if (when !== undefined) share *= overlaps(when, inquiry.date) ? 1.08 : 0.72
    else share *= 0.9
  }
  if (inquiry.sources.size > 0) share *= view.fact.citations.some((citation) => inquiry.sources.has(citation.source)) ? 1.06 : 0.6
  return share
}

/** Small leanings between facts that match alike: an event before a forecast of it, unless the question looks ahead. */
function preference(view: FactView, { asked }: Inquiry): number {
  const { standing } = view.fact
  if (standing === 'forecast') return asked.isAboutFuture ? 1.02 : 0.94
  if (standing === 'retracted') return 0.95
  if (asked.slot === 'when' && asked.isAboutFuture) return 0.98
  return 1
}
