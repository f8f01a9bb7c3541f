// How a card is shown: what its buttons say, and who sees it.

import type { PressAction } from '../../core/desk/request.ts'

export type Showing = {
  /** By which its buttons are answered; undefined for a card without buttons. */
  readonly handle: string | undefined
  /** What a button has to ask for to see this card again: "answer", or the action that opened it. */
  readonly view: Exclude<PressAction, { readonly nearby: number }>
  /** From 0; a page after the last shows the last. */
  readonly page: number
  /** True where one reader alone sees it. */
  readonly isPrivate: boolean
  /** True where that reader may post it for all. */
  readonly isShareable: boolean
  /** True where the card's picture is attached under `pictureName`. */
  readonly hasPicture: boolean
}
