import { describe, expect, test } from 'vitest'
import { checkCitations } from '../../../src/core/briefing/citations.ts'
import { type Document, readBriefing } from '../../../src/core/briefing/read.ts'

// 4 May 2030 is a Saturday.
const text = `Two dead in terminal blaze

Lorne, 4 May. At least fourteen people were killed on Thursday in the fire at Port Lorne's grain terminal.
The fire service sent 160,000 litres of water a day; 31 of 69 workers were hurt last week.
“We had no warning,” the harbour master said. “The dust — all of it — went up at once.”
Magda Weir has led the port since 2024. The silo dates from the 1990s; yesterday it was closed.
A survivor of 1999 remembers another fire.
Sidebar: Bergen talks open Wednesday.`

const gazette = {
  id: 'gazette',
  publisher: 'Lorne Gazette',
  title: 'Two dead in terminal blaze',
  published: '2030-05-04',
  paragraphs: '1-7',
  parts: [{ title: 'Bergen talks', published: '2030-04-20', paragraphs: '7-7' }],
}
const entities = [
  { id: 'weir', kind: 'person', name: 'Magda Weir', roles: [{ title: 'harbour master', of: 'port' }] },
  { id: 'port', kind: 'organisation', name: 'Port Authority', names: ['PA'], partOf: 'lorne' },
  { id: 'terminal', kind: 'place', name: 'the grain terminal', partOf: 'lorne' },
  { id: 'lorne', kind: 'place', name: 'Lorneland' },
  { id: 'holm', kind: 'person', name: 'Åse Holm' },
  { id: 'who', kind: 'organisation', name: 'WHO' },
]

type Cited = { paragraph?: number | number[]; reports?: object; wording?: Record<string, string | string[]> }

/** What the checker finds in one fact with one citation. */
function check(
  frame: object,
  citation: Cited,
  texts = new Map([['gazette', text]]),
  source: object = gazette,
): string[] {
  const { briefing } = readBriefing('fire', [
    document('briefing', { title: 'Fire', summary: 'A fire.', period: '2030-05' }),
    document('sources', [source]),
    document('entities', entities),
    document('facts', [{ id: 'f', statement: 'It burned.', frame, citations: [{ source: 'gazette', ...citation }] }]),
  ])
  if (briefing === undefined) throw new Error('the briefing of this test does not parse')
  const problems = checkCitations(briefing, texts, { at: () => ({ file: 'fire/facts/a.yaml', line: 3 }) })
  for (const problem of problems) expect(problem).toMatchObject({ file: 'fire/facts/a.yaml', line: 3, isMinor: true })
  return problems.map((problem) => problem.message)
}

function document(kind: Document['kind'], value: unknown): Document {
  return { file: `fire/${kind}.yaml`, kind, value, lineAt: () => undefined }
}

describe('paragraphs', () => {
  test('a source without a text is left out', () => {
    expect(check({ howMany: 999 }, { paragraph: 2 }, new Map())).toEqual([])
  })
  test('a citation names its paragraph', () => {
    expect(check({}, {})).toEqual(['f: gazette is cited without a paragraph; add `paragraph`'])
  })
  test('a paragraph beyond those that count is reported, whatever stands there', () => {
    expect(check({ howMany: 999 }, { paragraph: [1, 8] })).toEqual([
      'f: gazette has no paragraph 8 that counts (1-7); mend `paragraph`',
    ])
  })
  test('empty lines are not counted', () => {
    expect(check({ howMany: 14 }, { paragraph: 2 })).toEqual([])
  })
})

describe('figures', () => {
  test('a figure counts in digits or in words', () => {
    expect(check({ howMany: 'at least 14 people' }, { paragraph: 2 })).toEqual([])
    expect(check({ howMany: '31 of 69 workers' }, { paragraph: 3 })).toEqual([])
  })
  test('"160,000" does not prove 160, and the message says what to do', () => {
    expect(check({ howMany: 160 }, { paragraph: 3 })).toEqual([
      "f: gazette, paragraph 3, does not hold the figure 160; mend the paragraph, or quote the source's words for it under `wording: { howMany: … }`",
    ])
  })
  test('total and upper end stand there as well', () => {
    expect(check({ howMany: { value: 31, of: 70, to: 40 } }, { paragraph: 3 })[0]).toContain('the figure 40 and 70;')
  })
  test('the figure that the source reports goes before the frame', () => {
    expect(check({ howMany: 16 }, { paragraph: 2, reports: { howMany: 14 } })).toEqual([])
  })
  test('several cited paragraphs are taken together', () => {
    expect(check({ howMany: '14 of 69' }, { paragraph: [2, 3] })).toEqual([])
  })
  test('a derived figure needs no proof', () => {
    expect(check({ howMany: { value: 45, derived: '14 killed + 31 hurt' } }, { paragraph: 2 })).toEqual([])
  })
  test('a figure with a text is proven by either', () => {
    expect(check({ howMany: { value: 2, text: 'two dead' } }, { paragraph: 1 })).toEqual([])
    expect(check({ howMany: { value: 1, text: 'a day' } }, { paragraph: 3 })).toEqual([])
    expect(check({ howMany: { value: 7, text: 'hundreds' } }, { paragraph: 3 })).toHaveLength(1)
  })
  test('wording stands for a figure, where it is there', () => {
    expect(check({ howMany: 12 }, { paragraph: 4, wording: { howMany: 'all of it' } })).toEqual([])
    expect(check({ howMany: 12 }, { paragraph: 4, wording: { howMany: 'a dozen' } })).toEqual([
      'f: gazette, paragraph 4, does not hold "a dozen", its wording for howMany; mend the paragraph or copy the source\'s own words',
    ])
  })
})

describe('dates', () => {
  const dateIn = (paragraph: number, when: string) => check({ when }, { paragraph }).length === 0

  test.each([
    '13 January',
    'January 13',
    'Jan. 13',
    '13 Jan',
    '2022-01-13',
    '13 January 2022',
    'January 13, 2022',
    'the 13th of January',
  ])('"%s" is 13 January 2022 in a source of that month', (words) => {
    const texts = new Map([['gazette', `It was on ${words}.`]])
    const old = { ...gazette, published: '2022-01-20' }
    expect(check({ when: '2022-01-13' }, { paragraph: 1 }, texts, old)).toEqual([])
    expect(check({ when: '2022-01-12' }, { paragraph: 1 }, texts, old)).toHaveLength(1)
  })
  test('a weekday is the one before or after publication', () => {
    expect(dateIn(2, '2030-05-02')).toBe(true)
    expect(dateIn(2, '2030-05-09')).toBe(true)
    expect(dateIn(2, '2030-05-16')).toBe(false)
    expect(dateIn(2, '2030-05-03')).toBe(false)
  })
  test('"yesterday" is the day before publication', () => {
    expect(dateIn(5, '2030-05-03')).toBe(true)
    expect(dateIn(5, '2030-05-02')).toBe(false)
  })
  test('the day of publication is proven by the source itself, and that of a story on its page for its paragraphs', () => {
    expect(dateIn(1, '2030-05-04')).toBe(true)
    expect(dateIn(7, '2030-04-20')).toBe(true)
    expect(dateIn(1, '2030-04-20')).toBe(false)
    expect(dateIn(1, '2030-05')).toBe(false)
  })
  test('a weekday in a story is read from the day of that story', () => {
    expect(dateIn(7, '2030-04-24')).toBe(true)
  })
  test('a year is a year or a decade, and no other', () => {
    expect(dateIn(5, '2024')).toBe(true)
    expect(dateIn(5, '1990/1999')).toBe(true)
    expect(dateIn(5, '1991')).toBe(false)
  })
  test('an interval is proven by a day inside it', () => {
    expect(dateIn(2, '2030-05-01/2030-05-02')).toBe(true)
    expect(dateIn(2, '2030-05-05/2030-05-08')).toBe(false)
  })
  test('"last week" is that week and no day of it', () => {
    expect(dateIn(3, '2030-04-22/2030-04-28')).toBe(true)
    expect(dateIn(3, '2030-04-27')).toBe(false)
  })
  test('an approximate date has some slack', () => {
    expect(dateIn(6, '1998~')).toBe(true)
    expect(dateIn(2, '2030-05-06~')).toBe(true)
    expect(dateIn(2, '2030-05-13~')).toBe(false)
    expect(dateIn(6, '1998')).toBe(false)
  })
  test('wording stands for a date', () => {
    expect(check({ when: '2030-04-27' }, { paragraph: 3, wording: { when: 'last week' } })).toEqual([])
  })
  test('the message names the date', () => {
    expect(check({ when: '2030-06-01' }, { paragraph: 1 })[0]).toContain('does not hold the date 1 June 2030;')
  })
})

describe('names', () => {
  const unnamed = (frame: object, paragraph: number) =>
    check(frame, { paragraph }).map((message) => /name (\w+)/.exec(message)?.[1])

  test('a person is named by full name, surname or role', () => {
    expect(unnamed({ who: 'weir' }, 5)).toEqual([])
    expect(unnamed({ saidBy: 'weir' }, 4)).toEqual([])
    expect(unnamed({ who: 'weir' }, 2)).toEqual(['weir'])
  })
  test('every slot is checked, and nobody is reported twice', () => {
    expect(unnamed({ who: ['holm', 'weir'], whom: 'port', saidBy: 'holm', where: 'terminal' }, 5)).toEqual([
      'holm',
      'port',
      'terminal',
    ])
  })
  test('the article of a name may be missing', () => {
    expect(unnamed({ where: 'terminal' }, 2)).toEqual([])
  })
  test('a name is a whole word, and an abbreviation stands in capitals', () => {
    expect(unnamed({ who: 'port' }, 6)).toEqual(['port'])
    expect(check({ who: 'who' }, { paragraph: 1 }, new Map([['gazette', 'Those who fled']]))).toHaveLength(1)
    expect(check({ who: 'who' }, { paragraph: 1 }, new Map([['gazette', 'The WHO said']]))).toEqual([])
  })
  test('accents and script do not matter', () => {
    expect(check({ who: 'holm' }, { paragraph: 1 }, new Map([['gazette', 'Ase Holm']]))).toEqual([])
  })
  test('a place is named by what lies in it, but only as a place', () => {
    expect(unnamed({ where: 'lorne' }, 2)).toEqual([])
    expect(unnamed({ who: 'lorne' }, 2)).toEqual(['lorne'])
  })
  test('wording stands for a name', () => {
    expect(check({ who: 'holm' }, { paragraph: 6, wording: { holm: 'A survivor' } })).toEqual([])
  })
})

describe('quotations and other wording', () => {
  test('a quotation stands there word for word, whatever the quote marks, dashes and case', () => {
    expect(check({ quote: '"we had  no warning"' }, { paragraph: 4 })).toEqual([])
    expect(check({ quote: 'The dust - all of it - went up' }, { paragraph: 4 })).toEqual([])
    expect(check({ quote: 'We had no warnings' }, { paragraph: 4 })[0]).toContain(
      'does not hold the quotation "We had no warnings" word for word',
    )
  })
  test.each(['…', '...', '[...]', '[…]'])('a quotation may leave something out with %s', (gap) => {
    expect(check({ quote: `We had no warning ${gap} went up at once` }, { paragraph: 4 })).toEqual([])
    expect(check({ quote: `We had no warning ${gap} went down` }, { paragraph: 4 })).toHaveLength(1)
  })
  test('the quotation that the source reports goes before the frame', () => {
    expect(check({ quote: 'no' }, { paragraph: 4, reports: { quote: 'No clue' } })).toHaveLength(1)
  })
  test('wording of any slot stands there', () => {
    expect(
      check({}, { paragraph: 2, wording: { why: 'killed on Thursday', value: ['in the fire', 'in the flood'] } }),
    ).toEqual([
      'f: gazette, paragraph 2, does not hold "in the flood", its wording for value; mend the paragraph or copy the source\'s own words',
    ])
  })
})
