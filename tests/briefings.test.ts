// Every briefing that comes with the project: it is without a fault, answers its own questions, and says what its sources say.

import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Briefing } from '../src/core/briefing/briefing.ts'
import { locate } from '../src/core/briefing/check.ts'
import { checkCitations } from '../src/core/briefing/citations.ts'
import { formatProblem } from '../src/core/briefing/problem.ts'
import { listBriefings, loadBriefing } from '../src/storage/briefings.ts'
import { readSourceTexts } from '../src/storage/sourceTexts.ts'
import { missesOf } from './missesOf.ts'

const root = join(import.meta.dirname, '..')
/**
 * Each folder of briefings with the share of its own questions that each must answer right, and where copies of its
 * sources' texts are kept; without them citations are not checked. The invented briefings, on subjects far from the
 * first one, were written and asked by people who had not seen the engine: they keep it general.
 */
const shelves = [
  { folder: join(root, 'briefings'), bar: 0.97, texts: process.env.SITREP_SOURCES },
  { folder: join(root, 'tests/briefings'), bar: 0.9, texts: join(root, 'tests/briefings-texts') },
]
const all = await Promise.all(
  shelves.map(async (shelf) => (await listBriefings(shelf.folder)).map((slug) => ({ ...shelf, slug }))),
)

describe.each(all.flat())('the briefing $slug', async ({ slug, folder, bar, texts: sourcesFolder }) => {
  const { briefing, documents, problems } = await loadBriefing(folder, slug)

  test('has no problems', () => {
    expect(problems.map(formatProblem)).toEqual([])
  })
  test(`answers at least ${bar * 100} % of its own questions right`, async () => {
    const misses = await missesOf(given(briefing))
    const asked = given(briefing).questions.length
    expect(asked).toBeGreaterThan(0)
    const share = (asked - misses.length) / asked
    expect(share, `${misses.length} of ${asked} are not right:\n${misses.join('\n')}`).toBeGreaterThanOrEqual(bar)
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
