import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readLexicon } from '../../src/storage/language.ts'

async function folderWith(lexicon: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sitrep-lexicon-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await writeFile(join(folder, 'lexicon.yaml'), lexicon)
  return folder
}

test.each([
  ['is no YAML', 'synonyms:\n  - [kill, die\n', ':3: is not valid YAML: '],
  [
    'holds a field twice',
    'synonyms: []\nsynonyms: []\n',
    ':2: is not valid YAML: a field stands twice here; remove one',
  ],
  ['has an unknown field', 'synonyms: []\nantonyms: []\n', ':2: unknown field "antonyms"'],
  ['has a group of one word', 'synonyms:\n  - [kill, die]\n  - [loot]\n', ':3: synonyms.1: needs at least 2 entries'],
  ['is empty', '', 'synonyms: is missing'],
])('a lexicon that %s is refused by file and line, in a curator’s words', async (_, lexicon, message) => {
  const folder = await folderWith(lexicon)
  await expect(readLexicon(folder)).rejects.toThrow(message)
  await expect(readLexicon(folder)).rejects.toThrow(join(folder, 'lexicon.yaml'))
})
test('a lexicon that is not there is named, with the setting that says where it is', async () => {
  await expect(readLexicon('/nowhere')).rejects.toThrow(/lexicon\.yaml: cannot be read \(ENOENT\); SITREP_CONFIG/)
})
