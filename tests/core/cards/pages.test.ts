import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Card, CardLine } from '../../../src/core/cards/card.ts'
import { noticeCard } from '../../../src/core/cards/card.ts'
import { pagesOf } from '../../../src/core/cards/pages.ts'

const measure = ({ text, cites }: CardLine) => text.length + 4 * cites.length + 1
const line = (text: string, cites: number[] = [], kind: CardLine['kind'] = 'item'): CardLine => ({ kind, text, cites })
const source = (number: number): Card['sources'][number] => ({
  number,
  id: `s${number}`,
  publisher: `Paper ${number}`,
  title: 'A report',
  published: '2031',
  paragraphs: [],
  url: undefined,
})
const cardOf = (lines: readonly CardLine[], sources = 3): Card => ({
  ...noticeCard(),
  lines,
  sources: Array.from({ length: sources }, (_, i) => source(i + 1)),
})

test('what fits is one page with all sources', () => {
  const card = cardOf([line('One.', [1]), line('Two.', [2])])
  expect(pagesOf(card, { size: 100, measure })).toEqual([
    { lines: card.lines, sources: card.sources, number: 0, count: 1 },
  ])
})

test('a page goes with the sources that its lines cite', () => {
  const card = cardOf([line('The first line.', [1]), line('The second line.', [2])])
  const pages = pagesOf(card, { size: 25, measure })
  expect(pages.map((page) => page.sources.map((one) => one.number))).toEqual([[1], [2, 3]])
})

test('a heading goes over to the next page with its first item', () => {
  const card = cardOf([line('A line.'), line('Heading', [], 'heading'), line('An item that is long.')])
  const [first, second] = pagesOf(card, { size: 32, measure })
  expect(first?.lines.map((one) => one.text)).toEqual(['A line.'])
  expect(second?.lines.map((one) => one.text)).toEqual(['Heading', 'An item that is long.'])
})

test('a line longer than a page is divided between sentences', () => {
  const pages = pagesOf(cardOf([line('This is one. That is two. Here is three.', [1])]), { size: 30, measure })
  expect(pages.map((page) => page.lines[0]?.text)).toEqual(['This is one. That is two.', 'Here is three.'])
  expect(pages.every((page) => page.lines[0]?.cites.includes(1))).toBe(true)
})

test('sources that find no room follow on a page of their own', () => {
  const pages = pagesOf(cardOf([line('A line.', [1, 2, 3])]), { size: 100, measure, sources: 2 })
  expect(pages.map((page) => [page.lines.length, page.sources.map((one) => one.number)])).toEqual([
    [1, [1, 2]],
    [0, [3]],
  ])
})

describe('whatever the card', () => {
  const lines = fc.array(
    fc.record({
      kind: fc.constantFrom('text' as const, 'item' as const, 'heading' as const, 'dispute' as const),
      text: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 400 }).filter((text) => text.trim() !== ''),
      cites: fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { maxLength: 3 }),
    }),
    { maxLength: 30 },
  )
  const limits = { size: 120, measure, lines: 9, sources: 5 }

  test('every page fits', () => {
    fc.assert(
      fc.property(lines, (all) => {
        for (const page of pagesOf(cardOf(all, 6), limits)) {
          expect(page.lines.reduce((sum, one) => sum + measure(one), 0)).toBeLessThanOrEqual(limits.size)
          expect(page.lines.length).toBeLessThanOrEqual(limits.lines)
          expect(page.sources.length).toBeLessThanOrEqual(limits.sources)
        }
      }),
    )
  })

  test('nothing is lost: not a word, not a citation, not a source', () => {
    const squeezed = (texts: readonly string[]) => texts.join('').replace(/\s+/g, '')
    fc.assert(
      fc.property(lines, (all) => {
        const card = cardOf(all, 6)
        const pages = pagesOf(card, limits)
        expect(squeezed(pages.flatMap((page) => page.lines.map((one) => one.text)))).toBe(
          squeezed(all.map((one) => one.text)),
        )
        const numbers = (of: readonly CardLine[]) => new Set(of.flatMap((one) => one.cites))
        expect(numbers(pages.flatMap((page) => page.lines))).toEqual(numbers(all))
        expect(new Set(pages.flatMap((page) => page.sources.map((one) => one.number)))).toEqual(
          new Set(card.sources.map((one) => one.number)),
        )
      }),
    )
  })
})
