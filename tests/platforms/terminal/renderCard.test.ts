import { describe, expect, test } from 'vitest'
import type { Card } from '../../../src/core/cards/card.ts'
import { noticeCard } from '../../../src/core/cards/card.ts'
import { renderCard, renderTrace } from '../../../src/platforms/terminal/renderCard.ts'

const source = (number: number, publisher: string, paragraphs: number[], url?: string): Card['sources'][number] => ({
  number,
  id: publisher.toLowerCase(),
  publisher,
  title: `A report of the ${publisher}`,
  published: '5 March 2031',
  paragraphs,
  url,
})

const card: Card = {
  kind: 'answer',
  title: undefined,
  lines: [
    { kind: 'text', text: 'On 4 March.', cites: [1] },
    { kind: 'text', text: 'The ferry ran aground.', cites: [1, 2] },
  ],
  stamp: 'As of 9 March 2031 · The ferry',
  sources: [source(1, 'Skell Herald', [1], 'https://example.org/ferry'), source(2, 'Sea Pilot', [1, 3, 4])],
  nearby: ['how many were hurt'],
  actions: ['sources', 'report'],
  picture: undefined,
}
const plain = { width: 80, hasColour: false }
const render = (changes: Partial<Card> = {}, screen = plain) => renderCard({ ...card, ...changes }, screen)

test('a card is its lines with numbers, its sources, its stamp and what else can be asked', () => {
  expect(render()).toBe(`On 4 March. [1] The ferry ran aground. [1][2]

[1] Skell Herald, 5 March 2031, paragraph 1: A report of the Skell Herald
    https://example.org/ferry
[2] Sea Pilot, 5 March 2031, paragraphs 1, 3 and 4: A report of the Sea Pilot

As of 9 March 2031 · The ferry.

You can ask:
  how many were hurt
`)
})

test('a card without sources, stamp and questions is its lines alone', () => {
  expect(renderCard(noticeCard('Nothing is wrong.'), plain)).toBe('- Nothing is wrong.\n')
})

test('a disagreement stands apart from the answer', () => {
  const lines = [...card.lines, { kind: 'dispute' as const, text: 'Sources differ on the day.', cites: [2] }]
  expect(render({ lines })).toMatch(/\[1\]\[2\]\n\nSources differ on the day\. \[2\]\n\n/)
})

test('the lines of a chronology stand one below the other', () => {
  const lines = card.lines.map((line) => ({ ...line, kind: 'item' as const }))
  expect(render({ kind: 'timeline', lines })).toMatch(/^On 4 March\. \[1\]\nThe ferry ran aground\. \[1\]\[2\]\n/)
})

test('headings stand above their items, which are marked', () => {
  const lines = [
    { kind: 'heading' as const, text: 'The dead', cites: [] },
    { kind: 'item' as const, text: '3 people', cites: [1] },
    { kind: 'item' as const, text: '4 people', cites: [2] },
  ]
  expect(render({ title: 'Differences', lines })).toMatch(
    /^Differences\n\nThe dead\n\n- 3 people \[1\]\n- 4 people \[2\]\n\n/,
  )
})

test('a picture is told by its text alternative', () => {
  expect(render({ picture: { svg: '<svg/>', alt: 'Two days on a line.' } })).toMatch(/\n\nTwo days on a line\.\n$/)
})

test('the steps to an answer are a list', () => {
  expect(renderTrace([{ step: 'words', found: 'when ferry' }], plain)).toBe(
    '\nHow this was found:\n  words: when ferry\n',
  )
})

describe('the screen', () => {
  test('no line is wider than it, but for an address', () => {
    const lines = render({}, { width: 30, hasColour: false }).split('\n')
    expect(lines.filter((line) => line.length > 30 && !line.includes('https://'))).toEqual([])
  })

  test('without colours there is no control character', () => {
    const lines = [{ kind: 'text' as const, text: 'a\u001b[31mb\u0007', cites: [] }]
    expect(render({ lines })).toMatch(/^a\[31mb\n/)
    expect(render({ lines })).not.toMatch(/(?!\n)\p{Cc}/u)
  })

  test('with colours what is not the answer is faint, line by line', () => {
    const [first, , citation, address] = render({}, { width: 80, hasColour: true }).split('\n')
    expect(first).toBe('On 4 March. [1] The ferry ran aground. [1][2]')
    expect(citation).toBe(
      '\u001b[2m[1] Skell Herald, 5 March 2031, paragraph 1: A report of the Skell Herald\u001b[22m',
    )
    expect(address).toBe('\u001b[2m    https://example.org/ferry\u001b[22m')
  })
})
