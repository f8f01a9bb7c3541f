import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fileSchemas } from '../../src/core/briefing/schema.ts'
import { readSourceTexts } from '../../src/storage/sourceTexts.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sitrep-texts-'))
  await writeFile(join(folder, 'a.txt'), 'First line')
})
afterAll(() => rm(folder, { recursive: true }))

const source = (id: string, file?: string) => ({
  id,
  publisher: 'P',
  title: 'T',
  published: '2030',
  ...(file === undefined ? {} : { file }),
})

test('texts are read by the source, and what is missing is named without stopping the rest', async () => {
  const sources = fileSchemas.sources.parse([source('gone', 'gone.txt'), source('web'), source('a', 'a.txt')])
  const { texts, problems } = await readSourceTexts(folder, sources)
  expect([...texts]).toEqual([['a', 'First line']])
  expect(problems).toEqual([
    {
      file: join(folder, 'gone.txt'),
      message: 'the text of source "gone" cannot be read (ENOENT); put it there, or mend `file` in sources.yaml',
    },
    {
      file: 'sources.yaml',
      message: 'source "web" names no `file`, so that its citations are not checked',
      isMinor: true,
    },
  ])
})
