// A card as a Slack message in Block Kit, within Slack's limits by construction. Pure: it sends nothing.

import type { ContextBlock, KnownBlock, MrkdwnElement, SectionBlock } from '@slack/types'
import type { Card, CardLine } from '../../core/cards/card.ts'
import { type ButtonOptions, buttonRows, numbersNearby } from './buttons.ts'
import { cardPages, chunksWithin, type SlackPage } from './cardPages.ts'
import { escapeText, plainText } from './escapeText.ts'
import { imageBlock } from './imageBlock.ts'
import { MAX_TEXT_CHARS } from './limits.ts'
import { lineText } from './mrkdwn.ts'
import { nameSearch } from './nameSearch.ts'

export type RenderOptions = ButtonOptions & {
  /** From 0; one beyond the last is the last. */
  readonly page: number
  /** The uploaded picture's id; undefined where it cannot be shown, so that its text alternative is. */
  readonly pictureFile: string | undefined
}

export type SlackMessage = {
  /** What notifications and screen readers tell. */
  readonly text: string
  readonly blocks: KnownBlock[]
}

/** The message that shows a page of a card. */
export function renderCard(card: Card, options: RenderOptions): SlackMessage {
  const pages = cardPages(card, options.pictureFile !== undefined)
  const page = pages[Math.min(options.page, pages.length - 1)]
  if (page === undefined) throw new RangeError('a card has at least one page')
  const title = page.title === undefined ? '' : plainText(page.title)
  const lines = page.lines.map(lineText)
  return {
    text: [...(title === '' ? [] : [escapeText(title)]), ...lines].join('\n') || 'Sitrep',
    blocks: [
      ...(title === ''
        ? []
        : [{ type: 'header' as const, text: { type: 'plain_text' as const, text: title, emoji: false } }]),
      ...sections(page.lines),
      ...pictureBlocks(card, page, options.pictureFile),
      ...nearbyBlocks(card, page),
      ...footBlocks(page),
      ...(card.kind === 'overview' ? [nameSearch()] : []),
      ...buttonRows(card, page, options),
    ],
  }
}

/** How many messages it takes to show a whole card. */
export function countPages(card: Card): number {
  return cardPages(card, false).length
}

export function mrkdwn(text: string): MrkdwnElement {
  return { type: 'mrkdwn', text, verbatim: true }
}

/** Texts make paragraphs, items stand under their heading, disputes stand apart behind a bar. */
function sections(lines: readonly CardLine[]): SectionBlock[] {
  const texts: string[] = []
  let last: CardLine['kind'] | undefined
  for (const line of lines) {
    const text = lineText(line)
    const joins =
      (last === line.kind && (last === 'text' || last === 'item')) || (last === 'heading' && line.kind === 'item')
    if (joins) texts.push(`${texts.pop()}${line.kind === 'text' ? ' ' : '\n'}${text}`)
    else texts.push(text)
    last = line.kind
  }
  return texts.map((text) => ({ type: 'section', text: mrkdwn(text), expand: true }))
}

function pictureBlocks({ picture }: Card, { number }: SlackPage, file: string | undefined): KnownBlock[] {
  if (picture === undefined || file === undefined || number > 0) return []
  return [imageBlock(file, picture.alt)]
}

function nearbyBlocks(card: Card, { listsNearby }: SlackPage): KnownBlock[] {
  if (!listsNearby || !numbersNearby(card)) return []
  const questions = card.nearby.map((question, i) => `${i + 1}. ${escapeText(question)}`)
  return [{ type: 'section', text: mrkdwn(['You can also ask:', ...questions].join('\n')), expand: true }]
}

/** As of when, and the sources, small. Slack sets context elements side by side, so one holds as many sources as it can. */
function footBlocks({ alt, stamp, sources }: SlackPage): ContextBlock[] {
  const elements = [
    ...[alt, stamp].map((text) => escapeText(text ?? '')).filter((text) => text !== ''),
    ...chunksWithin(sources, MAX_TEXT_CHARS).map((chunk) => chunk.join('\n')),
  ]
  return elements.map((text) => ({ type: 'context', elements: [mrkdwn(text)] }))
}
