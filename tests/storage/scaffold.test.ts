import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { loadBriefing } from '../../src/storage/briefings.ts'
import { scaffoldBriefing } from '../../src/storage/scaffold.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sitrep-scaffold-'))
})
afterEach(() => rm(folder, { recursive: true }))

test('a new briefing has every file and no problem', async () => {
  const files = await scaffoldBriefing(folder, 'fire-2030')
  expect(files.map((file) => file.slice(folder.length))).toEqual([
    '/fire-2030/briefing.yaml',
    '/fire-2030/sources.yaml',
    '/fire-2030/entities/all.yaml',
    '/fire-2030/facts/all.yaml',
    '/fire-2030/open.yaml',
    '/fire-2030/questions.yaml',
  ])
  expect((await loadBriefing(folder, 'fire-2030')).problems).toEqual([])
})

test('the folder of briefings is made where there is none', async () => {
  await scaffoldBriefing(join(folder, 'a', 'b'), 'fire')
  expect(await readdir(join(folder, 'a', 'b'))).toEqual(['fire'])
})

test('what stands there already is left alone', async () => {
  await writeFile(join(folder, 'fire'), 'mine')
  await expect(scaffoldBriefing(folder, 'fire')).rejects.toThrow('is there already; choose another slug')
  await expect(scaffoldBriefing(join(folder, 'fire'), 'x')).rejects.toThrow(/fire.* cannot be written|is there already/)
})

test('a slug cannot lead out of the folder, or hide', async () => {
  for (const slug of ['', '.', '..', '../x', 'a/b', 'a\\b', '.hidden', '-x', 'Fire', 'feuer_2030', 'x'.repeat(101)])
    await expect(scaffoldBriefing(folder, slug)).rejects.toThrow('a slug is at most 100 lower-case letters')
  expect(await readdir(folder)).toEqual([])
})
