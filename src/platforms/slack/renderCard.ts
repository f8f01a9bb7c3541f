// A card as a Slack message in Block Kit, within Slack's limits by construction. Pure: it sends nothing.

import type { ContextBlock, KnownBlock, MrkdwnElement, PlainTextElement, SectionBlock } from '@slack/types'
import type { Card, CardLine } from '../../core/cards/card.ts'
import { perCard } from '../../core/cards/perCard.ts'
import { type ButtonOptions, buttonRows, numbersNearby } from './buttons.ts'
import { cardPages, chunksWithin, type SlackPage } from './cardPages.ts'
import { escapeText, isTruerPlain, plainText } from './escapeText.ts'
import { imageBlock } from './imageBlock.ts'
import { MAX_TEXT_CHARS } from './limits.ts'
import { lineText, plainLine } from './mrkdwn.ts'
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
  const { text, above, below } = faceOf(card, page)
  const picture = pictureBlocks(card, page, options.pictureFile)
  return { text, blocks: [...above, ...picture, ...below, ...buttonRows(card, page, options)] }
}

/** What everybody sees of a page alike: its text, and the blocks above its picture and below. */
const faceOf = perCard((card: Card, page: SlackPage) => {
  const title = page.title === undefined ? '' : plainText(page.title)
  const lines = page.lines.map(lineText)
  const header: KnownBlock[] = title === '' ? [] : [{ type: 'header', text: plain(title) }]
  const search = card.kind === 'overview' ? [nameSearch()] : []
  return {
    text: [...(title === '' ? [] : [escapeText(title)]), ...lines].join('\n') || 'Sitrep',
    above: [...header, ...sections(page.lines)],
    below: [...nearbyBlocks(card, page), ...footBlocks(page), ...search],
  }
})

/** How many messages it takes to show a whole card. */
export function countPages(card: Card): number {
  return cardPages(card, false).length
}

export function mrkdwn(text: string): MrkdwnElement {
  return { type: 'mrkdwn', text, verbatim: true }
}

export function plain(text: string): PlainTextElement {
  return { type: 'plain_text', text, emoji: false }
}

/** Texts make paragraphs, items stand under their heading, disputes stand apart behind a bar. */
function sections(lines: readonly CardLine[]): SectionBlock[] {
  const runs: CardLine[][] = []
  for (const line of lines) {
    const run = runs.at(-1)
    const last = run?.at(-1)?.kind
    const joins =
      (last === line.kind && (last === 'text' || last === 'item')) || (last === 'heading' && line.kind === 'item')
    if (run !== undefined && joins) run.push(line)
    else runs.push([line])
  }
  return runs.map((run) => ({ type: 'section', text: textOfRun(run), expand: true }))
}

/** What needs no markup of ours is plain where that shows its signs as they are. */
function textOfRun(run: readonly CardLine[]): MrkdwnElement | PlainTextElement {
  const joint = run.at(-1)?.kind === 'text' ? ' ' : '\n'
  const hasNoMarkup = run.every(({ kind }) => kind === 'text' || kind === 'item')
  const isPlain = hasNoMarkup && isTruerPlain(run.map(({ text }) => text).join(' '))
  return isPlain ? plain(run.map(plainLine).join(joint)) : mrkdwn(run.map(lineText).join(joint))
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
