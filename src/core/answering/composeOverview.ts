// The whole briefing in a few lines: the facts that the curator chose for it, as many as fit.

import type { Conflict } from '../briefing/conflicts.ts'
import type { Fact } from '../briefing/schema.ts'
import type { Answer, AnswerLine } from './answer.ts'
import { line } from './answerLines.ts'
import type { Findings } from './findings.ts'
import { finishAnswer } from './finishAnswer.ts'
import { factsOf, relevantConflicts, the } from './sides.ts'
import { attributed } from './statement.ts'

export function composeOverview(findings: Findings, facts: readonly Fact[]): Answer {
  const conflicts = facts.flatMap((fact) => relevantConflicts(findings, fact)).filter(isFirst)
  const told = facts.map((fact) => line(attributed(fact, findings), fact))
  const lines = conflicts.length === 0 ? told : [...told, disputeLine(conflicts)]
  return { ...finishAnswer(findings, { lines, conflicts }, { status: 'answered', reason: undefined }), score: 1 }
}

/** Names what sources differ on; how they do is another question. */
function disputeLine(conflicts: readonly Conflict[]): AnswerLine {
  const whats = [...new Set(conflicts.map(({ what }) => the(what)))]
  const shown = whats.length <= MOST_NAMED ? whats : [...whats.slice(0, MOST_NAMED - 1), 'other matters']
  const list = shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`
  return { text: `Sources differ on ${list}.`, facts: [...new Set(conflicts.flatMap(factsOf))], isDispute: true }
}

const MOST_NAMED = 4

function isFirst<T extends { readonly what: string; readonly slot: string }>(one: T, i: number, all: readonly T[]) {
  return all.findIndex(({ what, slot }) => what === one.what && slot === one.slot) === i
}
