// Says plainly that the briefing does not know, which part is missing, and what it does hold nearest to it.

import { publishedSpan } from '../briefing/briefing.ts'
import { formatSpan } from '../briefing/span.ts'
import type { AbstainReason, Answer, AnswerLine } from './answer.ts'
import { line } from './answerLines.ts'
import type { Findings } from './findings.ts'
import { finishAnswer } from './finishAnswer.ts'
import { attributed } from './statement.ts'

export function composeAbstention(findings: Findings, reason: AbstainReason): Answer {
  const { engine, question, matches, known } = findings
  const asOf = formatSpan(question.asOf ?? engine.newest)
  const { missing, near = [] } = (reason === 'left open' ? findings.open?.question : undefined) ?? {}
  const opening = missing === undefined ? openings[reason] : `The sources of this briefing do not give ${missing}.`
  const shown = opening.replace('{asOf}', asOf).replace('{first}', formatSpan(oldestSpan(findings)))
  const nearest =
    reason === 'empty' || reason === 'before the sources'
      ? undefined
      : matches.find((match) => match.features.covered >= 0.45 && known(match.view.fact).length > 0)
  const lines: AnswerLine[] = [{ text: shown, facts: [] }]
  const listed = near.flatMap((id) => engine.briefing.factById.get(id) ?? []).filter((fact) => known(fact).length > 0)
  if (reason === 'left open')
    lines.push(...listed.slice(0, 1).map((fact) => line(`Nearest to it: ${attributed(fact, findings)}`, fact)))
  else if (nearest !== undefined)
    lines.push(line(`Nearest to it: ${attributed(nearest.view.fact, findings)}`, nearest.view.fact))
  const answer = finishAnswer(findings, { lines }, { status: 'abstained', reason })
  const overview = engine.briefing.head.overview
    .flatMap((id) => engine.briefing.factById.get(id) ?? [])
    .filter((fact) => known(fact).length > 0)
    .flatMap((fact) => fact.asks[0]?.ask ?? [])
  return answer.nearby.length > 0 || reason === 'before the sources'
    ? answer
    : { ...answer, nearby: overview.slice(0, 3) }
}

function oldestSpan({ engine }: Findings) {
  const oldest = [...engine.briefing.sources.values()].map(publishedSpan).sort((a, b) => a.to - b.to)[0]
  if (oldest === undefined) throw new Error('a briefing has at least one source')
  return oldest
}

const openings: Record<AbstainReason, string> = {
  empty: 'Ask about a person, a date, a figure, a place or a reason.',
  'unknown name': 'The sources of this briefing do not say: they do not speak of that.',
  'left open': 'The sources of this briefing do not say.',
  'nothing on that': 'The sources of this briefing do not say.',
  'no date': 'The sources of this briefing give no date for that.',
  'no figure': 'The sources of this briefing give no figure for that.',
  'no reason': 'The sources of this briefing give no reason for that.',
  'no place': 'The sources of this briefing do not say where.',
  'no name': 'The sources of this briefing do not give a name for that.',
  'not known yet': 'By {asOf} none of the sources had reported that.',
  'before the sources': 'Nothing is known as of {asOf}: the oldest source of this briefing is of {first}.',
}
