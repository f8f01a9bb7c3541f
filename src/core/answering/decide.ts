// Decides what to do with the matches: answer, correct a false belief, show a profile or a timeline, ask back, or decline.

import { overlaps, parseSpan } from '../briefing/span.ts'
import type { Fact } from '../briefing/schema.ts'
import type { AbstainReason } from './answer.ts'
import type { Findings } from './ask.ts'
import { entityTerm } from './units.ts'
import type { WeightedUnit } from './inquiry.ts'
import type { Match } from './match.ts'

export type Decision =
  | { readonly kind: 'answer'; readonly match: Match; readonly alongside: readonly Match[] }
  | { readonly kind: 'correct'; readonly match: Match; readonly wrong: string | undefined }
  | { readonly kind: 'profile'; readonly entity: string }
  | { readonly kind: 'timeline'; readonly facts: readonly Fact[] }
  | { readonly kind: 'ambiguous'; readonly entities: readonly string[] }
  | { readonly kind: 'abstain'; readonly reason: AbstainReason }

/** From this score on a fact answers. */
const SURE = 0.6
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
  if (only !== undefined && content.length === 1 && only.unit.kind === 'name' && inquiry.asked.slot === 'definition') {
    if (ambiguous !== undefined) return { kind: 'ambiguous', entities: ambiguous.unit.entities }
    return profile(findings, only)
  }
  const [best] = matches
  if (best === undefined) return { kind: 'abstain', reason: findings.later === undefined ? 'nothing on that' : 'not known yet' }

  const believed = matches.filter((match) => match.beliefScore >= BELIEVED).sort((a, b) => b.beliefScore - a.beliefScore)[0]
  if (believed !== undefined && believed.beliefScore > best.askScore + 0.02) return { kind: 'correct', match: believed, wrong: undefined }

  const { later } = findings
  if (later !== undefined && later.score > best.score + 0.12 && later.score >= SURE && best.score < REHEARSED) return { kind: 'abstain', reason: 'not known yet' }
  if (isSure(best, findings)) return { kind: 'answer', match: best, alongside: matches.slice(1) }
  return { kind: 'abstain', reason: reasonFor(best, findings) }
}

function isSure(match: Match, findings: Findings): boolean {
  if (match.askScore >= REHEARSED && match.score >= SURE) return true
  if (match.score < SURE) return false
  // A telling word that no phrasing and no fact of this kind holds is most likely the very thing that is asked.
  const lost = match.missing.filter((one) => isTelling(one, findings))
  return lost.length === 0 || match.askScore >= 0.7
}

function isTelling({ unit, weight }: WeightedUnit, { engine }: Findings): boolean {
  if (unit.kind === 'name') return unit.entities.every((id) => (engine.index.tellingOf(entityTerm(id)) ?? 1) > 0.35)
  return weight >= 0.6
}

function reasonFor(match: Match, findings: Findings): AbstainReason {
  const { slot } = findings.inquiry.asked
  const isKnown = match.coverage >= 0.5
  if (!isKnown) return findings.inquiry.units.some(({ unit, weight }) => weight > 0.8 && unit.kind === 'word') ? 'unknown name' : 'nothing on that'
  if (match.fit >= 0.9) return 'nothing on that'
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
  const matching = matches.filter((match) => match.coverage >= 0.6).map((match) => match.view.fact)
  const facts = [...new Set([...pool, ...(topical || pool.length === 0 ? matching : [])])].filter((fact) => {
    const span = fact.frame.when === undefined ? undefined : parseSpan(fact.frame.when)
    return span !== undefined && known(fact).length > 0 && (inquiry.date === undefined || overlaps(span, inquiry.date))
  })
  if (facts.length === 0) return { kind: 'abstain', reason: matches.length === 0 && findings.later !== undefined ? 'not known yet' : 'no date' }
  return { kind: 'timeline', facts }
}
