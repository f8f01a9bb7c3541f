// A card's lines and sources as mrkdwn, Slack's markup, with everything in them escaped.

import type { CardLine, CardSource } from '../../core/cards/card.ts'
import { escapeText, linkAddress, plainText } from './escapeText.ts'

/** A line with the numbers of its sources; empty where there is nothing to see in it. */
export function lineText({ kind, text, cites }: CardLine): string {
  const escaped = escapeText(text)
  if (escaped === '') return ''
  switch (kind) {
    case 'text':
      return `${escaped}${numbersOf(cites)}`
    case 'item':
      return `• ${escaped}${numbersOf(cites)}`
    case 'heading':
      return `*${escaped}*${numbersOf(cites)}`
    case 'dispute':
      return `>≠ ${escaped}${numbersOf(cites)}`
  }
}

/** A text or an item as it stands in a plain text, which shows every sign as it is. */
export function plainLine({ kind, text, cites }: CardLine): string {
  return `${kind === 'item' ? '• ' : ''}${plainText(text)}${numbersOf(cites)}`
}

function numbersOf(cites: CardLine['cites']): string {
  return cites.length === 0 ? '' : ` ${cites.map((number) => `[${number}]`).join('')}`
}

/** What a source's parts may measure, escaped, so that any source fits into a context element. */
const PART_CHARS = { publisher: 200, published: 100, title: 500, paragraphs: 100, url: 1500 } as const

/** "[1] The Courier, 3 May 2030, paragraphs 2 and 3: Town stands still", its title linked. */
export function sourceText({ number, publisher, published, paragraphs, title, url }: CardSource): string {
  const where = `paragraph${paragraphs.length > 1 ? 's' : ''} ${listed(paragraphs)}`
  const shownTitle = escapedWithin(title, PART_CHARS.title)
  const address = url === undefined ? undefined : linkAddress(url)
  const linked = address !== undefined && address.length <= PART_CHARS.url && shownTitle !== ''
  const parts = [
    escapedWithin(publisher, PART_CHARS.publisher),
    escapedWithin(published, PART_CHARS.published),
    ...(paragraphs.length === 0 ? [] : [escapedWithin(where, PART_CHARS.paragraphs)]),
  ]
  return `[${number}] ${parts.join(', ')}: ${linked ? `<${address}|${shownTitle}>` : shownTitle}`
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** The text escaped, or where that is longer than a reader would read, its beginning. */
function escapedWithin(text: string, size: number): string {
  const whole = escapeText(text)
  if (whole.length <= size) return whole
  let kept = ''
  for (const { segment } of graphemes.segment(text)) {
    if (escapeText(kept + segment).length >= size) break
    kept += segment
  }
  return `${escapeText(kept)}…`
}

function listed(numbers: readonly number[]): string {
  return numbers.length < 2 ? numbers.join('') : `${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)}`
}
