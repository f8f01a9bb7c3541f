// Asks a briefing its own questions.

import { join } from 'node:path'
import { ask } from '../src/core/answering/ask.ts'
import { buildEngine } from '../src/core/answering/engine.ts'
import { judge } from '../src/core/answering/judge.ts'
import type { Briefing } from '../src/core/briefing/briefing.ts'
import { parseDay } from '../src/core/briefing/span.ts'
import { englishWords, readLexicon } from '../src/storage/language.ts'

const config = join(import.meta.dirname, '../config')

/** The questions that are not answered right, each with the reason. */
export async function missesOf(briefing: Briefing): Promise<string[]> {
  const engine = buildEngine(briefing, await readLexicon(config), englishWords())
  return briefing.questions.flatMap((question) => {
    const { ask: text, command = null, after, asOf } = question
    const answer = ask(engine, {
      text,
      verb: command,
      context: after,
      asOf: asOf === undefined ? undefined : parseDay(asOf),
    })
    const { outcome, why } = judge(answer, question)
    return outcome === 'right' ? [] : [`"${[...after, text].join('" → "')}" ${why}`]
  })
}
