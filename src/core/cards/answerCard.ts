// An answer as a card: its lines with the numbers of the sources that bear them out, and what can be done next.

import type { Answer, AnswerLine } from '../answering/answer.ts'
import type { Briefing } from '../briefing/briefing.ts'
import type { Card, CardAction, CardLine } from './card.ts'

export function answerCard(answer: Answer, briefing: Briefing): Card {
  const isTimeline = isListed(answer)
  return {
    kind: isTimeline ? 'timeline' : 'answer',
    title: undefined,
    lines: linesOf(answer, briefing, isTimeline),
    stamp: stampOf(answer.asOf, briefing),
    sources: answer.citations.map((cited, i) => ({
      number: i + 1,
      id: cited.source,
      publisher: cited.publisher,
      title: cited.title,
      published: cited.published,
      paragraphs: cited.paragraphs,
      url: cited.url,
    })),
    nearby: answer.nearby,
    actions: actionsOf(answer, isTimeline),
    picture: undefined,
  }
}

/** "As of 3 May 2030 · Harbour fire": as of when a card holds, and of which briefing it is. */
export function stampOf(asOf: string, briefing: Briefing): string {
  return `As of ${asOf} · ${briefing.head.title}`
}

/** True for a chronology, whose lines stand under one another. */
function isListed({ lines, text }: Answer): boolean {
  return lines.length > 1 && lines.map((line) => line.text).join('\n') === text
}

function linesOf(answer: Answer, briefing: Briefing, isTimeline: boolean): CardLine[] {
  const isOfLines = answer.lines.map((line) => line.text).join(isTimeline ? '\n' : ' ') === answer.text
  const lines: readonly AnswerLine[] = isOfLines ? answer.lines : [{ text: answer.text, facts: answer.facts }]
  const numbersOf = ({ facts }: AnswerLine) => {
    const sources = new Set(facts.flatMap((id) => briefing.factById.get(id)?.citations ?? []).map((one) => one.source))
    return answer.citations.flatMap((cited, i) => (sources.has(cited.source) ? [i + 1] : []))
  }
  return lines.map((line) => ({
    kind: line.isDispute === true ? 'dispute' : isTimeline ? 'item' : 'text',
    text: line.text,
    cites: numbersOf(line),
  }))
}

function actionsOf({ citations, conflicts, status, facts }: Answer, isTimeline: boolean): CardAction[] {
  return [
    ...(citations.length > 0 ? ['sources' as const] : []),
    ...(status === 'answered' && facts.length > 0 && !isTimeline ? ['timeline' as const] : []),
    ...(conflicts.length > 0 ? ['conflicts' as const] : []),
    'report',
  ]
}
