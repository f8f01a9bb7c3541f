import { mkdir, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { formatProblem } from '../../src/core/briefing/problem.ts'
import { BriefingError, SettingsError } from '../../src/core/errors.ts'
import { listBriefings, loadBriefing, openBriefing } from '../../src/storage/briefings.ts'
import { type BriefingFolder, briefingFolder, faultless } from '../fakes/briefingFolder.ts'

let folder: BriefingFolder
beforeAll(async () => {
  folder = await briefingFolder()
})
afterAll(() => folder.remove())

type Files = Readonly<Record<string, string | Uint8Array | undefined>>

/** What is wrong with the faultless briefing once these files are put into it. */
async function problemsWith(files: Files): Promise<string[]> {
  const { problems } = await loadBriefing(await folder.write({ ...faultless, ...files }), 'fire')
  return problems.map(formatProblem)
}
const fact = (fields: string) => `${faultless['facts/all.yaml']}- id: second\n  statement: It burned.\n${fields}`
const cited = '  citations: [{ source: gazette }]\n'
const entity = (fields: string) => `${faultless['entities/all.yaml']}- id: holm\n  kind: person\n${fields}`

test('a faultless briefing has no problems', async () => {
  expect(await problemsWith({})).toEqual([])
})

describe('each fault is told once, with file, line and what to do', () => {
  test.each<[string, Files, string]>([
    [
      'broken YAML',
      { 'facts/all.yaml': '- id: toll\n  statement: He said: go\n' },
      'fire/facts/all.yaml:2: is not valid YAML: a text that holds a colon and a space must stand in quotes, and fields stand one under the other',
    ],
    [
      'broken YAML in briefing.yaml, which then is not said to be missing',
      { 'briefing.yaml': 'title: [Fire\nsummary: x\n' },
      'fire/briefing.yaml:2: is not valid YAML: Flow sequence in block collection must be sufficiently indented and end with a ]; look at the quotes, colons and indentation here',
    ],
    [
      'a field that stands twice',
      { 'briefing.yaml': `${faultless['briefing.yaml']}title: Again\n` },
      'fire/briefing.yaml:4: is not valid YAML: a field stands twice here; remove one of them',
    ],
    [
      'quotes inside quotes',
      { 'facts/all.yaml': fact('  matters: "He said "go" now"\n') },
      'fire/facts/all.yaml:7: is not valid YAML: this does not fit what stands before it; indent with spaces as above, and put quotes inside a text into quotes of the other kind',
    ],
    [
      'a text that begins with an asterisk',
      { 'facts/all.yaml': fact(`  matters: *grave\n${cited}`) },
      'fire/facts/all.yaml:7: is not valid YAML: a text that begins with one of * & @ % ` must stand in quotes',
    ],
    [
      'an unknown field',
      { 'facts/all.yaml': fact(`  sorce: gazette\n${cited}`) },
      'fire/facts/all.yaml:7: unknown field "sorce"; see briefings/README.md',
    ],
    [
      'an unknown field deep inside',
      { 'facts/all.yaml': fact(`  frame:\n    howMany:\n      value: 3\n      units: people\n${cited}`) },
      'fire/facts/all.yaml:10: frame.howMany: unknown field "units"; see briefings/README.md',
    ],
    [
      'a field without a value',
      { 'facts/all.yaml': fact(`  asks:\n${cited}`) },
      'fire/facts/all.yaml:7: asks: has no value; fill it in or remove the line',
    ],
    [
      'a field that is missing',
      { 'sources.yaml': '- id: gazette\n  publisher: Lorne Gazette\n  published: 2030-05-04\n' },
      'fire/sources.yaml:1: title: is missing',
    ],
    [
      'a number where text belongs',
      { 'entities/all.yaml': entity('  name: 1984\n') },
      'fire/entities/all.yaml:4: name: must be text; put it in quotes: "1984"',
    ],
    [
      'a word that is none of those to choose from',
      { 'facts/all.yaml': fact(`  standing: rumoured\n${cited}`) },
      'fire/facts/all.yaml:7: standing: must be one of: reported, official, claimed, denied, forecast, retracted',
    ],
    [
      'an id with capitals',
      { 'entities/all.yaml': '- { id: Weir, kind: person, name: Magda Weir }\n' },
      'fire/entities/all.yaml:1: id: an id is lower-case letters, digits and hyphens',
    ],
    [
      'a dangling reference to an entity',
      { 'facts/all.yaml': fact(`  frame:\n    who: [weir]\n    saidBy: [mayor]\n${cited}`) },
      'fire/facts/all.yaml:9: second: saidBy: there is no entity "mayor"; mend the id or add the entity',
    ],
    [
      'a dangling reference to a source',
      { 'facts/all.yaml': fact('  citations:\n    - source: gazette\n    - source: courier\n') },
      'fire/facts/all.yaml:9: second: citations: there is no source "courier"; mend the id or add the source',
    ],
    [
      'a dangling reference in briefing.yaml',
      { 'briefing.yaml': `${faultless['briefing.yaml']}overview: [toll, gone]\n` },
      'fire/briefing.yaml:4: overview: there is no fact "gone"; mend the id or add the fact',
    ],
    [
      'a dangling reference in questions.yaml',
      { 'questions.yaml': '- { ask: how many died, facts: [toll] }\n- { ask: why, facts: [gone] }\n' },
      'fire/questions.yaml:2: "why": there is no fact "gone"; mend the id or add the fact',
    ],
    [
      'a duplicate id',
      { 'facts/more.yaml': `- id: toll\n  statement: It burned.\n${cited}` },
      'fire/facts/more.yaml:1: id "toll" stands already in fire/facts/all.yaml:1; give one of them another id',
    ],
    [
      'two entities that share a name',
      { 'entities/all.yaml': entity('  name: Åse Holm\n  names: [Holm, MAGDA WEIR]\n') },
      'fire/entities/all.yaml:2: holm: "MAGDA WEIR" is already a name of weir; a name belongs to one entity',
    ],
    [
      'an impossible date',
      { 'facts/all.yaml': fact(`  frame: { when: 2030-02-30 }\n${cited}`) },
      'fire/facts/all.yaml:7: frame.when: "2030-02-30" is no date in EDTF; write 2030-05-03, 2030-05, 2030, 2030-05-03/2030-05-05 or 2030-05-03~',
    ],
    [
      'a source without a last day of publication',
      { 'sources.yaml': '- { id: gazette, publisher: G, title: T, published: 2030-05-04/.. }\n' },
      'fire/sources.yaml:1: published: must have a last day',
    ],
    [
      'a link that is no web address',
      {
        'sources.yaml':
          "- { id: gazette, publisher: G, title: T, published: 2030-05-04, url: 'javascript:alert(1)' }\n",
      },
      'fire/sources.yaml:1: url: must be a web address that begins with https://',
    ],
    [
      'paragraphs from the last to the first',
      { 'sources.yaml': '- { id: gazette, publisher: G, title: T, published: 2030-05-04, paragraphs: 14-1 }\n' },
      'fire/sources.yaml:1: paragraphs: write the first and last paragraph that count, such as 1-14',
    ],
    [
      'a date outside the period',
      { 'facts/all.yaml': fact(`  frame:\n    when: 2029-05-03\n${cited}`) },
      "fire/facts/all.yaml:8: second: 2029-05-03 lies outside the briefing's period 2030-05; mend the date or mark the fact `background: true`",
    ],
    [
      'a fact without a citation',
      { 'facts/all.yaml': fact('') },
      'fire/facts/all.yaml:5: citations: a fact needs a list of at least one citation: `- source: …`',
    ],
    [
      'a fact with an empty list of citations',
      { 'facts/all.yaml': fact('  citations: []\n') },
      'fire/facts/all.yaml:7: citations: a fact needs a list of at least one citation: `- source: …`',
    ],
    [
      'a quantity without a figure',
      { 'facts/all.yaml': fact(`  frame: { howMany: hundreds of people }\n${cited}`) },
      'fire/facts/all.yaml:7: frame.howMany: "hundreds of people" is no quantity; write [bound] figure [of total] unit, such as: at least 14 people',
    ],
    [
      'a range from high to low',
      { 'facts/all.yaml': fact(`  frame: { howMany: 7 to 5 days }\n${cited}`) },
      'fire/facts/all.yaml:7: frame.howMany: the upper end of a range must be larger than the lower one',
    ],
    [
      'figures that disagree',
      {
        'facts/all.yaml': fact(`  frame: { howMany: 160 litres }\n${cited}`).replace(
          'It burned',
          'It took 160,000 litres',
        ),
      },
      'fire/facts/all.yaml:7: second: howMany says 160, which the statement does not; make them agree',
    ],
    [
      'an unused source',
      {
        'sources.yaml': `${faultless['sources.yaml']}- { id: courier, publisher: C, title: T, published: 2030-05-05 }\n`,
      },
      'fire/sources.yaml:5: source "courier" is cited by no fact; remove it or cite it',
    ],
    [
      'YAML that is not a list',
      { 'facts/all.yaml': 'id: toll\nstatement: It burned.\n' },
      'fire/facts/all.yaml:1: must be a list; begin each entry with a hyphen',
    ],
    [
      'a briefing.yaml that is missing',
      { 'briefing.yaml': undefined },
      'fire: holds no briefing.yaml; start one with: sitrep new SLUG',
    ],
    [
      'a sources.yaml that is missing',
      { 'sources.yaml': undefined },
      'fire/sources.yaml: names no source; a fact needs one to cite',
    ],
    [
      'a JSON Lines file with one broken line',
      {
        'facts/bulk.jsonl':
          '{"id":"a","statement":"It burned.","citations":[{"source":"gazette"}]}\n\n{"id":"b",\n{"id":"c","statement":"It burned.","citations":[{"source":"gazette"}]}\n',
      },
      'fire/facts/bulk.jsonl:3: is not valid JSON (Expected double-quoted property name); each line holds one fact in braces',
    ],
    [
      'a fault in one line of JSON Lines',
      { 'facts/bulk.jsonl': '\n{"id":"a","statement":"","citations":[{"source":"gazette"}]}\n' },
      'fire/facts/bulk.jsonl:2: statement: must not be empty',
    ],
    [
      'a line of 50 MB',
      { 'facts/x.jsonl': `\n{"id":"a","statement":"${'x'.repeat(50_000_000)}"}\n` },
      'fire/facts/x.jsonl:2: is longer than a million characters; each line holds one fact, so break it up',
    ],
    [
      'YAML of more than 8 MB',
      { 'facts/x.yaml': `# ${'x'.repeat(8_000_000)}` },
      'fire/facts/x.yaml: is larger than 8 MB; write bulk facts as JSON Lines (facts/*.jsonl), one a line',
    ],
    [
      'bytes that are not UTF-8',
      {
        'entities/all.yaml': Buffer.concat([
          Buffer.from('# Names\n- { id: weir, kind: person, name: '),
          Buffer.from([0xc5, 0x73, 0x65]),
          Buffer.from(' }\n'),
        ]),
      },
      'fire/entities/all.yaml:2: is not valid UTF-8 here; save the file as UTF-8',
    ],
    [
      'a YAML alias bomb',
      {
        'facts/all.yaml': `- &a [x]\n${'bcdefghij'.replace(/./g, (c) => `- &${c} [${`*${String.fromCharCode(c.charCodeAt(0) - 1)},`.repeat(9)}]\n`)}`,
      },
      'fire/facts/all.yaml:2: is not valid YAML: it repeats anchors (&name) more than 50 times; write the values out instead of *name',
    ],
    [
      'a file that no briefing has',
      { 'fact/more.yaml': `- id: a\n  statement: It burned.\n${cited}` },
      'fire/fact/more.yaml: is not read, for no file of a briefing is called so; see briefings/README.md for names and folders',
    ],
  ])('%s', async (_, files, message) => {
    expect(await problemsWith(files)).toEqual([message])
  })

  test('an empty folder', async () => {
    const { problems } = await loadBriefing(await folder.write({}), 'fire')
    expect(problems.map(formatProblem)).toEqual(['fire: holds no briefing.yaml; start one with: sitrep new SLUG'])
  })
  test('a briefing without facts', async () => {
    const [first] = await problemsWith({ 'facts/all.yaml': '# none yet\n' })
    expect(first).toBe('fire: holds no facts; write them into facts/*.yaml')
  })
  test('a file that cannot be read is named, and the rest is read', async () => {
    const root = await folder.write(faultless)
    await symlink(join(root, 'nowhere'), join(root, 'fire/facts/gone.yaml'))
    const { problems } = await loadBriefing(root, 'fire')
    expect(problems.map(formatProblem)).toEqual([
      'fire/facts/gone.yaml: cannot be read (ENOENT); look whether it is there and may be read',
    ])
  })
  test('faults in several files are told all at once, in the order of the files', async () => {
    const problems = await problemsWith({ 'entities/all.yaml': 'weir', 'facts/all.yaml': '{', 'sources.yaml': '- x\n' })
    expect(problems.map((problem) => problem.split(':')[0])).toEqual([
      'fire/facts/all.yaml',
      'fire/sources.yaml',
      'fire/entities/all.yaml',
    ])
  })
})

describe('what is no fault', () => {
  test.each<[string, Files]>([
    [
      'a byte order mark and Windows line ends',
      { 'briefing.yaml': `\ufeff${faultless['briefing.yaml'].replaceAll('\n', '\r\n')}` },
    ],
    [
      'an empty file beside a full one',
      { 'facts/empty.yaml': '', 'entities/empty.yaml': '# later\n', 'questions.yaml': '' },
    ],
    ['a README and hidden files', { 'README.md': 'For curators.', 'facts/.#all.yaml': '{', '.git/x.yaml': '{' }],
    [
      'anchors repeated a few times',
      { 'facts/all.yaml': fact(`  asks: [&a how many died]\n  corrects: [*a, *a]\n${cited}`) },
    ],
    [
      'a date outside the period that is marked as background',
      { 'facts/all.yaml': fact(`  background: true\n  frame: { when: 1998 }\n${cited}`) },
    ],
    [
      'a figure in words',
      {
        'facts/all.yaml': fact(`  frame: { howMany: 250 people }\n${cited}`).replace(
          'It burned',
          'Two hundred and fifty people came',
        ),
      },
    ],
    [
      'a figure that is derived or printed as text',
      { 'facts/all.yaml': fact(`  frame: { howMany: { value: 250, text: hundreds } }\n${cited}`) },
    ],
    ['a bare year, which YAML reads as a number', { 'facts/all.yaml': fact(`  frame: { when: 2030 }\n${cited}`) }],
    ['one entity with one name twice', { 'entities/all.yaml': entity('  name: Holm\n  names: [holm, HOLM]\n') }],
  ])('%s', async (_, files) => {
    expect(await problemsWith(files)).toEqual([])
  })
})

describe('finding and opening', () => {
  test('briefings are found by folder, sorted, and hidden folders are none', async () => {
    const root = await folder.write(faultless, 'b')
    await mkdir(join(root, 'a'))
    await mkdir(join(root, '.hidden'))
    await symlink(join(root, 'b'), join(root, 'c'))
    await symlink(join(root, 'nowhere'), join(root, 'd'))
    expect(await listBriefings(root)).toEqual(['a', 'b', 'c'])
  })
  test('a folder that is not there, or holds no briefing, is a matter of settings', async () => {
    const root = await folder.write(faultless)
    await expect(listBriefings(join(root, 'gone'))).rejects.toThrow(SettingsError)
    await expect(listBriefings(join(root, 'gone'))).rejects.toThrow(
      'name the folder with --briefings DIR or SITREP_BRIEFINGS',
    )
    await expect(listBriefings(join(root, 'fire/facts'))).rejects.toThrow(
      'holds no briefing; start one with: sitrep new SLUG',
    )
    await expect(loadBriefing(root, 'flood')).rejects.toThrow(
      'no briefing can be read there (ENOENT); start one with: sitrep new flood',
    )
  })
  test('a linked folder of facts is read', async () => {
    const root = await folder.write({
      ...faultless,
      'facts/all.yaml': undefined,
      'kept/all.yml': faultless['facts/all.yaml'],
    })
    await symlink(join(root, 'fire/kept'), join(root, 'fire/facts'))
    expect((await openBriefing(root, 'fire')).facts).toHaveLength(1)
  })
  test('a briefing opens in spite of minor problems', async () => {
    const root = await folder.write({
      ...faultless,
      'entities/all.yaml': entity('  name: Weir\n  names: [Magda Weir]\n'),
    })
    expect((await openBriefing(root, 'fire')).entities.size).toBe(2)
  })
  test('a briefing with a serious problem does not, and the error tells the first five', async () => {
    const dangling = Array.from({ length: 7 }, (_, i) => `gone-${i}`).join(', ')
    const root = await folder.write({ ...faultless, 'facts/all.yaml': fact(`  related: [${dangling}]\n${cited}`) })
    const failure = openBriefing(root, 'fire')
    await expect(failure).rejects.toThrow(BriefingError)
    await expect(failure).rejects.toThrow(
      /^briefing "fire" is broken; mend it and run: sitrep check\n(.*gone-\d.*\n){5}… and 2 more$/,
    )
  })
})
