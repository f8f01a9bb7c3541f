// The lines that an answer is made of: a text with the facts behind it, and as many of them as fit.

import type { Fact } from '../briefing/schema.ts'
import type { AnswerLine } from './answer.ts'

export const line = (text: string, ...facts: readonly Fact[]): AnswerLine => ({
  text,
  facts: facts.map((fact) => fact.id),
})

/** Lines up to the limit, whole: a line that does not fit is left out, never cut. Those that tell a disagreement go first. */
export function fitLines(lines: readonly AnswerLine[], limit: number): AnswerLine[] {
  const kept = new Set<AnswerLine>()
  let length = 0
  for (const line of [...lines.filter(({ isDispute }) => isDispute), ...lines]) {
    const more = line.text.length + (kept.size > 0 ? 1 : 0)
    if (kept.has(line) || length + more > limit) continue
    kept.add(line)
    length += more
  }
  return lines.filter((line) => kept.has(line))
}
