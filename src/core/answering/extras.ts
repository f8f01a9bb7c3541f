// What is told beside the answer, as far as there is room: what was expected, what else answers, what the curator related.

import { whatKey } from '../briefing/briefing.ts'
import type { Fact } from '../briefing/schema.ts'
import type { AnswerLine } from './answer.ts'
import { line } from './answerLines.ts'
import type { Decision } from './decision.ts'
import type { Findings } from './findings.ts'
import { attributed } from './statement.ts'

/** Beside the answer goes as much as a reader takes in at a glance: one statement more, or two short ones. */
const MAX_EXTRAS = 2
const MAX_WITH_EXTRAS = 480

export function withExtras(lines: readonly AnswerLine[], extras: readonly AnswerLine[]): AnswerLine[] {
  const kept = [...lines]
  let length = kept.reduce((sum, one) => sum + one.text.length + 1, 0)
  for (const extra of extras) {
    if (kept.length >= lines.length + MAX_EXTRAS) break
    if (length + extra.text.length > MAX_WITH_EXTRAS || kept.some((one) => one.text.includes(extra.text))) continue
    kept.push(extra)
    length += extra.text.length + 1
  }
  return kept
}

/** What was expected before it happened: the forecasts of the same thing. */
export function expectedBefore({ engine, known, inquiry }: Findings, fact: Fact): AnswerLine[] {
  if (fact.standing === 'forecast' || fact.frame.what === undefined || !['when', 'yesNo'].includes(inquiry.asked.slot))
    return []
  const group = engine.briefing.factsByWhat.get(whatKey(fact.frame.what)) ?? []
  const forecast = group.find((one) => one !== fact && one.standing === 'forecast' && known(one).length > 0)
  return forecast === undefined ? [] : [line(forecast.statement, forecast)]
}

export function relatedLines({ engine, known }: Findings, fact: Fact): AnswerLine[] {
  return fact.related
    .slice(0, 2)
    .flatMap((id) => engine.briefing.factById.get(id) ?? [])
    .filter((one) => known(one).length > 0)
    .map((one) => line(one.statement, one))
}

/** The next facts that answer as well: where several things were asked for, or where an open question leaves it undecided. */
export function alongsideLines(findings: Findings, decision: Decision): AnswerLine[] {
  if (decision.kind !== 'answer') return []
  const { isList, slot, asksFate } = findings.inquiry.asked
  const share = asksFate ? 0.8 : isList ? 0.88 : ['what', 'definition'].includes(slot) ? 0.97 : undefined
  if (share === undefined) return []
  const { match, alongside } = decision
  return alongside
    .filter((other) => other.score >= share * match.score && other.view.fact.frame.what !== match.view.fact.frame.what)
    .slice(0, 2)
    .map((other) => line(attributed(other.view.fact, findings), other.view.fact))
}
