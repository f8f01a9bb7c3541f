// The buttons under a card: near questions, what else can be done, and the way to the pages before and after.

import { actionLabels, type Card, type CardAction } from '../../core/cards/card.ts'
import { type Button, writeButton } from '../../core/desk/button.ts'
import { plainText } from './escapeText.ts'
import { type ActionRow, type ButtonComponent, buttonStyles, componentTypes } from './message.ts'
import type { Showing } from './showing.ts'

/** A label that a phone shows whole (Discord takes 80 characters, and cuts on the screen what does not fit). */
const PHONE_LABEL = 38
/** Discord's limit. */
const BUTTONS_PER_ROW = 5
/** One row. */
export const MOST_NEARBY = BUTTONS_PER_ROW

/** True where the near questions stand as text, as one of them is too long for a button. */
export function areNearbyListed(nearby: readonly string[]): boolean {
  return nearby.some((question) => plainText(question).length > PHONE_LABEL || plainText(question) === '')
}

/** The labels of the two buttons that turn pages. */
export const turnLabels = ['Previous', 'Next'] as const

export function buttonsOfCard(card: Card, pageCount: number, showing: Showing): ActionRow[] {
  const { handle, view, page, isShareable } = showing
  if (handle === undefined) return []
  const button = (label: string, action: Button['action'], at: number, style: 1 | 2 = buttonStyles.secondary) => ({
    type: componentTypes.button,
    style,
    label,
    custom_id: writeButton({ handle, action, page: at }),
  })
  const isListed = areNearbyListed(card.nearby)
  const nearby = card.nearby
    .slice(0, MOST_NEARBY)
    .map((question, i) =>
      button(isListed ? `Ask ${i + 1}` : plainText(question), { nearby: i }, 0, buttonStyles.primary),
    )
  const turns = [
    ...(page > 0 ? [button(turnLabels[0], view, page - 1)] : []),
    ...(page < pageCount - 1 ? [button(turnLabels[1], view, page + 1)] : []),
  ]
  const shown: readonly CardAction[] = card.actions.filter((one) => one !== 'share' && one !== view)
  const actions = [...shown, ...(isShareable ? (['share'] as const) : [])].map((one) =>
    button(actionLabels[one], one, 0),
  )
  return [turns, nearby, actions].flatMap(rowsOf)
}

function rowsOf(buttons: readonly ButtonComponent[]): ActionRow[] {
  return Array.from({ length: Math.ceil(buttons.length / BUTTONS_PER_ROW) }, (_, i) => ({
    type: componentTypes.actionRow,
    components: buttons.slice(i * BUTTONS_PER_ROW, (i + 1) * BUTTONS_PER_ROW),
  }))
}
