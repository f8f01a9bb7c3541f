// Questions that ask for a whole subject rather than for one fact: somebody, a day, the briefing, a chronology.

import type { Fact } from '../briefing/schema.ts'
import { DAY_MS, overlaps, parseSpan, type Span } from '../briefing/span.ts'
import type { Decision } from './decision.ts'
import type { Findings } from './findings.ts'
import { VERY_QUESTION } from './match.ts'
import type { WeightedUnit } from './units.ts'

/** Undefined where one fact is asked for. */
export function decideSubject(findings: Findings): Decision | undefined {
  if (findings.inquiry.asked.slot === 'timeline') return timeline(findings)
  return aboutOneEntity(findings) ?? aboutOneDay(findings) ?? aboutEverything(findings)
}

const contentOf = ({ inquiry }: Findings) =>
  inquiry.units.filter(({ unit, weight, isFromContext }) => weight > 0 && !isFromContext && unit.kind !== 'weak')

/** "Who is Weir", "what became of the terminal", "what is the spokesperson called". */
function aboutOneEntity(findings: Findings): Decision | undefined {
  const { inquiry, matches } = findings
  const { asked } = inquiry
  const content = contentOf(findings)
  const [only] = content
  // What the curator wrote for "what became of Weir" says more than all that is known of Weir.
  if (asked.asksFate && matches.some((match) => match.features.ask >= VERY_QUESTION)) return undefined
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
