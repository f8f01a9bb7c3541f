// Divides a card so that each page, with the sources it cites, fits into what text one message may hold.

import type { Card } from '../../core/cards/card.ts'
import { type CardPage, pagesOf } from '../../core/cards/pages.ts'
import { measureLine, textOfLines } from './textOfLines.ts'
import { MAX_SOURCE, textOfSources } from './textOfSources.ts'

export type DiscordPage = {
  readonly lines: string
  readonly sources: string
  /** From 0. */
  readonly number: number
  readonly count: number
}

/** Of a page that is full: so many sources, of at most MAX_SOURCE characters each. */
const MOST_SOURCES = 6

/**
 * The pages of a card whose lines and sources have `room` characters. Lines that cite the same sources share them, so
 * wide pages are tried first; the last try fits whatever the card is, as it bounds both lines and sources.
 */
export function pagesForDiscord(card: Card, room: number): readonly DiscordPage[] {
  const fits = ({ lines, sources }: DiscordPage) => lines.length + sources.length <= room
  const whole = textOfPage({ lines: card.lines, sources: card.sources, number: 0, count: 1 })
  if (fits(whole)) return [whole]
  for (const share of [1, 0.75, 0.5]) {
    const pages = pagesOf(card, { size: Math.floor(room * share), measure: measureLine }).map(textOfPage)
    if (pages.every(fits)) return pages
  }
  const size = room - MOST_SOURCES * (MAX_SOURCE + 1)
  return pagesOf(card, { size, measure: measureLine, sources: MOST_SOURCES }).map(textOfPage)
}

const textOfPage = ({ lines, sources, number, count }: CardPage): DiscordPage => ({
  lines: textOfLines(lines),
  sources: textOfSources(sources),
  number,
  count,
})
