// A digest as Slack is sent it. Pure: what it gives is exactly what is posted, but for the channel.

import type { Card } from '../../core/cards/card.ts'
import { quiet } from './quiet.ts'
import { renderCard } from './renderCard.ts'

const METADATA_TYPE = 'sitrep_delivery'

/** The message that shows a digest, with its reference in the metadata. */
export function renderPosting(card: Card, reference: string): string {
  const message = renderCard(card, {
    handle: card.actions.length > 0 ? reference : undefined,
    pressed: 'answer',
    page: 0,
    canShare: false,
    pictureFile: undefined,
  })
  const metadata = { event_type: METADATA_TYPE, event_payload: { reference } }
  return JSON.stringify({ ...message, ...quiet, metadata })
}
