// Asks at a steady pace and measures how long each answer takes, from the moment at which it was to be asked: an event loop
// that is held up shows in it.

import { setTimeout } from 'node:timers/promises'
import { ask } from '../../src/core/answering/ask.ts'
import type { Engine } from '../../src/core/answering/engine.ts'

const EVERY_MS = 20

/** Milliseconds of each answer until `isOver`. */
export async function askSteadily(
  engine: Engine,
  questions: readonly string[],
  isOver: () => boolean,
): Promise<readonly number[]> {
  const times: number[] = []
  let due = performance.now()
  for (let i = 0; !isOver(); i += 1) {
    await setTimeout(Math.max(0, due - performance.now()))
    const started = Math.min(due + 1, performance.now())
    ask(engine, { text: questions[i % questions.length] ?? '', verb: null, context: [], asOf: undefined })
    times.push(performance.now() - started)
    // What was held up is not made up for by asking all at once.
    due = Math.max(due + EVERY_MS, performance.now())
  }
  return times
}
