// Asks several briefings and takes the answer that comes nearest.

import type { Answer, Question } from '../answering/answer.ts'
import type { Engine } from '../answering/engine.ts'
import { askRemembering } from './rememberAnswers.ts'

export type Reply = { readonly answer: Answer; readonly engine: Engine }

/** The reply of the briefing that comes nearest: one that answers before one that asks back, and that before one that declines. */
export function askBriefings(engines: readonly Engine[], question: Question): Reply | undefined {
  let best: Reply | undefined
  for (const engine of engines) best = nearer(best, { answer: askRemembering(engine, question), engine })
  return best
}

/** The nearer of two replies; of equals the first. */
export function nearer<T extends { readonly answer: Answer }>(best: T | undefined, reply: T): T {
  return best === undefined || rank(reply.answer) > rank(best.answer) ? reply : best
}

const rank = ({ status, score }: Answer) => score + { answered: 4, ambiguous: 2, abstained: 0 }[status]
