// Every briefing that comes with the project: it is without a fault, answers its own questions, and says what its sources say.

import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ask } from '../src/core/answering/ask.ts'
import { buildEngine } from '../src/core/answering/engine.ts'
import { judge } from '../src/core/answering/judge.ts'
import type { Briefing } from '../src/core/briefing/briefing.ts'
import { locate } from '../src/core/briefing/check.ts'
import { checkCitations } from '../src/core/briefing/citations.ts'
import { formatProblem } from '../src/core/briefing/problem.ts'
import { parseDay } from '../src/core/briefing/span.ts'
import { listBriefings, loadBriefing } from '../src/storage/briefings.ts'
import { englishWords, readLexicon } from '../src/storage/language.ts'
import { readSourceTexts } from '../src/storage/sourceTexts.ts'

const root = join(import.meta.dirname, '..')
const folder = join(root, 'briefings')
/** The share of its own questions that a briefing must answer right. */
const BAR = 0.97
/** Where copies of the sources' texts are kept; without it citations are not checked. */
const sourcesFolder = process.env.SITREP_SOURCES

describe.each(await listBriefings(folder))('the briefing %s', async (slug) => {
  const { briefing, documents, problems } = await loadBriefing(folder, slug)

  test('has no problems', () => {
    expect(problems.map(formatProblem)).toEqual([])
  })
  test(`answers at least ${BAR * 100} % of its own questions right`, async () => {
    const misses = await missesOf(given(briefing))
    const asked = given(briefing).questions.length
    expect(asked).toBeGreaterThan(0)
    const share = (asked - misses.length) / asked
    expect(share, `${misses.length} of ${asked} are not right:\n${misses.join('\n')}`).toBeGreaterThanOrEqual(BAR)
  })
  test.skipIf(sourcesFolder === undefined)('cites paragraphs that say so', async () => {
    const { texts, problems: missing } = await readSourceTexts(sourcesFolder ?? '', given(briefing).sources.values())
    const wrong = checkCitations(given(briefing), texts, locate(slug, documents))
    expect([...missing, ...wrong].map(formatProblem)).toEqual([])
    expect(texts.size).toBe(given(briefing).sources.size)
  })
})

function given(briefing: Briefing | undefined): Briefing {
  if (briefing === undefined) throw new Error('the briefing does not parse')
  return briefing
}

/** The questions that are not answered right, each with the reason. */
async function missesOf(briefing: Briefing): Promise<string[]> {
  const engine = buildEngine(briefing, await readLexicon(join(root, 'config')), englishWords())
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
