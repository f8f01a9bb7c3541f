// A card's pages as Slack can show them: each fits one message with its sources, and what is too long for its own place
// stands among the lines instead, so that nothing is cut.

import type { Card, CardLine } from '../../core/cards/card.ts'
import { type PageLimits, pagesOf } from '../../core/cards/pages.ts'
import { perCard } from '../../core/cards/perCard.ts'
import { escapeText, plainText } from './escapeText.ts'
import { MAX_HEADER_CHARS, MAX_LINES, MAX_SOURCES, SHARES } from './limits.ts'
import { lineText, sourceText } from './mrkdwn.ts'

export type SlackPage = {
  readonly title: string | undefined
  readonly lines: readonly CardLine[]
  /** Stands for the picture, where that cannot be shown. */
  readonly alt: string | undefined
  /** Each source as mrkdwn. */
  readonly sources: readonly string[]
  readonly stamp: string | undefined
  /** False where the near questions stand among the lines. */
  readonly listsNearby: boolean
  /** From 0. */
  readonly number: number
  readonly count: number
}

const limits: PageLimits = {
  size: SHARES.lines,
  // The line break behind it counts, too.
  measure: (line) => lineText(line).length + 1,
  lines: MAX_LINES,
  sources: MAX_SOURCES,
}

/** The pages of a card. `showsPicture` is false where its text alternative has to stand for it. */
export const cardPages = perCard((card: Card, showsPicture: boolean): readonly SlackPage[] => {
  const isLong = (text: string | undefined, size: number) => text !== undefined && escapeText(text).length > size
  const movesTitle = card.title !== undefined && plainText(card.title).length > MAX_HEADER_CHARS
  const alt = card.picture === undefined || showsPicture ? undefined : `Picture: ${card.picture.alt}`
  const movesAlt = isLong(alt, SHARES.alt)
  const movesStamp = isLong(card.stamp, SHARES.stamp)
  const listsNearby = !isLong(card.nearby.join('\n'), SHARES.nearby)
  const lines = [
    ...(movesTitle ? [line('heading', card.title)] : []),
    ...plainLines(card),
    ...(movesAlt ? [line('text', alt)] : []),
    ...(listsNearby ? [] : card.nearby.map((question, i) => line('item', `${i + 1}. ${question}`))),
    ...(movesStamp ? [line('text', card.stamp)] : []),
  ].filter((one) => lineText(one) !== '')
  const pages = pagesOf({ ...card, lines }, limits).flatMap((page) => {
    const [first = [], ...more] = chunksWithin(page.sources.map(sourceText), SHARES.sources)
    return [{ lines: page.lines, sources: first }, ...more.map((sources) => ({ lines: [], sources }))]
  })
  return pages.map((page, number) => ({
    ...page,
    title: movesTitle ? undefined : card.title,
    alt: movesAlt || number > 0 ? undefined : alt,
    stamp: movesStamp ? undefined : card.stamp,
    listsNearby,
    number,
    count: pages.length,
  }))
})

/** A notice of one line is no list. */
function plainLines({ kind, lines }: Card): readonly CardLine[] {
  return kind === 'notice' && lines.length === 1 ? lines.map((one) => ({ ...one, kind: 'text' })) : lines
}

function line(kind: CardLine['kind'], text = ''): CardLine {
  return { kind, text, cites: [] }
}

/** Divides texts into runs that measure at most so much, with a line break behind each. */
export function chunksWithin(texts: readonly string[], size: number): readonly (readonly string[])[] {
  const chunks: string[][] = []
  let room = 0
  for (const text of texts) {
    room -= text.length + 1
    if (chunks.length === 0 || room < 0) {
      chunks.push([])
      room = size - text.length - 1
    }
    chunks.at(-1)?.push(text)
  }
  return chunks
}
