// The bundled briefing's own questions whose answers go without a picture, which would be drawn and uploaded first.

import { join } from 'node:path'
import { ask } from '../../src/core/answering/ask.ts'
import { buildEngine } from '../../src/core/answering/engine.ts'
import { asKnownBy } from '../../src/core/briefing/briefing.ts'
import type { Fact } from '../../src/core/briefing/schema.ts'
import { illustrate } from '../../src/core/desk/illustrate.ts'
import { openBriefing } from '../../src/storage/briefings.ts'
import { englishWords, readLexicon } from '../../src/storage/language.ts'
import { readAtlas } from '../../src/system/readAtlas.ts'

const root = join(import.meta.dirname, '../..')
const SLUG = 'kazakhstan-2022'

export async function plainQuestions(): Promise<string[]> {
  const briefing = await openBriefing(join(root, 'briefings'), SLUG)
  const engine = buildEngine(briefing, await readLexicon(join(root, 'config')), englishWords())
  const atlas = await readAtlas()
  const known = (fact: Fact) => asKnownBy(fact, briefing.sources, engine.newest)
  return briefing.questions
    .filter(({ command, after, asOf }) => command === undefined && after.length === 0 && asOf === undefined)
    .map((question) => question.ask)
    .filter((text) => {
      const answer = ask(engine, { text, verb: null, context: [], asOf: undefined })
      return illustrate(answer, briefing, { text, verb: null, known, atlas }) === undefined
    })
}
