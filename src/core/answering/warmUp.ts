// Makes an engine ready for its first reader, who would otherwise wait for what is only done once: the compiler's work, and
// what the engine keeps of the facts that it has weighed.

import { ask } from './ask.ts'
import type { Engine } from './engine.ts'

/** Each takes some 50 ms the first time, and hardly any later. */
const QUESTIONS = 5

/** The engine, which has answered a few of its briefing's own questions. */
export function warmUp(engine: Engine): Engine {
  for (const { ask: text } of engine.briefing.questions.slice(0, QUESTIONS))
    ask(engine, { text, verb: null, context: [], asOf: undefined })
  return engine
}
