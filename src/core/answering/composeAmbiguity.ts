// Asks back which of several entities of one name is meant.

import type { Answer } from './answer.ts'
import type { Findings } from './findings.ts'
import { finishAnswer } from './finishAnswer.ts'

/** Of more entities of one name the rest is counted. */
const MOST_NAMES = 6

export function composeAmbiguity(findings: Findings, entities: readonly string[]): Answer {
  const all = entities.map((id) => findings.engine.briefing.entities.get(id)?.name ?? id)
  const names =
    all.length <= MOST_NAMES ? all : [...all.slice(0, MOST_NAMES - 1), `${all.length - MOST_NAMES + 1} more`]
  const lines = [{ text: `Which one do you mean: ${names.slice(0, -1).join(', ')} or ${names.at(-1)}?`, facts: [] }]
  return {
    ...finishAnswer(findings, { lines }, { status: 'ambiguous', reason: undefined }),
    nearby: names.slice(0, 3).map((name) => `who is ${name}`),
  }
}
