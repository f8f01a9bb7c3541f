// A card as a Discord message. Pure: what it gives is exactly what is sent.

import type { Card } from '../../core/cards/card.ts'
import { areNearbyListed, buttonsOfCard, MOST_NEARBY } from './buttonsOfCard.ts'
import { escapeWithin } from './escapeText.ts'
import {
  type Container,
  componentTypes,
  type DiscordMessage,
  EPHEMERAL,
  IS_COMPONENTS_V2,
  MAX_TEXT,
} from './message.ts'
import { pagesForDiscord } from './pagesForDiscord.ts'
import { pictureAttachment, pictureBlock } from './pictureBlock.ts'
import type { Showing } from './showing.ts'

const MAX_TITLE = 250
const MAX_STAMP = 200
const MAX_NEARBY = 180
/** "-# Page 123 of 456" */
const MAX_PAGE_LINE = 24

export function renderCard(card: Card, showing: Showing): DiscordMessage {
  const title = card.title === undefined ? '' : prefixed('### ', escapeWithin(card.title, MAX_TITLE))
  const stamp = card.stamp === undefined ? '' : prefixed('-# ', escapeWithin(card.stamp, MAX_STAMP))
  const nearby = areNearbyListed(card.nearby) && showing.handle !== undefined ? textOfNearby(card.nearby) : ''
  const pages = pagesForDiscord(card, MAX_TEXT - title.length - stamp.length - nearby.length - MAX_PAGE_LINE - 4)
  const page = pages[Math.min(showing.page, pages.length - 1)] ?? nothing
  const picture = showing.hasPicture && page.number === 0 ? card.picture : undefined
  const place = page.count > 1 ? `-# Page ${page.number + 1} of ${page.count}` : ''
  const blocks = [
    textBlock([title, page.lines]),
    picture === undefined ? [] : [pictureBlock(picture.alt)],
    textBlock([page.sources, stamp, place]),
    textBlock([nearby]),
  ].filter((block) => block.length > 0)
  const shown = blocks.length > 0 ? blocks : [textBlock(['…'])]
  const container: Container = {
    type: componentTypes.container,
    components: shown.flatMap((block, i) => (i === 0 ? block : [separator, ...block])),
  }
  return {
    flags: IS_COMPONENTS_V2 | (showing.isPrivate ? EPHEMERAL : 0),
    components: [container, ...buttonsOfCard(card, page.count, { ...showing, page: page.number })],
    allowed_mentions: { parse: [], replied_user: false },
    attachments: picture === undefined ? [] : [pictureAttachment(picture.alt)],
  }
}

const nothing = { lines: '', sources: '', number: 0, count: 1 }
const separator = { type: componentTypes.separator, divider: true, spacing: 1 } as const

type Block = Container['components']

function textBlock(texts: readonly string[]): Block {
  const content = texts.filter((text) => text !== '').join('\n')
  return content === '' ? [] : [{ type: componentTypes.textDisplay, content }]
}

const numbered = (question: string, i: number) => `${i + 1}. ${escapeWithin(question, MAX_NEARBY) || '…'}`

function textOfNearby(nearby: readonly string[]): string {
  return ['You can ask:', ...nearby.slice(0, MOST_NEARBY).map(numbered)].join('\n')
}

const prefixed = (prefix: string, text: string) => (text === '' ? '' : prefix + text)
