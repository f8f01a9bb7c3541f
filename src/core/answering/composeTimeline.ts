// Words a chronology: a line a fact, each with its day.

import type { Fact } from '../briefing/schema.ts'
import { formatSpan, parseSpan } from '../briefing/span.ts'
import { type Answer, type AnswerLine, MAX_TIMELINE_TEXT } from './answer.ts'
import { line } from './answerLines.ts'
import type { Findings } from './findings.ts'
import { finishAnswer } from './finishAnswer.ts'
import { relevantConflicts } from './sides.ts'
import { attributed } from './statement.ts'
import { timeOf } from './timeOf.ts'

export function composeTimeline(findings: Findings, facts: readonly Fact[]): Answer {
  const dated = [...facts].sort((a, b) => timeOf(a) - timeOf(b))
  const lines = dated.map((fact) => {
    const span = parseSpan(fact.frame.when ?? '')
    const mark = fact.standing === 'reported' || fact.standing === 'official' ? '' : ` (${fact.standing})`
    return line(`${span === undefined ? '' : formatSpan(span)}${mark}: ${attributed(fact, findings)}`, fact)
  })
  const conflicts = dated
    .flatMap((fact) => relevantConflicts(findings, fact).filter((conflict) => conflict.slot === 'when'))
    .filter((conflict, i, all) => all.findIndex((one) => one.what === conflict.what) === i)
  return finishAnswer(
    findings,
    { lines: spread(lines, MAX_TIMELINE_TEXT), conflicts, limit: MAX_TIMELINE_TEXT },
    { status: 'answered', reason: undefined, separator: '\n' },
  )
}

/** Too many lines for one message are thinned, so that the chronology keeps each of its days as long as it can. */
function spread(lines: readonly AnswerLine[], limit: number): AnswerLine[] {
  let kept = [...lines]
  const dayOf = (one: AnswerLine) => one.text.slice(0, one.text.indexOf(':'))
  while (kept.length > 2 && kept.reduce((sum, one) => sum + one.text.length + 1, 0) > limit) {
    const crowded = kept.filter((one) => kept.some((other) => other !== one && dayOf(other) === dayOf(one)))
    const choice = crowded.length > 0 ? crowded : kept.slice(1, -1)
    const longest = choice.reduce((a, b) => (b.text.length > a.text.length ? b : a))
    kept = kept.filter((one) => one !== longest)
  }
  return kept
}
