// The bundled briefing's own questions whose answers go without a picture, which would be drawn and uploaded first.

import { join } from 'node:path'
import { ask } from '../../src/core/answering/ask.ts'
import { buildEngine } from '../../src/core/answering/engine.ts'
import { openBriefing } from '../../src/storage/briefings.ts'
import { englishWords, readLexicon } from '../../src/storage/language.ts'

const root = join(import.meta.dirname, '../..')
const SLUG = 'kazakhstan-2022'

export async function plainQuestions(): Promise<string[]> {
  const briefing = await openBriefing(join(root, 'briefings'), SLUG)
  const engine = buildEngine(briefing, await readLexicon(join(root, 'config')), englishWords())
  return briefing.questions
    .filter(({ command, after, asOf }) => command === undefined && after.length === 0 && asOf === undefined)
    .map((question) => question.ask)
    .filter((text) => {
      const answer = ask(engine, { text, verb: null, context: [], asOf: undefined })
      return answer.conflicts.length === 0 && !/^\W*where\b/i.test(text)
    })
}
