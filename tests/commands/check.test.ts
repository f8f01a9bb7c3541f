import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { fixtureBriefings, runSitrep } from '../runSitrep.ts'

const ferry = join(fixtureBriefings, 'ferry-2031')

test('a folder of briefings is checked one by one, with its conflicts and questions', async () => {
  const { code, out, errors } = await runSitrep(['check', fixtureBriefings])
  expect({ code, errors }).toEqual({ code: 0, errors: '' })
  expect(out).toContain(
    `${relative('', ferry)}/facts/all.yaml:6: passengers injured, how many: ` +
      '7 passengers (herald in injured) against 9 passengers (pilot in injured); later count\n',
  )
  expect(out).toContain('ferry-2031: 0 problems; 3 of 3 questions answered as expected\n')
  expect(out).toContain('lynx-2032: 0 problems; 0 of 0 questions answered as expected\n')
})

test("one briefing's folder is checked alone, and without a folder those of the settings are", async () => {
  const [one, all] = await Promise.all([runSitrep(['check', ferry]), runSitrep(['check'])])
  expect(one.code).toBe(0)
  expect(one.out).not.toContain('lynx-2032')
  expect(all.out).toContain('lynx-2032: 0 problems')
})

describe('a new briefing', () => {
  let folder = ''
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sitrep-check-'))
    expect(await runSitrep(['new', 'fire', '--briefings', folder])).toMatchObject({ code: 0, errors: '' })
  })
  afterEach(() => rm(folder, { recursive: true }))

  async function edit(name: string, from: string, to: string): Promise<void> {
    const file = join(folder, 'fire', name)
    const text = await readFile(file, 'utf8')
    expect(text).toContain(from)
    await writeFile(file, text.replace(from, to))
  }
  const check = () => runSitrep(['check', folder])

  test('passes, and answers its own questions', async () => {
    const { code, out } = await check()
    expect(out).toMatch(/^fire: 0 problems; (\d) of \1 questions answered as expected$/m)
    expect(code).toBe(0)
  })

  test('that does not parse is reported by file and line, and its questions are not asked', async () => {
    await edit('facts/all.yaml', 'standing: official', 'standin: official')
    const { code, out, errors } = await check()
    expect(code).toBe(1)
    expect(out).toMatch(/fire\/facts\/all\.yaml:16: .*standin/)
    expect(out).toContain('fire: 1 problem; its questions were not asked, because it cannot be answered from\n')
    expect(errors).toBe('1 thing to mend\n')
  })

  test('whose question is answered otherwise is reported by the line of the question', async () => {
    await edit('questions.yaml', 'facts: [fire-broke-out] }', 'facts: [holm-mourning] }')
    const { code, out } = await check()
    expect(code).toBe(1)
    expect(out).toMatch(
      /fire\/questions\.yaml:2: "when did the fire start" answers from fire-broke-out, not from holm-mourning; it says: /,
    )
  })

  test('is held against the texts of its sources where they are given', async () => {
    await edit('sources.yaml', 'published: 2030-05-06', 'published: 2030-05-06\n  file: courier.txt')
    await edit('sources.yaml', 'language: en', 'language: en\n  file: gazette.txt')
    await writeFile(join(folder, 'gazette.txt'), 'The terminal burned on 3 May 2030.\n')
    const { code, out } = await runSitrep(['check', join(folder, 'fire'), '--sources', folder])
    expect(code).toBe(1)
    expect(out).toContain(`${join(folder, 'courier.txt')}: the text of source "courier" cannot be read`)
    expect(out).toMatch(/fire\/facts\/all\.yaml:\d+: toll-official: gazette has no paragraph 3/)
  })

  test('that is broken is left out with a warning where another can answer', async () => {
    await edit('facts/all.yaml', 'standing: official', 'standin: official')
    expect(await runSitrep(['ask', '--briefings', folder, 'why'])).toMatchObject({ code: 1, out: '' })
    await runSitrep(['new', 'later', '--briefings', folder])
    const { code, out, errors } = await runSitrep(['ask', '--briefings', folder, 'when did the fire start'])
    expect(code).toBe(0)
    expect(out).toMatch('3 May')
    expect(errors).toContain('briefing "fire" is broken')
  })
})
