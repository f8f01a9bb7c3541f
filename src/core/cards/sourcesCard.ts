// The sources of an answer, or of a whole briefing with what each contributed.

import { statementOf } from '../answering/statement.ts'
import { type Briefing, publishedSpan } from '../briefing/briefing.ts'
import type { Known } from '../briefing/conflicts.ts'
import { formatSpan, type Span } from '../briefing/span.ts'
import { stampOf } from './answerCard.ts'
import type { Card } from './card.ts'
import { openCiting } from './citing.ts'

/** The sources behind some facts, each with what it bears out. */
export function sourcesCard(briefing: Briefing, facts: readonly string[], known: Known, asOf: string): Card {
  const citing = openCiting(briefing)
  const lines = facts.flatMap((id) => {
    const fact = briefing.factById.get(id)
    const citations = fact === undefined ? [] : known(fact)
    if (fact === undefined || citations.length === 0) return []
    return [{ kind: 'item' as const, text: statementOf(fact, briefing, citations), cites: citing.cite(citations) }]
  })
  return {
    kind: 'sources',
    title: 'Sources',
    lines: lines.length > 0 ? lines : [{ kind: 'text', text: 'No source speaks of this.', cites: [] }],
    stamp: stampOf(asOf, briefing),
    sources: citing.sources(),
    nearby: [],
    actions: ['report'],
    picture: undefined,
  }
}

/** Every source that was out by a day, the newest first, with how many facts rest on it. */
export function allSourcesCard(briefing: Briefing, asOf: Span): Card {
  const counts = new Map<string, number>()
  for (const { citations } of briefing.facts)
    for (const id of new Set(citations.map((citation) => citation.source))) counts.set(id, (counts.get(id) ?? 0) + 1)
  const citing = openCiting(briefing)
  const lines = [...briefing.sources.values()]
    .filter((source) => publishedSpan(source).to <= asOf.to)
    .sort((a, b) => publishedSpan(b).to - publishedSpan(a).to)
    .map((source) => {
      const count = counts.get(source.id) ?? 0
      const authors = source.authors.length === 0 ? '' : ` by ${source.authors.join(', ')}`
      return {
        kind: 'item' as const,
        text: `${source.publisher}, ${formatSpan(publishedSpan(source))}${authors}: ${count} ${count === 1 ? 'fact' : 'facts'}`,
        cites: citing.cite([{ source: source.id, paragraph: [] }]),
      }
    })
  return {
    kind: 'sources',
    title: 'Sources',
    lines: lines.length > 0 ? lines : [{ kind: 'text', text: 'No source was out by then.', cites: [] }],
    stamp: stampOf(formatSpan(asOf), briefing),
    sources: citing.sources(),
    nearby: [],
    actions: [],
    picture: undefined,
  }
}
