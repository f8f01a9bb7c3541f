// The port through which a platform delivers: makes the message, posts it once, and looks whether it is there. It never
// tries again by itself, as only the ledger knows whether that is safe.

import type { Card, CardPicture } from '../cards/card.ts'
import type { Place } from './subscriptions.ts'

/** A message that is to be posted, the same at each attempt. */
export type Posting = {
  readonly place: Place
  /** Of a notice, whose `place.channel` is a user's id. */
  readonly isDirect: boolean
  /** 25 characters of `[0-9a-z]` made from the delivery's key, by which the message is known again. */
  readonly reference: string
  /** What `render` made. */
  readonly payload: string
  /** What goes with it where the platform takes it; the payload says all without it. */
  readonly picture: CardPicture | undefined
}

/** What became of one call. Only `unclear` leaves it open whether the message is there. */
export type Outcome =
  | { readonly kind: 'sent'; readonly message: string }
  /** The channel is gone, or we may not write there: no further digest would arrive either. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** The platform does not take this message. */
  | { readonly kind: 'rejected'; readonly reason: string }
  | { readonly kind: 'rate limited'; readonly retryAfterMs: number }
  /** The call did not get as far as the platform. */
  | { readonly kind: 'unreachable'; readonly reason: string }
  | { readonly kind: 'unclear'; readonly reason: string }

/** What a look for a message found. `absent` is said only where it is sure. */
export type Found =
  | { readonly kind: 'found'; readonly message: string }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unreadable'; readonly reason: string }
  | { readonly kind: 'later'; readonly retryAfterMs: number; readonly reason: string }

export type Courier = {
  /** The card as this platform is sent it. Its buttons, where it has any, carry the reference as their handle. */
  readonly render: (card: Card, reference: string) => string
  readonly post: (posting: Posting) => Promise<Outcome>
  /** Looks for a message that was posted at `sinceMs` (UTC) or later. */
  readonly find: (posting: Posting, sinceMs: number) => Promise<Found>
  readonly safety: CourierSafety
}

export type CourierSafety = {
  /** For how long after a call the platform knows a repeated one for the same; 0 where it does not. */
  readonly repeatableForMs: number
  /** How long after a call without a reply it is too early to conclude from a look that the message is absent. */
  readonly settlesAfterMs: number
}
