import { describe, expect, test } from 'vitest'
import type { Answer, Cited } from '../../../src/core/answering/answer.ts'
import { readBriefing } from '../../../src/core/briefing/read.ts'
import { renderAnswer } from '../../../src/platforms/terminal/renderAnswer.ts'

const cited = (source: string, publisher: string, paragraphs: number[], url?: string): Cited => ({
  source,
  publisher,
  title: `A report of the ${publisher}`,
  published: '5 March 2031',
  paragraphs,
  url,
})
const herald = cited('herald', 'Skell Herald', [1], 'https://example.org/ferry')
const pilot = cited('pilot', 'Sea Pilot', [1, 3, 4])

const answer: Answer = {
  status: 'answered',
  text: 'On 4 March. The ferry ran aground.',
  lines: [
    { text: 'On 4 March.', facts: ['aground'] },
    { text: 'The ferry ran aground.', facts: ['aground', 'why'] },
  ],
  facts: ['aground', 'why'],
  citations: [herald, pilot],
  conflicts: [],
  isDisputed: false,
  isCorrected: false,
  reason: undefined,
  nearby: ['how many were hurt'],
  asOf: '9 March 2031',
  score: 1,
  trace: [{ step: 'words', found: 'when ferry' }],
}

const kinds = {
  briefing: { title: 'The ferry', summary: 'A ferry.', period: '2031' },
  sources: ['herald', 'pilot'].map((id) => ({ id, publisher: id, title: id, published: '2031' })),
  facts: [
    { id: 'aground', statement: 'The ferry ran aground.', citations: [{ source: 'herald' }] },
    { id: 'why', statement: 'The engine failed.', citations: [{ source: 'pilot' }, { source: 'herald' }] },
  ],
} as const
const { briefing } = readBriefing(
  'ferry',
  (['briefing', 'sources', 'facts'] as const).map((kind) => ({
    file: kind,
    kind,
    value: kinds[kind],
    lineAt: () => undefined,
  })),
)

function render(changes: Partial<Answer> = {}, options: Partial<Parameters<typeof renderAnswer>[2]> = {}): string {
  if (briefing === undefined) throw new Error('the briefing of this test does not parse')
  const usual = { width: 80, hasColour: false, namesBriefing: false, isExplained: false }
  return renderAnswer({ ...answer, ...changes }, briefing, { ...usual, ...options })
}

test('an answer is its text with numbers, its citations, its date and what else can be asked', () => {
  expect(render()).toBe(`On 4 March. [1] The ferry ran aground. [1][2]

[1] Skell Herald, 5 March 2031, paragraph 1: A report of the Skell Herald
    https://example.org/ferry
[2] Sea Pilot, 5 March 2031, paragraphs 1, 3 and 4: A report of the Sea Pilot

As of 9 March 2031.

You can also ask:
  how many were hurt
`)
})

test('an abstention without a source shows what can be asked instead', () => {
  const text = 'The sources do not say.'
  const abstained = { status: 'abstained', text, lines: [{ text, facts: [] }], citations: [] } as const
  expect(render(abstained)).toBe(`The sources do not say.

As of 9 March 2031.

You can ask:
  how many were hurt
`)
})

test('lines that stand one below the other stay so, as in a timeline', () => {
  const shown = render({ text: answer.lines.map((line) => line.text).join('\n') })
  expect(shown).toMatch(/^On 4 March\. \[1\]\nThe ferry ran aground\. \[1\]\[2\]\n/)
})

test('a text that is not made of its lines is shown without numbers', () => {
  expect(render({ text: 'Something else.' })).toMatch(/^Something else\.\n/)
})

test('a source that is not cited in this answer has no number', () => {
  expect(render({ citations: [pilot] })).toMatch(/^On 4 March\. The ferry ran aground\. \[1\]\n/)
})

test('the briefing is named where there are several', () => {
  expect(render({}, { namesBriefing: true })).toContain('As of 9 March 2031, from the briefing "The ferry" (ferry).')
})

test('the steps are shown on demand', () => {
  expect(render()).not.toContain('How this was found')
  expect(render({}, { isExplained: true })).toContain('\nHow this was found:\n  words: when ferry\n')
})

describe('the screen', () => {
  test('no line is wider than it, but for an address', () => {
    const lines = render({}, { width: 30 }).split('\n')
    expect(lines.filter((line) => line.length > 30 && !line.includes('https://'))).toEqual([])
  })

  test('without colours there is no control character', () => {
    expect(render({ text: 'a\u001b[31mb\u0007', lines: [] })).toMatch(/^a\[31mb\n/)
    expect(render({}, { isExplained: true })).not.toMatch(/(?!\n)\p{Cc}/u)
  })

  test('with colours what is not the answer is faint, line by line', () => {
    const [first, , citation, address] = render({}, { hasColour: true }).split('\n')
    expect(first).toBe('On 4 March. [1] The ferry ran aground. [1][2]')
    expect(citation).toBe(
      '\u001b[2m[1] Skell Herald, 5 March 2031, paragraph 1: A report of the Skell Herald\u001b[22m',
    )
    expect(address).toBe('\u001b[2m    https://example.org/ferry\u001b[22m')
  })
})
