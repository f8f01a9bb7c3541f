// How well a fact answers a question: how much of the question it covers, and whether it fills the slot that is asked.

import { type UnitClass, unitClass } from '../briefing/quantity.ts'
import type { Fact, Frame } from '../briefing/schema.ts'
import { overlaps, parseSpan } from '../briefing/span.ts'
import type { FactView, Phrasing, WeighedUnits, WordSet } from './factView.ts'
import { type Inquiry, plainWords, type WeightedUnit } from './inquiry.ts'
import type { Lexicon } from './lexicon.ts'
import type { Slot } from './question.ts'
import type { Unit } from './units.ts'

/** What is measured of a fact against a question; each is 0 to 1. */
export type Features = {
  /** Share of the question, by weight, that the fact speaks of. */
  readonly covered: number
  /** The same of the question's names alone, and of everything else alone. */
  readonly names: number
  readonly predicate: number
  /** Share of the fact's `what`, and of its statement, that the question speaks of. */
  readonly whatBack: number
  readonly statementBack: number
  /** How near the nearest of the curator's phrasings comes. */
  readonly ask: number
  /** Share of the question that phrasing and fact together speak of. */
  readonly askCovered: number
  /** Whether the fact has what the question asks for. */
  readonly fit: number
  /** Weight of the most telling unit that neither the fact nor the phrasing holds. */
  readonly lost: number
}

export type Match = {
  readonly view: FactView
  readonly features: Features
  /** 0 to 1: how surely this fact is what was asked for. */
  readonly score: number
  /** The phrasing of the curator's that comes nearest. */
  readonly ask: Phrasing | undefined
  /** The false belief that comes nearest, and how near. */
  readonly belief: Phrasing | undefined
  readonly beliefScore: number
  /** The units of the question that neither the fact nor the phrasing speaks of. */
  readonly missing: readonly WeightedUnit[]
  /** The units that the fact itself does not speak of. */
  readonly missingInFact: readonly WeightedUnit[]
}

/** Weighs one fact against the question. */
export function matchFact(view: FactView, inquiry: Inquiry, lexicon: Lexicon): Match {
  const byFact = inquiry.units.map(({ unit, weight }) => (weight === 0 ? 0 : coverByFact(unit, view, lexicon)))
  const own = cover(inquiry.units, byFact)
  const { ask, score: askScore, joint, shares: byAsk } = nearestAsk(view, inquiry, byFact)
  const { belief, score: beliefScore } = nearestBelief(view, inquiry)
  const missing = joint === undefined || joint.missing.length > own.missing.length ? own.missing : joint.missing
  const byEither = byFact.map((share, i) => Math.max(share, byAsk[i] ?? 0))
  const features: Features = {
    covered: own.share,
    names: cover(inquiry.units, byEither, ({ unit, isFromContext }) => unit.kind === 'name' && !isFromContext, 1).share,
    predicate: cover(inquiry.units, byEither, ({ unit }) => unit.kind !== 'name' && unit.kind !== 'weak', 1).share,
    whatBack: shareCovered(view.whatUnits, inquiry),
    statementBack: shareCovered(view.statementUnits, inquiry),
    ask: askScore,
    askCovered: joint?.share ?? 0,
    fit: slotFit(view, inquiry),
    lost: Math.max(0, ...missing.map((one) => one.weight)),
  }
  const isQuoted = inquiry.quoted.some((words) => quotesOf(view.fact).some((text) => text.includes(words)))
  const score = isQuoted ? QUOTED : scoreOf(features) * agreement(view, inquiry) * preference(view, inquiry)
  return { view, features, score, ask, belief, beliefScore, missing, missingInFact: own.missing }
}

function scoreOf({ covered, names, whatBack, statementBack, ask, fit }: Features): number {
  const byWords = covered * (0.84 + 0.1 * whatBack + 0.06 * statementBack)
  return fit * Math.max(byWords, ask) * (1 - NAMES_WEIGHT * (1 - names))
}

/** The score of a fact that holds the very words which the question quotes. */
const QUOTED = 0.97

function quotesOf({ statement, frame, citations }: Fact): string[] {
  return [statement, frame.quote, ...citations.map((citation) => citation.reports?.quote)].flatMap((text) =>
    text === undefined ? [] : [plainWords(text)],
  )
}

/** What a fact loses that speaks of none of the names in the question. */
const NAMES_WEIGHT = 0.4

type Cover = { readonly share: number; readonly missing: readonly WeightedUnit[] }

type NearestAsk = {
  readonly ask: Phrasing | undefined
  readonly score: number
  /** How phrasing and fact together cover the question. */
  readonly joint: Cover | undefined
  /** How far the phrasing covers each unit of the question. */
  readonly shares: readonly number[]
}

/** What the fact covers counts this much beside what its phrasing covers. */
const FACT_BESIDE_ASK = 0.75

function nearestAsk(view: FactView, inquiry: Inquiry, byFact: readonly number[]): NearestAsk {
  let best: NearestAsk = { ask: undefined, score: 0, joint: undefined, shares: [] }
  for (const phrasing of view.asks) {
    const shares = coverEach(inquiry.units, phrasing.words)
    const together = shares.map((share, i) => Math.max(share, FACT_BESIDE_ASK * (byFact[i] ?? 0)))
    const score = likeness(shareOf(inquiry.units, together), shareOf(inquiry.units, shares), phrasing, inquiry)
    if (score > best.score) best = { ask: phrasing, score, joint: cover(inquiry.units, together), shares }
  }
  return best
}

function likeness(joint: number, alone: number, phrasing: Phrasing, inquiry: Inquiry): number {
  return (
    (0.35 * joint + 0.3 * alone + 0.35 * shareCovered(phrasing.units, inquiry)) *
    slotKinship(inquiry.asked.slot, phrasing.asked.slot)
  )
}

/** How near the nearest phrasing of an open question comes. */
export function matchOpen(asks: readonly Phrasing[], inquiry: Inquiry): number {
  return Math.max(
    0,
    ...asks.map((phrasing) => {
      const alone = shareOf(inquiry.units, coverEach(inquiry.units, phrasing.words))
      return likeness(alone, alone, phrasing, inquiry)
    }),
  )
}

/** A belief that speaks of less of the question than this is none of its premises. */
const HALF_BELIEVED = 0.4

function nearestBelief(view: FactView, inquiry: Inquiry): { belief: Phrasing | undefined; score: number } {
  let best: { belief: Phrasing | undefined; score: number } = { belief: undefined, score: 0 }
  for (const phrasing of view.corrects) {
    const there = shareOf(inquiry.units, coverEach(inquiry.units, phrasing.words))
    if (there < HALF_BELIEVED) continue
    const back = shareCovered(phrasing.units, inquiry)
    // Both ways must hold: a short question shares half of many a belief.
    const score = there + back === 0 ? 0 : (2 * there * back) / (there + back)
    if (score > best.score) best = { belief: phrasing, score }
  }
  return best
}

/** Share of a text's units, by weight, that the question speaks of. */
function shareCovered({ units, weights, total }: WeighedUnits, { words }: Inquiry): number {
  if (total === 0) return 0
  let covered = 0
  for (let i = 0; i < units.length; i++) covered += (weights[i] as number) * coverByWords(units[i] as Unit, words)
  return covered / total
}

/** How far a fact speaks of a unit: fully by the same word or entity, less by a synonym, an aside, kin or an opposite. */
function coverByFact(unit: Unit, fact: FactView, lexicon: Lexicon): number {
  if (unit.entities.length > 0) {
    if (unit.entities.some((id) => fact.framed.has(id))) return 1
    if (unit.entities.some((id) => fact.core.entities.has(id))) return 0.92
    if (unit.entities.some((id) => fact.aside.entities.has(id))) return 0.7
    if (unit.entities.some((id) => fact.kin.has(id))) return 0.55
    return 0.6 * shareOfStems(unit, fact.core)
  }
  const inCore = coverByWords(unit, fact.core)
  if (inCore >= 0.9) return inCore
  const isOpposite = unit.concepts.some((concept) =>
    lexicon.oppositesOf(concept).some((one) => fact.core.concepts.has(one)),
  )
  return Math.max(inCore, 0.75 * coverByWords(unit, fact.aside), isOpposite ? 0.35 : 0)
}

/** How far a text speaks of a unit. This runs for every word of every phrasing, hence the plain loops. */
function coverByWords(unit: Unit, words: WordSet): number {
  if (unit.entities.length > 0) return hasAny(words.entities, unit.entities) ? 1 : 0.6 * shareOfStems(unit, words)
  const share = shareOfStems(unit, words)
  if (share === 1) return 1
  if (unit.concepts.length > 0 && hasAny(words.concepts, unit.concepts)) return 0.92
  return unit.kind === 'phrase' ? 0.7 * share : 0
}

function hasAny(set: ReadonlySet<string>, members: readonly string[]): boolean {
  for (const member of members) if (set.has(member)) return true
  return false
}

function shareOfStems({ stems }: Unit, words: WordSet): number {
  let hits = 0
  for (const stem of stems) if (words.stems.has(stem)) hits++
  return hits / stems.length
}

const coverEach = (units: readonly WeightedUnit[], words: WordSet) =>
  units.map(({ unit, weight }) => (weight === 0 ? 0 : coverByWords(unit, words)))

/** The share of the units that is covered, by weight; `shares` tells it for each. */
function shareOf(units: readonly WeightedUnit[], shares: readonly number[]): number {
  let total = 0
  let covered = 0
  for (let i = 0; i < units.length; i++) {
    const { weight } = units[i] as WeightedUnit
    total += weight
    covered += weight * (shares[i] as number)
  }
  return total === 0 ? 0 : covered / total
}

/** The same of those units that `counts` picks, with the units that are not covered; `ofNothing` where there is nothing to cover. */
function cover(
  units: readonly WeightedUnit[],
  shares: readonly number[],
  counts: (one: WeightedUnit) => boolean = () => true,
  ofNothing = 0,
): Cover {
  const picked = units.flatMap((one, i) => (one.weight > 0 && counts(one) ? [{ one, share: shares[i] ?? 0 }] : []))
  const missing = picked.filter(({ one, share }) => share < 0.5 && !one.isFromContext).map(({ one }) => one)
  if (picked.length === 0) return { share: ofNothing, missing }
  return {
    share: shareOf(
      picked.map(({ one }) => one),
      picked.map(({ share }) => share),
    ),
    missing,
  }
}

const openSlots: readonly Slot[] = ['what', 'definition', 'quote']

/** How far a phrasing for one slot also asks for another: "when" and "on which day" are one, "when" and "why" are not. */
function slotKinship(asked: Slot, phrased: Slot): number {
  if (asked === phrased) return 1
  const [isOpen, wasOpen] = [openSlots.includes(asked), openSlots.includes(phrased)]
  if (isOpen && wasOpen) return 0.97
  if ((isOpen && phrased === 'yesNo') || (wasOpen && asked === 'yesNo')) return 0.92
  return isOpen || wasOpen || asked === 'yesNo' || phrased === 'yesNo' ? 0.85 : 0.7
}

/** Whether the fact has what is asked for. A missing date, figure, place or speaker is what makes Sitrep decline. */
function slotFit(view: FactView, inquiry: Inquiry): number {
  const own = frameFit(view, inquiry)
  // A curator who wrote "where …" for a fact says that it answers where, though no place fills the frame.
  const isAskedSo =
    isLoose(inquiry.asked.slot) && view.asks.some((phrasing) => phrasing.asked.slot === inquiry.asked.slot)
  return isAskedSo ? Math.max(own, 0.9) : own
}

/** Slots that a statement can fill though its frame does not; a date or a figure it cannot. */
const isLoose = (slot: Slot) => slot !== 'when' && slot !== 'howMany'

function frameFit(view: FactView, { asked, named, counted }: Inquiry): number {
  const { frame, statement } = view.fact
  switch (asked.slot) {
    case 'when':
      if (frame.when !== undefined) return 1
      return frame.howMany !== undefined && unitClass(frame.howMany.unit) === 'duration' ? 0.75 : 0.4
    case 'howMany': {
      if (frame.howMany === undefined) return frame.value !== undefined && /^\D{0,12}\d/.test(frame.value) ? 0.7 : 0.35
      const kind = figureClass(frame)
      if (asked.unitClass === undefined)
        return (
          (kind === 'duration' || kind === 'age' ? 0.8 : 1) *
          (counted === undefined || counts(view, counted) ? 1 : 0.75)
        )
      if (asked.unitClass === kind) return 1
      return asked.unitClass === 'percent' && frame.howMany.of !== undefined ? 1 : 0.45
    }
    case 'who': {
      const others = [...frame.who, ...frame.whom, ...frame.where, ...(asked.isAboutSpeech ? frame.saidBy : [])].filter(
        (id) => !named.has(id),
      )
      return others.length > 0 ? 1 : 0.6
    }
    case 'where':
      if (frame.where.some((id) => !named.has(id))) return 1
      return frame.where.length > 0 ? 0.85 : 0.55
    case 'why':
      if (frame.why !== undefined || /\b(cause|reason|motive|trigger)/i.test(frame.what ?? '')) return 1
      return givesReason.test(statement) ? 0.8 : 0.6
    case 'quote': {
      const isQuoted =
        frame.quote !== undefined || view.fact.citations.some((citation) => citation.reports?.quote !== undefined)
      const isOther = named.size > 0 && frame.saidBy.length > 0 && !frame.saidBy.some((id) => named.has(id))
      return (isQuoted ? 1 : frame.saidBy.length > 0 ? 0.85 : 0.6) * (isOther ? 0.8 : 1)
    }
    default:
      return 1
  }
}

const givesReason = /\b(because|due to|after|amid|over|caused|reason|triggered|sparked|so that|in order to|to )\b/i

/** Whether the fact's figure is one of what is to be counted: soldiers are not countries. */
function counts({ quantityUnits, whatUnits }: FactView, counted: Unit): boolean {
  if (counted.kind === 'weak' || counted.kind === 'name' || quantityUnits.length === 0) return true
  return [...quantityUnits, ...whatUnits.units].some(
    (unit) =>
      unit.stems.some((stem) => counted.stems.includes(stem)) ||
      unit.concepts.some((concept) => counted.concepts.includes(concept)) ||
      unit.entities.some((id) => counted.entities.includes(id)),
  )
}

/** The class of a fact's figure; years are an age where the frame says so. */
function figureClass({ howMany, what }: Frame): UnitClass {
  const kind = unitClass(howMany?.unit ?? '')
  return kind === 'duration' && /\bage\b|\bold\b/.test(what ?? '') ? 'age' : kind
}

/** Whether the fact is of the time and by the source that the question names. */
function agreement(view: FactView, inquiry: Inquiry): number {
  let share = 1
  if (inquiry.date !== undefined) {
    const when = view.fact.frame.when === undefined ? undefined : parseSpan(view.fact.frame.when)
    if (when !== undefined) share *= overlaps(when, inquiry.date) ? 1.08 : 0.72
    else share *= 0.9
  }
  if (inquiry.sources.size > 0)
    share *= view.fact.citations.some((citation) => inquiry.sources.has(citation.source)) ? 1.06 : 0.6
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
