// Divides a card into pages that fit a platform. Nothing is cut inside a sentence unless a single sentence is longer than
// a page, and every source that a page's lines cite goes with that page.

import type { Card, CardLine, CardSource } from './card.ts'

export type CardPage = {
  readonly lines: readonly CardLine[]
  /** The sources that this page's lines cite, or the page's before it; on the last page also those that no line cites. */
  readonly sources: readonly CardSource[]
  /** From 0. */
  readonly number: number
  /** How many pages there are: at least one. */
  readonly count: number
}

export type PageLimits = {
  /** What a page's lines may measure together. */
  readonly size: number
  /** What a line measures as this platform renders it, with its citation numbers and escapes. */
  readonly measure: (line: CardLine) => number
  /** How many lines a page may have. */
  readonly lines?: number
  /** How many sources a page may cite. */
  readonly sources?: number
}

/** The pages of a card, in order. */
export function pagesOf(card: Card, limits: PageLimits): readonly CardPage[] {
  const pages: CardLine[][] = [[]]
  let room = limits.size
  for (const whole of card.lines)
    for (const line of pieces(whole, limits)) {
      const page = pages.at(-1) ?? []
      const size = limits.measure(line)
      if (page.length > 0 && (size > room || isFull(page, line, limits))) {
        const heading = takeHeading(page, limits.size - size, limits)
        pages.push([...heading, line])
        room = heading.reduce((rest, one) => rest - limits.measure(one), limits.size - size)
      } else {
        page.push(line)
        room -= size
      }
    }
  const whole = pages.flatMap((lines, i) => withSources(card, lines, i === pages.length - 1, limits.sources))
  return whole.map((page, number) => ({ ...page, number, count: whole.length }))
}

/** A page's lines with the sources that they cite; those that find no room follow on pages of their own. */
function withSources(card: Card, lines: readonly CardLine[], isLast: boolean, limit = Number.POSITIVE_INFINITY) {
  const numbers = new Set(lines.flatMap((line) => line.cites))
  const uncited = new Set(card.sources.map((one) => one.number))
  for (const number of card.lines.flatMap((line) => line.cites)) uncited.delete(number)
  const sources = card.sources.filter(({ number }) => numbers.has(number) || (isLast && uncited.has(number)))
  const page = { lines, sources: sources.slice(0, limit) }
  const further = Array.from({ length: Math.ceil(sources.length / limit) || 1 }, (_, i) => ({
    lines: [],
    sources: sources.slice(i * limit, (i + 1) * limit),
  }))
  return [page, ...further.slice(1)]
}

/** A heading does not stay behind alone, where the next page has room for it. */
function takeHeading(page: CardLine[], room: number, { measure, lines = 2 }: PageLimits): readonly CardLine[] {
  const last = page.at(-1)
  if (page.length < 2 || last?.kind !== 'heading' || measure(last) > room || lines < 2) return []
  page.pop()
  return [last]
}

function isFull(page: readonly CardLine[], next: CardLine, { lines, sources }: PageLimits): boolean {
  if (lines !== undefined && page.length >= lines) return true
  return sources !== undefined && new Set([...page, next].flatMap((line) => line.cites)).size > sources
}

/** A line as it is, or in parts that each fit a page, which carry all its citations. */
function pieces(line: CardLine, { size, measure }: PageLimits): readonly CardLine[] {
  if (measure(line) <= size) return [line]
  const parts: CardLine[] = []
  let text = ''
  const fits = (longer: string) => measure({ ...line, text: longer }) <= size
  for (const part of smallParts(line.text, fits)) {
    const longer = text === '' ? part : text + part
    if (text !== '' && !fits(longer.trim())) {
      parts.push({ ...line, text: text.trim() })
      text = part
    } else text = longer
  }
  if (text.trim() !== '') parts.push({ ...line, text: text.trim() })
  return parts
}

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' })
const words = new Intl.Segmenter('en', { granularity: 'word' })
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Sentences; of a sentence that is too long its words, of a word its characters, and of these what they are made of. */
function smallParts(text: string, fits: (part: string) => boolean): string[] {
  const split = (part: string, [by, ...finer]: readonly Intl.Segmenter[]): string[] => {
    if (fits(part.trim())) return [part]
    return by === undefined ? [...part] : [...by.segment(part)].flatMap(({ segment }) => split(segment, finer))
  }
  return split(text, [sentences, words, graphemes])
}
