// Decides what to do with the matches: answer, correct a false belief, show a profile or a timeline, ask back, or decline.

import { whatKey } from '../briefing/briefing.ts'
import type { Fact } from '../briefing/schema.ts'
import { parseSpan } from '../briefing/span.ts'
import type { AbstainReason } from './answer.ts'
import { decideSubject } from './decideSubject.ts'
import type { Decision } from './decision.ts'
import { believedAlone, isDenied, isFalsehood, mistakenPart, SAID_NO } from './falsePremise.ts'
import type { Findings } from './findings.ts'
import { isSure, SURE } from './isSure.ts'
import { isOfNamedSource, type Match, matchFact, REHEARSED, VERY_QUESTION } from './match.ts'
import { seriesOf } from './seriesOf.ts'
import { relevantConflicts } from './sides.ts'

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
/** From this likeness on, a question rests on a false belief. */
const BELIEVED = 0.66
/** The same for yes/no and for figures, which speak of what they do not take for granted. */
const BELIEVED_OUTRIGHT = 0.8
/** The same for a why that nothing else answers. */
const BELIEVED_IN_WHY = 0.55
/** A false belief has to be this much nearer than any fact. */
const BELIEF_MARGIN = 0.02
/** A fact that is not known yet has to be this much nearer than one that is. */
const LATER_MARGIN = 0.12

export function decide(findings: Findings): Decision {
  const { later } = findings
  const whole = decideSubject(findings)
  if (whole !== undefined) return whole
  const best = latestFigure(newestState(bestFilling(findings), findings), findings)
  const told = earlierTold(best, findings)
  if (best === undefined)
    return told ?? { kind: 'abstain', reason: later === undefined ? 'nothing on that' : 'not known yet' }
  return (
    compared(best, findings) ??
    told ??
    notKnownYet(best, findings) ??
    leftOpenOrBelieved(best, findings) ??
    answered(best, findings) ??
    reasonForFalsehood(findings) ?? { kind: 'abstain', reason: reasonFor(best, findings) }
  )
}

/** Sources are to be compared: the nearest of the matches on which they differ. */
function compared(best: Match, findings: Findings): Decision | undefined {
  const { comparison } = findings.inquiry
  if (comparison === undefined) return undefined
  const near = findings.matches.filter((match) => match.score >= COMPARABLE * best.score)
  const slotsOf = (match: Match) => relevantConflicts(findings, match.view.fact).map((conflict) => conflict.slot)
  const differing = near.find((match) => slotsOf(match).some((slot) => slot === (comparison.slot ?? slot)))
  return differing === undefined ? undefined : { kind: 'answer', match: differing, alongside: [] }
}

/** What answers best came out only after the day asked; of the same thing something else was known. */
function earlierTold(best: Match | undefined, findings: Findings): Decision | undefined {
  const { engine, inquiry, known, later, matches } = findings
  if (later === undefined || later.score <= (best?.score ?? 0) || !isSure(later, findings)) return undefined
  const series = seriesOf(later.view.fact)
  const { what } = later.view.fact.frame
  const same = (what === undefined ? [] : (engine.briefing.factsByWhat.get(whatKey(what)) ?? []))
    .filter((fact) => known(fact).length > 0)
    .map((fact) => matchFact(engine.viewOf(fact), inquiry, engine.lexicon))
  const told = [...same, ...matches.filter(({ view }) => seriesOf(view.fact) === series)].filter(
    ({ features }) => !inquiry.asked.isAboutSpeech || features.names >= later.features.names,
  )
  const [first] = told
  return first === undefined ? undefined : { kind: 'answer', match: newest(first, told), alongside: [] }
}

/** What answers best came out only after the day asked. */
function notKnownYet(best: Match, { inquiry, later }: Findings): Decision | undefined {
  if (later === undefined || best.score >= REHEARSED || later.score < SURE[inquiry.asked.slot].score) return undefined
  return later.score > best.score + LATER_MARGIN ? { kind: 'abstain', reason: 'not known yet' } : undefined
}

/** The question is one that the curator listed as open, or rests on a belief that the curator listed as false. */
function leftOpenOrBelieved(best: Match, findings: Findings): Decision | undefined {
  const { inquiry, open } = findings
  const isOpen: Decision = { kind: 'abstain', reason: 'left open' }
  const near = Math.max(best.features.ask, best.score)
  const openScore = open?.score ?? 0
  if (openScore >= VERY_QUESTION) return isOpen
  const least = ['howMany', 'yesNo'].includes(inquiry.asked.slot) ? BELIEVED_OUTRIGHT : BELIEVED
  const believed = nearestFalsehood(findings, least)
  if (believed !== undefined && believed.beliefScore > Math.max(near + BELIEF_MARGIN, openScore))
    return { kind: 'correct', match: believed, wrong: undefined }
  if (openScore >= LEFT_OPEN && openScore > near) return isOpen
  const unsaid = believedAlone(findings)
  return unsaid === undefined ? undefined : { kind: 'correct', match: unsaid, wrong: undefined }
}

/** The match whose false belief comes nearest to the question, from a likeness on. */
function nearestFalsehood(findings: Findings, least: number): Match | undefined {
  const [nearest] = findings.matches
    .filter((match) => match.beliefScore >= least && isFalsehood(match, findings))
    .sort((a, b) => b.beliefScore - a.beliefScore)
  return nearest
}

/** Before a why is declined: who asks for the reason takes the thing itself for granted. */
function reasonForFalsehood(findings: Findings): Decision | undefined {
  const { inquiry } = findings
  if (inquiry.asked.slot !== 'why' || inquiry.isFollowUp) return undefined
  const believed = nearestFalsehood(findings, BELIEVED_IN_WHY)
  return believed === undefined ? undefined : { kind: 'correct', match: believed, wrong: undefined }
}

function answered(best: Match, findings: Findings): Decision | undefined {
  const { matches } = findings
  const sure = [best, ...matches].find((match) => match.score >= NEARLY * best.score && isSure(match, findings))
  const isLoose =
    sure === undefined ||
    sure.missing.some(({ unit, weight }) => weight > 0.15 && (unit.kind === 'name' || sure.features.ask < REHEARSED))
  const mistake = isLoose ? firstMistake(findings, NEARLY * (sure?.score ?? 0)) : undefined
  if (mistake !== undefined || sure === undefined) return mistake
  // Where the question asks for the word of one source, another's is no answer.
  if (findings.inquiry.sources.size > 0 && !isOfNamedSource(sure.view, findings.inquiry))
    return { kind: 'abstain', reason: 'nothing on that' }
  if (isDenied(sure, findings)) return { kind: 'correct', match: sure, wrong: undefined }
  return { kind: 'answer', match: sure, alongside: matches.filter((match) => match !== sure) }
}

/** The best match; or one nearly as good that has what is asked for, where the best has not. */
function bestFilling({ matches, inquiry }: Findings): Match | undefined {
  const [best] = matches
  const filled = inquiry.asked.slot === 'quote' ? 1 : 0.9
  if (best === undefined || best.features.fit >= filled || best.features.ask >= SAID_NO) return best
  return (
    matches.find(
      (match) =>
        match.features.fit >= filled && match.score >= (sharesEntity(match, best) ? FILLING : AS_WELL) * best.score,
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
  return newest(best, rivals)
}

/** Words that ask for a figure of a series other than its last. */
const asksEarlier =
  /\b(first|initial|initially|original|originally|early|earlier|then|before|previous|previously|start|began)\b/

/** Of figures that tell the same as of different days the latest, unless the question names a time. */
function latestFigure(best: Match | undefined, { inquiry, matches }: Findings): Match | undefined {
  if (best === undefined || inquiry.asked.slot !== 'howMany' || inquiry.date !== undefined) return best
  if (asksEarlier.test(inquiry.tokens.map(({ word }) => word).join(' '))) return best
  const series = seriesOf(best.view.fact)
  // Of the same `what`, sources differ, and the answer says so.
  const others = matches.filter(
    ({ view: { fact } }) => seriesOf(fact) === series && fact.frame.what !== best.view.fact.frame.what,
  )
  // It is as surely meant as the one of another day.
  return { ...best, view: newest(best, others).view }
}

const newest = (best: Match, rivals: readonly Match[]) =>
  rivals.reduce((latest, match) => (startOf(match.view.fact) > startOf(latest.view.fact) ? match : latest), best)

const startOf = (fact: Fact) =>
  fact.frame.when === undefined ? Number.NEGATIVE_INFINITY : (parseSpan(fact.frame.when)?.from ?? 0)

/** What the question gets wrong of the first match of that score for which it does. */
function firstMistake(findings: Findings, leastScore: number): Decision | undefined {
  const namesAnything = findings.inquiry.units.some(({ unit, isFromContext }) => unit.kind === 'name' && !isFromContext)
  for (const match of findings.matches.slice(0, 12)) {
    if (match.score < leastScore) return undefined
    // Where a better match speaks of all the names, none of them is wrong.
    if (namesAnything && match.features.names >= ALL_NAMES) return undefined
    const mistaken = mistakenPart(match, findings)
    if (mistaken !== undefined) return { kind: 'correct', match, wrong: mistaken.name }
  }
  return undefined
}

const sharesEntity = (a: Match, b: Match) => [...a.view.framed].some((id) => b.view.framed.has(id))

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
