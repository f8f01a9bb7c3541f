// A digest as Discord is sent it. Pure: what it gives is exactly what is posted.

import type { Card } from '../../core/cards/card.ts'
import { IS_COMPONENTS_V2 } from './message.ts'
import { renderCard } from './renderCard.ts'

/** The message that shows a digest, with its reference as handle and nonce. */
export function renderPosting(card: Card, reference: string): string {
  const { attachments: _, ...message } = renderCard(card, {
    handle: card.actions.length > 0 ? reference : undefined,
    view: 'answer',
    page: 0,
    isPrivate: false,
    isShareable: false,
    hasPicture: false,
  })
  return JSON.stringify({ ...message, flags: IS_COMPONENTS_V2, nonce: reference, enforce_nonce: true })
}
