// Asks a briefing of a test as a reader would, with the lexicon and the English that the project ships.

import { join } from 'node:path'
import type { Answer } from '../../src/core/answering/answer.ts'
import { ask } from '../../src/core/answering/ask.ts'
import { buildEngine, type Engine } from '../../src/core/answering/engine.ts'
import type { Briefing } from '../../src/core/briefing/briefing.ts'
import type { Verb } from '../../src/core/briefing/schema.ts'
import { parseDay, type Span } from '../../src/core/briefing/span.ts'
import { englishWords, readLexicon } from '../../src/storage/language.ts'

export const shippedLexicon = await readLexicon(join(import.meta.dirname, '../../config'))
const english = englishWords()

export type Asking = {
  readonly verb?: Verb
  /** Earlier questions of the thread. */
  readonly after?: readonly string[]
  /** A day as of which to answer. */
  readonly asOf?: string
}

export function engineOf(briefing: Briefing): Engine {
  return buildEngine(briefing, shippedLexicon, english)
}

export function answerFrom(engine: Engine, text: string, { verb, after = [], asOf }: Asking = {}): Answer {
  return ask(engine, {
    text,
    verb: verb ?? null,
    context: after,
    asOf: asOf === undefined ? undefined : day(asOf),
  })
}

function day(text: string): Span {
  const span = parseDay(text)
  if (span === undefined) throw new Error(`${text} is no day`)
  return span
}
