// A card as a Discord message. Pure: what it gives is exactly what is sent.

import type { Card } from '../../core/cards/card.ts'
import { perCard } from '../../core/cards/perCard.ts'
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
  const faces = facesOf(card, showing.handle !== undefined)
  const face = faces[Math.min(showing.page, faces.length - 1)] ?? nothing
  const picture = showing.hasPicture && face.number === 0 ? card.picture : undefined
  const blocks = [face.above, picture === undefined ? [] : [pictureBlock(picture.alt)], ...face.below]
  const filled = blocks.filter((block) => block.length > 0)
  const shown = filled.length > 0 ? filled : [textBlock(['…'])]
  const container: Container = {
    type: componentTypes.container,
    components: shown.flatMap((block, i) => (i === 0 ? block : [separator, ...block])),
  }
  return {
    flags: IS_COMPONENTS_V2 | (showing.isPrivate ? EPHEMERAL : 0),
    components: [container, ...buttonsOfCard(card, faces.length, { ...showing, page: face.number })],
    allowed_mentions: { parse: [], replied_user: false },
    attachments: picture === undefined ? [] : [pictureAttachment(picture.alt)],
  }
}

/** What everybody sees of a page alike: the blocks above its picture and below. */
type Face = { readonly above: Block; readonly below: readonly Block[]; readonly number: number }

const facesOf = perCard((card: Card, hasButtons: boolean): readonly Face[] => {
  const title = card.title === undefined ? '' : prefixed('### ', escapeWithin(card.title, MAX_TITLE))
  const stamp = card.stamp === undefined ? '' : prefixed('-# ', escapeWithin(card.stamp, MAX_STAMP))
  const nearby = areNearbyListed(card.nearby) && hasButtons ? textOfNearby(card.nearby) : ''
  const room = MAX_TEXT - title.length - stamp.length - nearby.length - MAX_PAGE_LINE - 4
  return pagesForDiscord(card, room).map(({ lines, sources, number, count }) => ({
    above: textBlock([title, lines]),
    below: [textBlock([sources, stamp, count > 1 ? `-# Page ${number + 1} of ${count}` : '']), textBlock([nearby])],
    number,
  }))
})

const nothing: Face = { above: [], below: [], number: 0 }
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
