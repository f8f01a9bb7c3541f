// The rows of buttons under a card: near questions, what else can be seen of the answer, other pages.

import type { ActionsBlock, Button } from '@slack/types'
import { actionLabels, type Card } from '../../core/cards/card.ts'
import { type Button as ButtonValue, writeButton } from '../../core/desk/button.ts'
import type { PressAction } from '../../core/desk/request.ts'
import type { SlackPage } from './cardPages.ts'
import { plainText } from './escapeText.ts'
import { SHOWN_BUTTON_CHARS } from './limits.ts'

export type ButtonOptions = {
  /** Finds what was asked when a button is pressed; without it there are no buttons. */
  readonly handle: string | undefined
  /** What was pressed for the card to be shown, so that its other pages can be asked for. */
  readonly pressed: PressAction
  /** True where the card is shown to one reader and can be posted for all. */
  readonly canShare: boolean
}

/** What a button's action id begins with; Slack wants each id once a message. */
const BUTTON_MARK = 'sitrep'
const TURNING = { previous: 'previous', next: 'next' } as const

/** True for a button that shows another page of the card above it. */
export function turnsPage(actionId: string): boolean {
  return Object.values(TURNING).some((name) => actionId === `${BUTTON_MARK}:${name}`)
}

/** True where near questions are too long for buttons, so that they are listed and the buttons say "Ask 1". */
export function numbersNearby({ nearby }: Card): boolean {
  return nearby.some((question) => plainText(question).length > SHOWN_BUTTON_CHARS)
}

export function buttonRows(card: Card, page: SlackPage, { handle, pressed, canShare }: ButtonOptions): ActionsBlock[] {
  if (handle === undefined) return []
  const button = (name: string, label: string, action: ButtonValue['action'], toPage = 0): Button => ({
    type: 'button',
    text: { type: 'plain_text', text: label, emoji: false },
    action_id: `${BUTTON_MARK}:${name}`,
    value: writeButton({ handle, action, page: toPage }),
  })
  const isNumbered = numbersNearby(card)
  const nearby = card.nearby.map((question, i) =>
    button(`nearby-${i}`, (isNumbered ? '' : plainText(question)) || `Ask ${i + 1}`, { nearby: i }),
  )
  const turning = [
    ...(page.number > 0 ? [button(TURNING.previous, 'Previous', pressed, page.number - 1)] : []),
    ...(page.number + 1 < page.count ? [button(TURNING.next, 'Next', pressed, page.number + 1)] : []),
  ]
  const actions = [...new Set(card.actions)]
    .filter((action) => action !== 'share')
    .map((action) => button(action, actionLabels[action], action))
  const sharing = canShare ? [button('share', actionLabels.share, 'share')] : []
  return [nearby, [...turning, ...actions, ...sharing]]
    .filter((elements) => elements.length > 0)
    .map((elements) => ({ type: 'actions', elements }))
}
