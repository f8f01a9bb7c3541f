// What a briefing is about: its summary, the facts that its curator chose for the overview, and what can be asked.

import { statementOf } from '../answering/statement.ts'
import { asKnownBy, type Briefing } from '../briefing/briefing.ts'
import { allConflicts, type Known } from '../briefing/conflicts.ts'
import type { Fact } from '../briefing/schema.ts'
import { formatSpan, parseSpan, type Span } from '../briefing/span.ts'
import { stampOf } from './answerCard.ts'
import type { Card, CardLine } from './card.ts'
import { openCiting } from './citing.ts'

export function overviewCard(briefing: Briefing, asOf: Span): Card {
  const citing = openCiting(briefing)
  const known = (fact: Fact) => asKnownBy(fact, briefing.sources, asOf)
  const shown = briefing.head.overview
    .flatMap((id) => briefing.factById.get(id) ?? [])
    .filter((fact) => known(fact).length > 0)
  const facts = shown.map(
    (fact): CardLine => ({
      kind: 'item',
      text: dated(fact, statementOf(fact, briefing, known(fact))),
      cites: citing.cite(known(fact)),
    }),
  )
  return {
    kind: 'overview',
    title: briefing.head.title,
    lines: [
      { kind: 'text', text: briefing.head.summary, cites: [] },
      { kind: 'text', text: countsAt(briefing, asOf, known), cites: [] },
      ...facts,
    ],
    stamp: stampOf(formatSpan(asOf), briefing),
    sources: citing.sources(),
    nearby: shown.flatMap((fact) => fact.asks[0]?.ask ?? []).slice(0, 3),
    actions: ['sources', 'timeline', 'conflicts', 'report'],
    picture: undefined,
  }
}

/** The statement behind its day, where it does not tell it itself. */
function dated({ frame }: Fact, statement: string): string {
  const span = frame.when === undefined ? undefined : parseSpan(frame.when)
  if (span === undefined || statement.includes(formatSpan(span))) return statement
  return `${formatSpan(span)}: ${statement}`
}

/** Finding every disagreement of a large base takes a second, and the overview is what is asked for most. */
const countsByDay = new WeakMap<Briefing, Map<number, string>>()

function countsAt(briefing: Briefing, asOf: Span, known: Known): string {
  const byDay = countsByDay.get(briefing) ?? new Map<number, string>()
  countsByDay.set(briefing, byDay)
  const counts = byDay.get(asOf.to) ?? countsOf(briefing, known)
  byDay.set(asOf.to, counts)
  return counts
}

/** "5 sources, 120 facts, 14 disagreements." */
function countsOf(briefing: Briefing, known: Known): string {
  const facts = briefing.facts.filter((fact) => known(fact).length > 0)
  const sources = new Set(facts.flatMap((fact) => known(fact).map((citation) => citation.source)))
  const counted = (count: number, thing: string) => `${count} ${thing}${count === 1 ? '' : 's'}`
  return `${counted(sources.size, 'source')}, ${counted(facts.length, 'fact')}, ${counted(allConflicts(briefing, known).length, 'disagreement')}.`
}
