// Puts the answers to the two halves of a double question together.

import { type Answer, type AnswerLine, type Cited, MAX_TEXT } from './answer.ts'

/** The first answer with what the second adds; one that declines adds nothing to one that answers. */
export function joinAnswers(first: Answer, second: Answer): Answer {
  if (second.status !== 'answered') return first
  if (first.status !== 'answered') return second
  const [lead] = second.lines
  if (lead === undefined) return first
  const isSameFact = second.facts[0] !== undefined && first.lines[0]?.facts.includes(second.facts[0])
  // Of one fact asked about twice only what the second half brings forward is new: "22 drivers." or a reason.
  const added = isSameFact ? second.lines.slice(1).filter(({ facts }) => facts.includes(second.facts[0] ?? '')) : [lead]
  const all = [...first.lines.slice(0, 1), ...added, ...first.lines.slice(1)]
  const lines = within(all.filter((line, i) => all.findIndex(({ text }) => text === line.text) === i))
  return {
    ...first,
    lines,
    text: lines.map((line) => line.text).join(' '),
    facts: [...new Set([...first.facts, ...(isSameFact ? [] : lead.facts)])],
    citations: joinCitations(first.citations, isSameFact ? [] : second.citations),
    conflicts: [...first.conflicts, ...second.conflicts],
    isDisputed: first.isDisputed || second.isDisputed,
    isCorrected: first.isCorrected || second.isCorrected,
    trace: [...first.trace, ...second.trace],
  }
}

/** Whole lines up to the longest text of an answer. */
function within(lines: readonly AnswerLine[]): AnswerLine[] {
  const kept: AnswerLine[] = []
  let length = -1
  for (const line of lines) {
    if (length + line.text.length + 1 > MAX_TEXT) continue
    kept.push(line)
    length += line.text.length + 1
  }
  return kept
}

function joinCitations(first: readonly Cited[], second: readonly Cited[]): Cited[] {
  const joined = first.map((cited) => {
    const again = second.find(({ source }) => source === cited.source)
    const paragraphs = [...new Set([...cited.paragraphs, ...(again?.paragraphs ?? [])])].sort((a, b) => a - b)
    return { ...cited, paragraphs }
  })
  return [...joined, ...second.filter(({ source }) => !first.some((cited) => cited.source === source))]
}
