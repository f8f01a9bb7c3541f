// Decides what to do with the matches: answer, correct a false belief, show a profile or a timeline, ask back, or decline.

import { overlaps, parseSpan } from '../briefing/span.ts'
import type { Fact } from '../briefing/schema.ts'
import type { AbstainReason } from './answer.ts'
import type { Findings } from './ask.ts'
import type { WeightedUnit } from './inquiry.ts'
import { isNegative } from './factView.ts'
import type { Match } from './match.ts'
import type { Slot } from './question.ts'

export type Decision =
  | { readonly kind: 'answer'; readonly match: Match; readonly alongside: readonly Match[] }
  | { readonly kind: 'correct'; readonly match: Match; readonly wrong: string | undefined }
  | { readonly kind: 'profile'; readonly entity: string }
  | { readonly kind: 'timeline'; readonly facts: readonly Fact[] }
  | { readonly kind: 'ambiguous'; readonly entities: readonly string[] }
  | { readonly kind: 'abstain'; readonly reason: AbstainReason }

/**
 * What it takes to answer, by what is asked: the score, the share of the question beyond its names that must be spoken of,
 * and the weight from which a word that is not is too much. A figure is given only where nothing is left over; a
 * reason for something known is nearly always what was meant. Set on the question sets of three briefings.
 */
const SURE: Record<Slot, { readonly score: number; readonly predicate: number; readonly lost: number }> = {
  when: { score: 0.5, predicate: 0.3, lost: 0.84 },
  who: { score: 0.5, predicate: 0.45, lost: 0.84 },
  where: { score: 0.38, predicate: 0.2, lost: 0.84 },
  why: { score: 0.32, predicate: 0, lost: 2 },
  howMany: { score: 0.5, predicate: 0.4, lost: 0.52 },
  quote: { score: 0.48, predicate: 0, lost: 0.84 },
  what: { score: 0.5, predicate: 0.3, lost: 0.84 },
  definition: { score: 0.5, predicate: 0.3, lost: 0.84 },
  yesNo: { score: 0.45, predicate: 0.3, lost: 2 },
  timeline: { score: 0.5, predicate: 0, lost: 2 },
}
/** From this likeness on, a question is one that the curator listed as open. */
const LEFT_OPEN = 0.7
/** From this weight on, a name that the fact does not speak of makes it another matter. */
const NAME_LOST = 0.42
/** From this likeness on, a curator's phrasing is the question. */
const REHEARSED = 0.78
/** From this likeness on, a question rests on a false belief. */
const BELIEVED = 0.8

export function decide(findings: Findings): Decision {
  const { inquiry, matches } = findings
  const content = inquiry.units.filter(({ unit, weight, isFromContext }) => weight > 0 && !isFromContext && unit.kind !== 'weak')
  const ambiguous = content.find(({ unit }) => unit.entities.length > 1)
  const [only] = content
  if (inquiry.asked.slot === 'timeline') return timeline(findings)
  if (only !== undefined && content.length === 1 && only.unit.kind === 'name' && ['definition', 'who', 'what'].includes(inquiry.asked.slot)) {
    if (ambiguous !== undefined) return { kind: 'ambiguous', entities: ambiguous.unit.entities }
    return profile(findings, only)
  }
  if (inquiry.asked.asksName && content.some(({ unit }) => unit.entities.some((id) => findings.engine.briefing.entities.get(id)?.unnamed))) return { kind: 'abstain', reason: 'no name' }
  const [best] = matches
  if (best === undefined) return { kind: 'abstain', reason: findings.later === undefined ? 'nothing on that' : 'not known yet' }

  const { open } = findings
  if (open !== undefined && open.score >= LEFT_OPEN && open.score > Math.max(best.features.ask, best.score - 0.05)) return { kind: 'abstain', reason: 'left open' }

  const believed = matches.filter((match) => match.beliefScore >= BELIEVED && isFalsehood(match, findings)).sort((a, b) => b.beliefScore - a.beliefScore)[0]
  if (believed !== undefined && believed.beliefScore > best.features.ask + 0.02) return { kind: 'correct', match: believed, wrong: undefined }

  const { later } = findings
  if (later !== undefined && later.score > best.score + 0.12 && later.score >= SURE[inquiry.asked.slot].score && best.score < REHEARSED) return { kind: 'abstain', reason: 'not known yet' }
  if (isSure(best, findings)) return { kind: 'answer', match: best, alongside: matches.slice(1) }
  return { kind: 'abstain', reason: reasonFor(best, findings) }
}

/**
 * A question shares a false belief only by what the fact does not hold: a word or name of the belief's own, or,
 * where the fact denies something, the thing denied. Else it merely speaks of the same matter.
 */
function isFalsehood({ belief, missing, view }: Match, { inquiry }: Findings): boolean {
  if (belief === undefined) return false
  if (view.isNegative || view.fact.standing === 'denied') return !inquiry.asked.isNegated && !isNegative(belief.text)
  return missing.some(({ unit, weight }) => weight > 0.2 && (unit.entities.some((id) => belief.words.entities.has(id)) || (unit.entities.length === 0 && (unit.stems.every((stem) => belief.words.stems.has(stem)) || unit.concepts.some((concept) => belief.words.concepts.has(concept))))))
}

function isSure({ features, score, missing }: Match, { inquiry }: Findings): boolean {
  const sure = SURE[inquiry.asked.slot]
  if (score < sure.score) return false
  if (features.ask >= REHEARSED) return true
  if (missing.some(({ unit, weight }) => unit.kind === 'name' && weight > NAME_LOST) && inquiry.asked.slot !== 'why') return false
  return features.predicate >= sure.predicate && features.lost < sure.lost
}

function reasonFor(match: Match, findings: Findings): AbstainReason {
  const { slot } = findings.inquiry.asked
  const isKnown = match.features.covered >= 0.5
  if (!isKnown) return findings.inquiry.units.some(({ unit, weight }) => weight > 0.8 && unit.kind === 'word') ? 'unknown name' : 'nothing on that'
  if (match.features.fit >= 0.9) return 'nothing on that'
  if (slot === 'when') return 'no date'
  if (slot === 'howMany') return 'no figure'
  if (slot === 'why') return 'no reason'
  if (slot === 'where') return 'no place'
  return slot === 'who' ? 'no name' : 'nothing on that'
}

function profile(findings: Findings, { unit }: WeightedUnit): Decision {
  const { engine, known } = findings
  const [id = ''] = unit.entities
  const entity = engine.briefing.entities.get(id)
  const facts = factsAbout(findings, id)
  const isKnown = facts.some((fact) => known(fact).length > 0)
  if (!isKnown) return { kind: 'abstain', reason: facts.length > 0 ? 'not known yet' : 'nothing on that' }
  if (entity?.unnamed && findings.inquiry.tokens.some((token) => token.word === 'who' || token.word === 'name') && findings.question.verb !== 'what') return { kind: 'abstain', reason: 'no name' }
  if (entity?.unnamed && findings.question.verb === 'who') return { kind: 'abstain', reason: 'no name' }
  return { kind: 'profile', entity: id }
}

export function factsAbout({ engine }: Findings, id: string): Fact[] {
  const { briefing, factsOfEntity } = engine
  const profiled = briefing.entities.get(id)?.profile ?? []
  const framed = (factsOfEntity.get(id) ?? []).flatMap((position) => briefing.facts[position] ?? [])
  return [...new Set([...profiled.flatMap((fact) => briefing.factById.get(fact) ?? []), ...framed])]
}

function timeline(findings: Findings): Decision {
  const { inquiry, matches, engine, known } = findings
  const named = inquiry.units.filter(({ unit, weight }) => unit.kind === 'name' && weight > 0).flatMap(({ unit }) => unit.entities)
  const topical = inquiry.units.some(({ unit, weight }) => weight > 0 && unit.kind !== 'name' && unit.kind !== 'weak')
  const pool = named.length > 0 ? named.flatMap((id) => factsAbout(findings, id)) : topical ? [] : engine.briefing.head.overview.flatMap((id) => engine.briefing.factById.get(id) ?? [])
  const matching = matches.filter((match) => match.features.covered >= 0.6).map((match) => match.view.fact)
  const facts = [...new Set([...pool, ...(topical || pool.length === 0 ? matching : [])])].filter((fact) => {
    const span = fact.frame.when === undefined ? undefined : parseSpan(fact.frame.when)
    return span !== undefined && known(fact).length > 0 && (inquiry.date === undefined || overlaps(span, inquiry.date))
  })
  if (facts.length === 0) return { kind: 'abstain', reason: matches.length === 0 && findings.later !== undefined ? 'not known yet' : 'no date' }
  return { kind: 'timeline', facts }
}
