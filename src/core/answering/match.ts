// How well a fact answers a question: how much of the question it covers, and whether it fills the slot that is asked.

import type { Fact } from '../briefing/schema.ts'
import { overlaps, parseSpan } from '../briefing/span.ts'
import { type Cover, cover, coverByAsks, coverByFact, coverEach, shareCovered, shareOf } from './cover.ts'
import type { FactView, Phrasing } from './factView.ts'
import { bareWords, type Inquiry } from './inquiry.ts'
import type { Lexicon } from './lexicon.ts'
import type { Slot } from './slot.ts'
import { slotFit } from './slotFit.ts'
import type { WeightedUnit } from './units.ts'

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
  /** Whether the fact has what the question asks for. */
  readonly fit: number
  /** Weight of the most telling unit that neither the fact nor the phrasing holds. */
  readonly lost: number
}

/** From this likeness on, a curator's phrasing is the question. */
export const REHEARSED = 0.78
/** From this likeness on, it is the question word for word. */
export const VERY_QUESTION = 0.985

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
    fit: slotFit(view, inquiry, askScore >= REHEARSED && ask?.asked.slot === inquiry.asked.slot),
    lost: Math.max(0, ...missing.map((one) => one.weight)),
  }
  const isQuoted = inquiry.quoted.some((words) => quotesOf(view.fact).some((text) => text.includes(words)))
  const score = isQuoted
    ? QUOTED
    : scoreOf(features) *
      newness(inquiry, byEither) *
      agreement(view, inquiry) *
      polarity(view, inquiry) *
      preference(view, inquiry)
  return { view, features, score, ask, belief, beliefScore, missing, missingInFact: own.missing }
}

function scoreOf({ covered, names, whatBack, statementBack, ask, fit }: Features): number {
  const byWords = covered * (0.84 + 0.1 * whatBack + 0.06 * statementBack)
  return fit * Math.max(byWords, ask) * (1 - NAMES_WEIGHT * (1 - names))
}

/** What a fact loses that only speaks of what the thread said before. */
const SAID_BEFORE = 0.25

/** A follow-up asks for something more: what speaks of none of its own words has been told. */
function newness({ isFollowUp, units }: Inquiry, shares: readonly number[]): number {
  if (!isFollowUp) return 1
  const isOwn = ({ isFromContext, unit }: WeightedUnit) =>
    !isFromContext && unit.kind !== 'weak' && unit.kind !== 'name'
  return 1 - SAID_BEFORE * (1 - cover(units, shares, isOwn, 1).share)
}

/** The score of a fact that holds the very words which the question quotes. */
const QUOTED = 0.97

function quotesOf({ statement, frame, citations }: Fact): string[] {
  return [statement, frame.quote, ...citations.map((citation) => citation.reports?.quote)].flatMap((text) =>
    text === undefined ? [] : [bareWords(text)],
  )
}

/** What a fact loses that speaks of none of the names in the question. */
const NAMES_WEIGHT = 0.4

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
  const byAsk = coverByAsks(inquiry.units, view)
  view.asks.forEach((phrasing, i) => {
    const shares = byAsk[i]
    if (shares === undefined) return
    const together = shares.map((share, at) => Math.max(share, FACT_BESIDE_ASK * (byFact[at] ?? 0)))
    const [joint, alone] = [shareOf(inquiry.units, together), shareOf(inquiry.units, shares)]
    if (mostLikeness(joint, alone, phrasing, inquiry) <= best.score) return
    const score = likeness(joint, alone, phrasing, inquiry)
    if (score > best.score) best = { ask: phrasing, score, joint: cover(inquiry.units, together), shares }
  })
  return best
}

function likeness(joint: number, alone: number, phrasing: Phrasing, inquiry: Inquiry): number {
  return likenessOf(joint, alone, shareCovered(phrasing.units, inquiry), phrasing, inquiry)
}

/** What it is at most, whatever the phrasing says beside the question: a fact has dozens of phrasings. */
function mostLikeness(joint: number, alone: number, phrasing: Phrasing, inquiry: Inquiry): number {
  return likenessOf(joint, alone, 1, phrasing, inquiry)
}

function likenessOf(joint: number, alone: number, back: number, phrasing: Phrasing, inquiry: Inquiry): number {
  return (0.35 * joint + 0.3 * alone + 0.35 * back) * slotKinship(inquiry.asked.slot, phrasing.asked.slot)
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

const openSlots: readonly Slot[] = ['what', 'definition', 'quote']

/** How far a phrasing for one slot also asks for another: "when" and "on which day" are one, "when" and "why" are not. */
function slotKinship(asked: Slot, phrased: Slot): number {
  if (asked === phrased) return 1
  const [isOpen, wasOpen] = [openSlots.includes(asked), openSlots.includes(phrased)]
  if (isOpen && wasOpen) return 0.97
  if ((isOpen && phrased === 'yesNo') || (wasOpen && asked === 'yesNo')) return 0.92
  return isOpen || wasOpen || asked === 'yesNo' || phrased === 'yesNo' ? 0.85 : 0.7
}

/** Whether the fact is of the time and by the source that the question names. */
function agreement(view: FactView, inquiry: Inquiry): number {
  let share = 1
  if (inquiry.date !== undefined) {
    const when = view.fact.frame.when === undefined ? undefined : parseSpan(view.fact.frame.when)
    // What happened on another day answers "did it happen on that day" with no, and what has no day does not answer it.
    const [otherwise, undated] = inquiry.asked.slot === 'yesNo' ? [0.9, 0.72] : [0.72, 0.9]
    share *= when === undefined ? undated : overlaps(when, inquiry.date) ? 1.08 : otherwise
  }
  if (inquiry.sources.size > 0) share *= isOfNamedSource(view, inquiry) ? 1.06 : 0.6
  return share
}

/** Whether a source that the question names tells the fact, or is itself what it tells of. */
export function isOfNamedSource({ fact, framed }: FactView, { sources, publishers }: Inquiry): boolean {
  return (
    fact.citations.some(({ source }) => sources.has(source)) ||
    [...publishers].some((id) => framed.has(id) || fact.frame.saidBy.includes(id))
  )
}

/** What a fact loses that tells what has been done, where the question asks what has not. */
const OTHERWISE = 0.7

/** "How many have not been found" is answered by what denies the finding, or tells its opposite. */
function polarity({ core, isNegative }: FactView, { opposites }: Inquiry): number {
  if (opposites.size === 0 || isNegative) return 1
  for (const concept of opposites) if (core.concepts.has(concept)) return 1
  return OTHERWISE
}

/** Small leanings between facts that match alike: an event before a forecast of it, unless the question looks ahead. */
function preference(view: FactView, { asked }: Inquiry): number {
  const { standing } = view.fact
  if (standing === 'forecast') return asked.isAboutFuture ? 1.02 : 0.94
  if (standing === 'retracted') return 0.95
  if (asked.slot === 'when' && asked.isAboutFuture) return 0.98
  return 1
}
