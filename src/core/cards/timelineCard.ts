// The dated facts of a briefing in order, forecasts and claims marked: of those that its curator chose, or of all.

import { statementOf } from '../answering/statement.ts'
import { asKnownBy, type Briefing } from '../briefing/briefing.ts'
import type { Fact } from '../briefing/schema.ts'
import { formatSpan, parseSpan, type Span } from '../briefing/span.ts'
import { stampOf } from './answerCard.ts'
import type { Card, CardLine } from './card.ts'
import { openCiting } from './citing.ts'

export function timelineCard(briefing: Briefing, facts: readonly Fact[], asOf: Span): Card {
  const citing = openCiting(briefing)
  const lines = facts
    .flatMap((fact) => {
      const span = fact.frame.when === undefined ? undefined : parseSpan(fact.frame.when)
      const citations = asKnownBy(fact, briefing.sources, asOf)
      return span === undefined || citations.length === 0 ? [] : [{ fact, span, citations }]
    })
    .sort((a, b) => a.span.from - b.span.from)
    .map(({ fact, span, citations }): CardLine => {
      const mark = fact.standing === 'reported' || fact.standing === 'official' ? '' : ` (${fact.standing})`
      return {
        kind: 'item',
        text: `${formatSpan(span)}${mark}: ${statementOf(fact, briefing, citations)}`,
        cites: citing.cite(citations),
      }
    })
  return {
    kind: 'timeline',
    title: 'Timeline',
    lines: lines.length > 0 ? lines : [{ kind: 'text', text: 'Nothing dated was known by then.', cites: [] }],
    stamp: stampOf(formatSpan(asOf), briefing),
    sources: citing.sources(),
    nearby: [],
    actions: ['report'],
    picture: undefined,
  }
}
