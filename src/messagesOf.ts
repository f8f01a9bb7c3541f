// The messages that each platform would be sent for a card, for showing them side by side. Part of the composition root:
// platforms do not know each other.

import type { Card } from './core/cards/card.ts'
import { renderCard as renderDiscord } from './platforms/discord/renderCard.ts'
import { renderCard as renderSlack } from './platforms/slack/renderCard.ts'

/** Stands for the file that Slack would have been given. */
const PICTURE_FILE = 'F00000000'

/** The first page of each, with its picture, as everybody in a channel sees it. */
export function messagesOf(card: Card, handle: string | undefined) {
  const hasPicture = card.picture !== undefined
  return {
    discord: renderDiscord(card, { handle, view: 'answer', page: 0, isPrivate: false, isShareable: false, hasPicture }),
    slack: renderSlack(card, {
      handle,
      pressed: 'answer',
      canShare: false,
      page: 0,
      pictureFile: hasPicture ? PICTURE_FILE : undefined,
    }),
  }
}
