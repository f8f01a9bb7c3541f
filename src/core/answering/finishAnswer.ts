// Makes an answer of its lines: fitted to the limit, with citations, the questions near to it, and the day as of which it holds.

import { publishedSpan } from '../briefing/briefing.ts'
import type { Conflict } from '../briefing/conflicts.ts'
import { formatSpan } from '../briefing/span.ts'
import { type Answer, type AnswerLine, type Cited, MAX_TEXT } from './answer.ts'
import { fitLines } from './answerLines.ts'
import type { Findings } from './findings.ts'

type Draft = {
  readonly lines: readonly AnswerLine[]
  readonly conflicts?: readonly Conflict[]
  readonly isCorrected?: boolean
  readonly limit?: number
}

export function finishAnswer(
  findings: Findings,
  draft: Draft,
  rest: Pick<Answer, 'status' | 'reason'> & { separator?: string },
): Answer {
  const plain = yearShortener(findings.engine.briefing.head.period)
  const lines = fitLines(
    draft.lines.map((one) => ({ ...one, text: plain(one.text) })),
    draft.limit ?? MAX_TEXT,
  )
  const facts = [...new Set(lines.flatMap((line) => line.facts))]
  const conflicts = draft.conflicts ?? []
  return {
    status: rest.status,
    text: lines.map((line) => line.text).join(rest.separator ?? ' '),
    lines,
    facts,
    citations: cite(facts, findings),
    conflicts,
    isDisputed: conflicts.length > 0,
    isCorrected: draft.isCorrected ?? false,
    reason: rest.reason,
    nearby: nearbyQuestions(findings, facts),
    score: findings.matches[0]?.score ?? 0,
    asOf: formatSpan(findings.question.asOf ?? findings.engine.newest),
    trace: findings.trace,
  }
}

const datedInFull =
  /(\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)),? (\d{4})\b/g

/**
 * Drops the year behind a day of the briefing's own year: every answer is stamped with its date, and a phone is narrow.
 * A briefing of several years keeps its years.
 */
function yearShortener(period: string): (text: string) => string {
  const [year, ...others] = new Set(period.match(/\d{4}/g) ?? [])
  if (year === undefined || others.length > 0) return (text) => text
  // Somebody's words are printed as they were said.
  return (text) =>
    text
      .split(/(“[^”]*”)/)
      .map((part) =>
        part.startsWith('“')
          ? part
          : part.replace(datedInFull, (dated, day: string, its: string) => (its === year ? day : dated)),
      )
      .join('')
}

function cite(facts: readonly string[], { engine, known }: Findings): Cited[] {
  const cited = new Map<string, Set<number>>()
  for (const id of facts) {
    const fact = engine.briefing.factById.get(id)
    if (fact === undefined) continue
    for (const citation of known(fact)) {
      const paragraphs = cited.get(citation.source) ?? new Set<number>()
      for (const paragraph of citation.paragraph) paragraphs.add(paragraph)
      cited.set(citation.source, paragraphs)
    }
  }
  return [...cited].flatMap(([id, paragraphs]) => {
    const source = engine.briefing.sources.get(id)
    if (source === undefined) return []
    const { publisher, title, url } = source
    return [
      {
        source: id,
        publisher,
        title,
        url,
        published: formatSpan(publishedSpan(source)),
        paragraphs: [...paragraphs].sort((a, b) => a - b),
      },
    ]
  })
}

/** Questions of the curator's for facts near to what was asked, which the briefing can answer. */
function nearbyQuestions({ matches, known }: Findings, used: readonly string[]): string[] {
  const found: string[] = []
  for (const { view, features } of matches) {
    if (found.length === 3) break
    const first = view.asks.find((ask) => ask.units.units.some((unit) => unit.kind === 'name')) ?? view.asks[0]
    if (features.covered < 0.25 || used.includes(view.fact.id) || first === undefined || known(view.fact).length === 0)
      continue
    if (!found.includes(first.text)) found.push(first.text)
  }
  return found
}
