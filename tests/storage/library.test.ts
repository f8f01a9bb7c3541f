import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type OpenLibrary, openLibrary } from '../../src/storage/library.ts'
import { answerFrom, engineOf } from '../fakes/asking.ts'
import { type BriefingFolder, briefingFolder, faultless } from '../fakes/briefingFolder.ts'
import { recordingLog } from '../fakes/recordingLog.ts'

const NOON = new Date('2031-05-01T12:00:00Z')
const patiently = { timeout: 15_000, interval: 20 }
let shelf: BriefingFolder
let folder: string
let log: ReturnType<typeof recordingLog>
const opened: OpenLibrary[] = []

beforeEach(async () => {
  shelf = await briefingFolder()
  folder = await shelf.write(faultless)
  log = recordingLog()
})
afterEach(async () => {
  for (const library of opened.splice(0)) await library.close()
  await shelf.remove()
})

async function open(): Promise<OpenLibrary> {
  const library = await openLibrary({ folder, build: engineOf, log, clock: { now: () => NOON } })
  opened.push(library)
  return library
}

const write = async (slug: string, files: Readonly<Record<string, string>>) => {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(join(folder, slug, name, '..'), { recursive: true })
    await writeFile(join(folder, slug, name), text)
  }
}
const slugs = (library: OpenLibrary) => library.engines().map((engine) => engine.briefing.slug)
const toll = ({ engines }: OpenLibrary) => {
  const [engine] = engines()
  return engine === undefined ? '' : answerFrom(engine, 'how many people were killed').text
}
const withToll = (count: number) => ({ 'facts/all.yaml': faultless['facts/all.yaml'].replaceAll('14', String(count)) })
const warnings = () => log.lines.filter((line) => line.level === 'warn')

describe('the briefings of a folder', () => {
  test('are all open, in the order of their slugs', async () => {
    await write('avalanche', faultless)
    expect(slugs(await open())).toEqual(['avalanche', 'fire'])
  })

  test('a broken one among them is left out, and said to be broken', async () => {
    await write('avalanche', { ...faultless, 'sources.yaml': '- id: [' })
    const library = await open()
    expect(slugs(library)).toEqual(['fire'])
    expect(library.brokenEdits()).toEqual([
      { slug: 'avalanche', message: expect.stringContaining('avalanche/sources.yaml:1'), since: NOON },
    ])
  })

  test('where none is whole, the first says what is wrong', async () => {
    await write('fire', { 'sources.yaml': '- id: [' })
    await expect(open()).rejects.toThrow(
      'briefing "fire" is broken; mend it and run: sitrep check\nfire/sources.yaml:1',
    )
  })
})

describe('an edit', () => {
  test('answers as soon as it is whole', async () => {
    const library = await open()
    expect(toll(library)).toContain('14')
    await write('fire', withToll(15))
    await expect.poll(() => toll(library), patiently).toContain('15')
  })

  test('that is saved by way of another file counts too', async () => {
    const library = await open()
    await write('fire', { 'facts/.all.yaml.new': withToll(16)['facts/all.yaml'] })
    await rename(join(folder, 'fire/facts/.all.yaml.new'), join(folder, 'fire/facts/all.yaml'))
    await expect.poll(() => toll(library), patiently).toContain('16')
  })

  test('that is broken leaves the last good one answering, is told once, and is forgotten when mended', async () => {
    const library = await open()
    await write('fire', { 'facts/all.yaml': '- id: toll' })
    await expect.poll(library.brokenEdits, patiently).toHaveLength(1)
    expect(toll(library)).toContain('14')
    await write('fire', { 'briefing.yaml': `${faultless['briefing.yaml']}# looked at again\n` })
    await write('other', faultless)
    await expect.poll(() => slugs(library), patiently).toEqual(['fire', 'other'])
    expect(warnings()).toHaveLength(1)
    expect(warnings()[0]?.fields).toMatchObject({ briefing: 'fire', consequence: 'the last good one still answers' })
    await write('fire', withToll(17))
    await expect.poll(() => toll(library), patiently).toContain('17')
    expect(library.brokenEdits()).toEqual([])
  })

  test('answers given meanwhile come from one briefing or the other, never from half of one', async () => {
    const library = await open()
    await write('fire', withToll(99))
    const seen = new Set<string>()
    await expect
      .poll(() => {
        const text = toll(library)
        seen.add(text)
        return text
      }, patiently)
      .toContain('99')
    expect([...seen].filter((text) => !/14|99/.test(text))).toEqual([])
  })
})

describe('folders come and go', () => {
  test('a new briefing appears, and one that is removed goes', async () => {
    const library = await open()
    await write('quake', faultless)
    await expect.poll(() => slugs(library), patiently).toEqual(['fire', 'quake'])
    await rm(join(folder, 'fire'), { recursive: true })
    await expect.poll(() => slugs(library), patiently).toEqual(['quake'])
    expect(library.brokenEdits()).toEqual([])
  })

  test('the last one goes on answering when its files are gone, and that is told', async () => {
    const library = await open()
    await rm(join(folder, 'fire'), { recursive: true })
    await expect
      .poll(() => library.brokenEdits().map((one) => one.message), patiently)
      .toEqual(['briefing "fire" is gone, and there is no other'])
    expect(toll(library)).toContain('14')
  })
})
