// Puts the answers to the two halves of a double question together.

import { type Answer, MAX_TEXT } from './answer.ts'

/** The first answer with the lines of the second that it does not already hold; one that declines adds nothing to one that answers. */
export function joinAnswers(first: Answer, second: Answer): Answer {
  if (second.status !== 'answered') return first
  if (first.status !== 'answered') return second
  const [lead] = second.lines
  const isNew = lead !== undefined && second.facts[0] !== undefined && !first.facts.includes(second.facts[0])
  if (!isNew) return first
  // The second half is asked for, so it goes before what only accompanies the first.
  const lines = [...first.lines.slice(0, 1), lead, ...first.lines.slice(1)].filter(
    (line, i, all) => all.findIndex((one) => one.text === line.text) === i,
  )
  const kept: typeof lines = []
  for (const line of lines)
    if ([...kept, line].reduce((sum, one) => sum + one.text.length + 1, -1) <= MAX_TEXT) kept.push(line)
  const citations = [
    ...first.citations,
    ...second.citations.filter((cited) => !first.citations.some((one) => one.source === cited.source)),
  ]
  return {
    ...first,
    lines: kept,
    text: kept.map((line) => line.text).join(' '),
    facts: [...new Set([...first.facts, ...lead.facts])],
    citations,
    conflicts: [...first.conflicts, ...second.conflicts],
    isDisputed: first.isDisputed || second.isDisputed,
    trace: [...first.trace, ...second.trace],
  }
}
