// Decides what to do with the matches: answer, correct a false belief, show a profile or a timeline, ask back, or decline.

import type { Fact } from '../briefing/schema.ts'
import { DAY_MS, overlaps, parseSpan, type Span } from '../briefing/span.ts'
import type { AbstainReason } from './answer.ts'
import { believedAlone, isDenied, isFalsehood, mistakenPart, SAID_NO } from './falsePremise.ts'
import type { Findings } from './findings.ts'
import type { WeightedUnit } from './inquiry.ts'
import { type Match, REHEARSED } from './match.ts'
import type { Slot } from './question.ts'
import { relevantConflicts } from './sides.ts'
import { isSilent } from './slotFit.ts'

export type Decision =
  | { readonly kind: 'answer'; readonly match: Match; readonly alongside: readonly Match[] }
  | { readonly kind: 'correct'; readonly match: Match; readonly wrong: string | undefined }
  | { readonly kind: 'profile'; readonly entity: string; readonly byDate: boolean }
  | { readonly kind: 'timeline'; readonly facts: readonly Fact[] }
  | { readonly kind: 'overview'; readonly facts: readonly Fact[] }
  | { readonly kind: 'ambiguous'; readonly entities: readonly string[] }
  | { readonly kind: 'abstain'; readonly reason: AbstainReason }

/**
 * What it takes to answer, by what is asked: the score, the share of the question beyond its names that must be spoken of,
 * and the weight from which a word or a name that is not spoken of is too much. A reason for something known is nearly
 * always what was meant; a figure often is not. Set on the question sets of three briefings.
 */
const SURE: Record<
  Slot,
  { readonly score: number; readonly predicate: number; readonly lost: number; readonly name: number }
> = {
  when: { score: 0.35, predicate: 0.2, lost: 2, name: 0.4 },
  who: { score: 0.5, predicate: 0.4, lost: 0.9, name: 0.27 },
  where: { score: 0.3, predicate: 0.1, lost: 0.42, name: 0.5 },
  why: { score: 0.25, predicate: 0.15, lost: 2, name: 2 },
  howMany: { score: 0.48, predicate: 0.4, lost: 2, name: 0.52 },
  quote: { score: 0.27, predicate: 0, lost: 2, name: 0.5 },
  what: { score: 0.5, predicate: 0.45, lost: 2, name: 0.27 },
  definition: { score: 0.57, predicate: 0.1, lost: 0.75, name: 0.2 },
  yesNo: { score: 0.45, predicate: 0.2, lost: 2, name: 0.5 },
  timeline: { score: 0.5, predicate: 0, lost: 2, name: 2 },
}
/** A fact matches about as well as the best from this share of its score on. */
const AS_WELL = 0.8
/** Where the best match is not sure, one that scores nearly as high may be. */
const NEARLY = 0.85
/** A fact that has what is asked for may score this much less than one that has not. */
const FILLING = 0.6
/** What sources differ on may score this much less than what they do not, where the question compares them. */
const COMPARABLE = 0.5
/** From this likeness on, a question is one that the curator listed as open. */
const LEFT_OPEN = 0.6
/** From this share of the question's names on, a fact speaks of all of them. */
const ALL_NAMES = 0.9
/** From this many open questions on, a briefing is taken to list what readers will ask in vain. */
const ENOUGH_OPEN = 20
/** From this likeness on, a question is word for word one that the curator listed as open. */
const VERY_QUESTION = 0.985
/** From this likeness on, a question rests on a false belief. */
const BELIEVED = 0.66
/** The same for yes/no and for figures, which speak of what they do not take for granted. */
const BELIEVED_OUTRIGHT = 0.8
/** A false belief has to be this much nearer than any fact. */
const BELIEF_MARGIN = 0.02
/** A fact that is not known yet has to be this much nearer than one that is. */
const LATER_MARGIN = 0.12

export function decide(findings: Findings): Decision {
  const { inquiry, matches, later } = findings
  if (inquiry.asked.slot === 'timeline') return timeline(findings)
  const early = aboutOneEntity(findings) ?? aboutOneDay(findings) ?? aboutEverything(findings)
  if (early !== undefined) return early
  const best = newestState(bestFilling(matches), findings)
  if (best === undefined) return { kind: 'abstain', reason: later === undefined ? 'nothing on that' : 'not known yet' }
  return (
    compared(best, findings) ??
    notKnownYet(best, findings) ??
    leftOpenOrBelieved(best, findings) ??
    answered(best, findings) ?? { kind: 'abstain', reason: reasonFor(best, findings) }
  )
}

const contentOf = ({ inquiry }: Findings) =>
  inquiry.units.filter(({ unit, weight, isFromContext }) => weight > 0 && !isFromContext && unit.kind !== 'weak')

/** "Who is Weir", "what became of the terminal", "what is the spokesperson called". */
function aboutOneEntity(findings: Findings): Decision | undefined {
  const { asked } = findings.inquiry
  const content = contentOf(findings)
  const [only] = content
  if (only?.unit.kind === 'name' && content.length === 1) {
    if (asked.asksFate || ['definition', 'who', 'what'].includes(asked.slot))
      return only.unit.entities.length > 1
        ? { kind: 'ambiguous', entities: only.unit.entities }
        : profile(findings, only)
  }
  const { entities } = findings.engine.briefing
  const isUnnamed = content.some(({ unit }) => unit.entities.some((id) => entities.get(id)?.unnamed))
  return asked.asksName && isUnnamed ? { kind: 'abstain', reason: 'no name' } : undefined
}

/** "What happened on 8 January" names nothing but the day. */
function aboutOneDay(findings: Findings): Decision | undefined {
  const { date, isFollowUp } = findings.inquiry
  return date !== undefined && !isFollowUp && contentOf(findings).length === 0 ? timeline(findings) : undefined
}

/** "What happened", "give me a summary": nothing is named, so that the whole briefing is meant. */
function aboutEverything(findings: Findings): Decision | undefined {
  const { inquiry, engine, known } = findings
  if (inquiry.isFollowUp || !asksForAll.test(inquiry.tokens.map(({ word }) => word).join(' '))) return undefined
  if (contentOf(findings).some(({ unit }) => !unit.words.every((word) => asksForAll.test(word)))) return undefined
  const chosen = engine.briefing.head.overview.flatMap((id) => engine.briefing.factById.get(id) ?? [])
  const facts = chosen.filter((fact) => known(fact).length > 0)
  return facts.length === 0 ? undefined : { kind: 'overview', facts }
}

const asksForAll =
  /\b(happen(ed|ing|s)?|summary|summari[sz]e|overview|gist|tl ?dr|nutshell|sum up|recap|situation|story|news|latest|update|going on|catch me up|brief me|up to speed|know so far|this about|it about|everything|whats up|what is up|the basics|key (facts|points|events))\b/

/** Sources are to be compared: the nearest of the matches on which they differ. */
function compared(best: Match, findings: Findings): Decision | undefined {
  const { comparison } = findings.inquiry
  if (comparison === undefined) return undefined
  const near = findings.matches.filter((match) => match.score >= COMPARABLE * best.score)
  const slotsOf = (match: Match) => relevantConflicts(findings, match.view.fact).map((conflict) => conflict.slot)
  const differing = near.find((match) => slotsOf(match).some((slot) => slot === (comparison.slot ?? slot)))
  return differing === undefined ? undefined : { kind: 'answer', match: differing, alongside: [] }
}

/** What answers best came out only after the day asked. */
function notKnownYet(best: Match, { inquiry, later }: Findings): Decision | undefined {
  if (later === undefined || best.score >= REHEARSED || later.score < SURE[inquiry.asked.slot].score) return undefined
  return later.score > best.score + LATER_MARGIN ? { kind: 'abstain', reason: 'not known yet' } : undefined
}

/** The question is one that the curator listed as open, or rests on a belief that the curator listed as false. */
function leftOpenOrBelieved(best: Match, findings: Findings): Decision | undefined {
  const { inquiry, matches, open } = findings
  const isOpen: Decision = { kind: 'abstain', reason: 'left open' }
  const near = Math.max(best.features.ask, best.score)
  const openScore = open?.score ?? 0
  if (openScore >= VERY_QUESTION) return isOpen
  const least = ['howMany', 'yesNo'].includes(inquiry.asked.slot) ? BELIEVED_OUTRIGHT : BELIEVED
  const [believed] = matches
    .filter((match) => match.beliefScore >= least && isFalsehood(match, findings))
    .sort((a, b) => b.beliefScore - a.beliefScore)
  if (believed !== undefined && believed.beliefScore > Math.max(near + BELIEF_MARGIN, openScore))
    return { kind: 'correct', match: believed, wrong: undefined }
  if (openScore >= LEFT_OPEN && openScore > near) return isOpen
  const unsaid = believedAlone(findings)
  return unsaid === undefined ? undefined : { kind: 'correct', match: unsaid, wrong: undefined }
}

function answered(best: Match, findings: Findings): Decision | undefined {
  const { matches } = findings
  const sure = [best, ...matches].find((match) => match.score >= NEARLY * best.score && isSure(match, findings))
  const isLoose =
    sure === undefined ||
    sure.missing.some(({ unit, weight }) => weight > 0.15 && (unit.kind === 'name' || sure.features.ask < REHEARSED))
  const mistake = isLoose ? firstMistake(findings) : undefined
  if (mistake !== undefined || sure === undefined) return mistake
  if (!isReportedByNamed(sure, findings)) return { kind: 'abstain', reason: 'nothing on that' }
  if (isDenied(sure, findings)) return { kind: 'correct', match: sure, wrong: undefined }
  return { kind: 'answer', match: sure, alongside: matches.filter((match) => match !== sure) }
}

/** Where the question asks for the word of one source, another's is no answer. */
function isReportedByNamed({ view }: Match, { inquiry: { sources } }: Findings): boolean {
  return sources.size === 0 || view.fact.citations.some(({ source }) => sources.has(source))
}

/** The best match; or one nearly as good that has what is asked for, where the best has not. */
function bestFilling(matches: readonly Match[]): Match | undefined {
  const [best] = matches
  if (best === undefined || best.features.fit >= 0.9 || best.features.ask >= SAID_NO) return best
  return (
    matches.find(
      (match) => match.features.fit >= 0.9 && match.score >= FILLING * best.score && sharesEntity(match, best),
    ) ?? best
  )
}

/** Where the question asks how things stand, the newest of the facts that match about as well. */
function newestState(best: Match | undefined, { inquiry, matches }: Findings): Match | undefined {
  if (best === undefined || !inquiry.asked.isAboutNow || best.features.ask >= REHEARSED) return best
  const rivals = matches.filter(
    (match) =>
      match.score >= AS_WELL * best.score && match.features.fit >= best.features.fit && sharesEntity(match, best),
  )
  return rivals.reduce((newest, match) => (startOf(match.view.fact) > startOf(newest.view.fact) ? match : newest), best)
}

const startOf = (fact: Fact) =>
  fact.frame.when === undefined ? Number.NEGATIVE_INFINITY : (parseSpan(fact.frame.when)?.from ?? 0)

function firstMistake(findings: Findings): Decision | undefined {
  const namesAnything = findings.inquiry.units.some(({ unit, isFromContext }) => unit.kind === 'name' && !isFromContext)
  for (const match of findings.matches.slice(0, 12)) {
    // Where a better match speaks of all the names, none of them is wrong.
    if (namesAnything && match.features.names >= ALL_NAMES) return undefined
    const mistaken = mistakenPart(match, findings)
    if (mistaken !== undefined) return { kind: 'correct', match, wrong: mistaken.name }
  }
  return undefined
}

const sharesEntity = (a: Match, b: Match) => [...a.view.framed].some((id) => b.view.framed.has(id))

function isSure(match: Match, findings: Findings): boolean {
  const { namesUnknown, asked } = findings.inquiry
  const isPlace = (id: string) => findings.engine.briefing.entities.get(id)?.kind === 'place'
  if (isSilent(match.view, findings.inquiry, isPlace)) return false
  if (namesUnknown && asked.slot !== 'why' && match.features.ask < REHEARSED) return false
  return isSureAlone(match, findings) || isNearerThanOpen(match, findings)
}

/**
 * Where a curator has listed what the sources leave open, a fact that is nearer than all of those answers on less:
 * the list then tells what cannot be answered better than any threshold.
 */
function isNearerThanOpen({ features, score, missing }: Match, { engine, inquiry, open }: Findings): boolean {
  if (engine.briefing.open.length < ENOUGH_OPEN || score < (inquiry.asked.slot === 'howMany' ? 0.5 : 0.4)) return false
  return (
    features.predicate >= 0.2 && !missing.some((one) => isElsewhere(one, engine)) && score > (open?.score ?? 0) + 0.03
  )
}

/** A thing that the lexicon knows by all its words, and that no fact speaks of. */
function isElsewhere({ unit }: WeightedUnit, { index }: Findings['engine']): boolean {
  return (
    unit.kind === 'word' && unit.concepts.length > 0 && unit.terms.every((term) => index.tellingOf(term) === undefined)
  )
}

function isSureAlone({ features, score, missing }: Match, { inquiry }: Findings): boolean {
  const sure = SURE[inquiry.asked.slot]
  // A follow-up says little itself; that it follows up makes it likely that the thread's subject can answer it.
  if (inquiry.isFollowUp) return score >= 0.6 * sure.score
  if (score < sure.score) return false
  if (features.ask >= REHEARSED) return true
  if (missing.some(({ unit, weight }) => unit.kind === 'name' && weight > sure.name)) return false
  return features.predicate >= sure.predicate && features.lost < sure.lost
}

function reasonFor(match: Match, findings: Findings): AbstainReason {
  const { slot } = findings.inquiry.asked
  const isKnown = match.features.covered >= 0.5
  if (!isKnown)
    return findings.inquiry.units.some(({ unit, weight }) => weight > 0.8 && unit.kind === 'word')
      ? 'unknown name'
      : 'nothing on that'
  if (match.features.fit >= 0.9) return 'nothing on that'
  if (slot === 'when') return 'no date'
  if (slot === 'howMany') return 'no figure'
  if (slot === 'why') return 'no reason'
  if (slot === 'where') return 'no place'
  return slot === 'who' ? 'no name' : 'nothing on that'
}

const spanOf = ({ frame }: Fact) => (frame.when === undefined ? undefined : parseSpan(frame.when))

/** True for a span not much longer than the time asked about. */
function isClose(span: Span | undefined, date: Span): boolean {
  return span !== undefined && span.to - span.from <= date.to - date.from + 2 * DAY_MS
}

function profile(findings: Findings, { unit }: WeightedUnit): Decision {
  const { engine, inquiry, known, question } = findings
  const [id = ''] = unit.entities
  const facts = factsAbout(findings, id)
  if (!facts.some((fact) => known(fact).length > 0))
    return { kind: 'abstain', reason: facts.length > 0 ? 'not known yet' : 'nothing on that' }
  const asksWho =
    question.verb === 'who' ||
    (question.verb !== 'what' && inquiry.tokens.some(({ word }) => word === 'who' || word === 'name'))
  if (asksWho && engine.briefing.entities.get(id)?.unnamed) return { kind: 'abstain', reason: 'no name' }
  return { kind: 'profile', entity: id, byDate: inquiry.asked.asksFate }
}

/** The facts of an entity: those that the curator chose to introduce it, then those that it is framed in. */
export function factsAbout({ engine }: Findings, id: string): Fact[] {
  const { briefing, factsOfEntity } = engine
  const profiled = briefing.entities.get(id)?.profile ?? []
  const chosen = profiled.flatMap((fact) => briefing.factById.get(fact) ?? [])
  return [...new Set([...chosen, ...(factsOfEntity.get(id) ?? [])])]
}

function timeline(findings: Findings): Decision {
  const { inquiry, matches, engine, known } = findings
  const named = inquiry.units
    .filter(({ unit, weight }) => unit.kind === 'name' && weight > 0)
    .flatMap(({ unit }) => unit.entities)
  const topical = inquiry.units.some(({ unit, weight }) => weight > 0 && unit.kind !== 'name' && unit.kind !== 'weak')
  const ofDay = inquiry.date !== undefined && named.length === 0 && !topical ? engine.briefing.facts : []
  const pool =
    ofDay.length > 0
      ? ofDay
      : named.length > 0
        ? named.flatMap((id) => factsAbout(findings, id))
        : topical
          ? []
          : engine.briefing.head.overview.flatMap((id) => engine.briefing.factById.get(id) ?? [])
  const matching = matches.filter((match) => match.features.covered >= 0.6).map((match) => match.view.fact)
  const dated = [...new Set([...pool, ...(topical || pool.length === 0 ? matching : [])])].filter((fact) => {
    const span = spanOf(fact)
    return span !== undefined && known(fact).length > 0 && (inquiry.date === undefined || overlaps(span, inquiry.date))
  })
  const { date } = inquiry
  // What is only known to lie in a longer time says little of a day, so it is left out where something says more.
  const close = date === undefined ? dated : dated.filter((fact) => isClose(spanOf(fact), date))
  const facts = close.length > 0 ? close : dated
  if (facts.length === 0)
    return {
      kind: 'abstain',
      reason: matches.length === 0 && findings.later !== undefined ? 'not known yet' : 'no date',
    }
  return { kind: 'timeline', facts }
}
