// Remembers the newest answers of each briefing. The same question always gets the same answer, and comes again: a button
// under an answer, its next page, sharing it, and whatever everybody asks in the hour that something happens.

import type { Answer, Question } from '../answering/answer.ts'
import { ask } from '../answering/ask.ts'
import type { Engine } from '../answering/engine.ts'

/** An answer takes some 10 KB with its trace. */
const MOST_ANSWERS = 500
/** Longer questions with their thread are seldom asked again. */
const MAX_KEY_CHARS = 1000

/** An edit of a briefing makes another engine, whose answers are its own. */
const answersOf = new WeakMap<Engine, Map<string, Answer>>()

export function askRemembering(engine: Engine, question: Question): Answer {
  const key = JSON.stringify([question.text, question.verb, question.context, question.asOf?.from, question.asOf?.to])
  if (key.length > MAX_KEY_CHARS) return ask(engine, question)
  const answers = answersOf.get(engine) ?? new Map<string, Answer>()
  answersOf.set(engine, answers)
  const answer = answers.get(key) ?? ask(engine, question)
  // Put last again: the first in the map is the one that was not asked for longest.
  answers.delete(key)
  answers.set(key, answer)
  const oldest = answers.keys().next().value
  if (answers.size > MOST_ANSWERS && oldest !== undefined) answers.delete(oldest)
  return answer
}
