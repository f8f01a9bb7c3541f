// A card three times: as Sitrep's own, and as the message that each platform would be sent.

import type { Card } from '../../core/cards/card.ts'
import { discordPreview } from './discordPreview.ts'
import { html, type Markup, nothing } from './markup.ts'
import { renderCard, type Showing } from './renderCard.ts'
import { slackPreview } from './slackPreview.ts'

/** The messages that the platforms would be sent for a card, as plain data. */
export type Payloads = (
  card: Card,
  handle: string | undefined,
) => { readonly discord: unknown; readonly slack: unknown }

/** `number` tells this card from others on the page; `below` stands under Sitrep's own. */
export function thrice(
  { discord, slack }: ReturnType<Payloads>,
  card: Card,
  number: number,
  showing: Omit<Showing, 'id'>,
  below: Markup = nothing,
): Markup {
  const section = (name: string, id: string, content: Markup) =>
    html`<section id="${id}-${number}"><h2 class="label">${name}</h2>${content}</section>`
  return html`<div class="thrice">
    ${section('Sitrep', 'own', html`${renderCard(card, { ...showing, id: `source-${number}` })}${below}`)}
    ${section('On Discord', 'on-discord', discordPreview(discord, card.picture))}
    ${section('On Slack', 'on-slack', slackPreview(slack, card.picture))}
  </div>`
}
