// The port of the delivery ledger: one row for each digest of a subscription and period, and how far it has come. Whoever
// delivers reads from here what to do next, so that a crash at any moment loses nothing and repeats nothing.

import type { Card } from '../cards/card.ts'
import type { DigestPlatform, Place } from './subscriptions.ts'

/**
 * planned: nobody has called the platform yet, or it surely refused for now. sending: written before the call, so the
 * message may be there. All others are at rest: sent; unknown: it may be there, and nobody can look; failed: it is surely
 * not there; skipped: too old to be sent, or its subscription ended; silent: nothing was new, and the channel wants no
 * word of that.
 */
export const deliveryStates = ['planned', 'sending', 'sent', 'unknown', 'failed', 'skipped', 'silent'] as const
export type DeliveryState = (typeof deliveryStates)[number]

/** States that nothing follows. */
export const restingStates = ['sent', 'unknown', 'failed', 'skipped', 'silent'] as const satisfies DeliveryState[]

/** What a digest is for. */
export type Period = {
  /** The wall clock at its start in the subscription's own time zone, as `YYYY-MM-DDTHH:MM`. */
  readonly start: string
  /** The same moment in milliseconds since 1970 (UTC). */
  readonly startMs: number
}

/** What is sent, made once, so that a second attempt sends the same bytes. */
export type Frozen = {
  /** What the platform is sent, as JSON. */
  readonly payload: string
  /** The card that the payload shows: its buttons are answered from it. */
  readonly card: Card
  /** The facts that the digest tells of, shown or counted, most important first: for those buttons too. */
  readonly facts: readonly string[]
  /** What the channel has been told once this is sent: a snapshot's id or a day, which only composing understands. */
  readonly told: string | undefined
}

export type NewDelivery = {
  /** `deliveryKey` makes it. */
  readonly key: string
  /** A notice tells an admin what went wrong with the subscription. */
  readonly kind: 'digest' | 'notice'
  readonly subscription: string
  /** Of a notice, `channel` is the user's id. */
  readonly place: Place
  readonly briefing: string
  readonly period: Period
  /** True where the period was missed and is made up for. */
  readonly isLate: boolean
  readonly state: 'planned' | 'skipped'
  /** One line on why it is skipped; of a notice, what it says. */
  readonly note: string | undefined
}

export type Delivery = Omit<NewDelivery, 'state'> & {
  readonly state: DeliveryState
  /** How often the platform was called to send it. */
  readonly attempts: number
  /**
   * When the first call whose outcome is not known was about to be made (milliseconds, UTC): where a search for the
   * message begins. Undefined where none is in doubt.
   */
  readonly sendingMs: number | undefined
  /** Not to be claimed before this moment (milliseconds, UTC); 0 at first. */
  readonly notBeforeMs: number
  readonly frozen: Frozen | undefined
  /** The platform's id of the message, once it is known. */
  readonly message: string | undefined
}

/** A delivery that its claimer alone may work on until it rests, is let go of, or the lease runs out. */
export type Claimed = Delivery & {
  /** The fence: larger with each claim of this delivery. Who holds an older one can record nothing any more. */
  readonly token: number
}

export type DeliveryChange = Partial<
  Pick<Delivery, 'state' | 'attempts' | 'sendingMs' | 'frozen' | 'message' | 'note'>
> & {
  /** Lets go of the claim with this change: it can be taken again from this moment on (milliseconds, UTC). */
  readonly notBeforeMs?: number
}

/** How long a claim holds where the claimer dies; others may notice up to a minute later. */
export const LEASE_MS = 120_000

export type ClaimOrder = {
  readonly limit: number
  /** Only those of this platform, so that one that is slow does not hold up the other. */
  readonly platform: DigestPlatform
}

/** All conditions that are given must hold. */
export type DeliveryFilter = {
  readonly key?: string
  readonly subscription?: string
  readonly kind?: Delivery['kind']
  readonly states?: readonly DeliveryState[]
  readonly limit?: number
}

/**
 * Adapters keep what came to rest for at least 90 days, and each subscription's newest digest that is sent or silent for
 * as long as there is no newer one: what the channel has been told stands there.
 */
export type Ledger = {
  /**
   * Adds those whose key is not there yet, each wholly or not at all, and leaves the others as they are, also when
   * several processes plan the same at once. Returns the keys that were added. A subscription's digests are planned in
   * the order of their periods.
   */
  readonly plan: (deliveries: readonly NewDelivery[]) => Promise<readonly string[]>
  /**
   * Takes deliveries that are planned or sending, whose `notBeforeMs` has come and which nobody else holds; of all that
   * claim at once exactly one gets each. A subscription's digests go one after another: only the one with the earliest
   * period among those not at rest can be taken. Notices wait for nobody. Earliest minute of `startMs` first.
   */
  readonly claim: (order: ClaimOrder) => Promise<readonly Claimed[]>
  /**
   * Changes what is given, in one step, where the token is still the newest of this delivery and it is not at rest;
   * false, with nothing changed, where it is not. A state at rest ends the claim.
   */
  readonly record: (claimed: Pick<Claimed, 'key' | 'token'>, change: DeliveryChange) => Promise<boolean>
  /** Latest `startMs` first, then by key. */
  readonly list: (filter: DeliveryFilter) => Promise<readonly Delivery[]>
}

/**
 * What a briefing said at some moment, by an id made from its content, so that all channels told the same share one.
 * Deliveries name them in `frozen.told`.
 */
export type Snapshots = {
  /** Does nothing where the id is there. */
  readonly keep: (id: string, text: string) => Promise<void>
  readonly find: (id: string) => Promise<string | undefined>
}

/** The key of a delivery: the same for everybody who computes it, at any time. */
export function deliveryKey(
  kind: Delivery['kind'],
  place: Place,
  briefing: string,
  subscription: string,
  start: string,
) {
  const parts = [kind, place.platform, place.tenant, place.channel, briefing, subscription, start]
  return parts.map((part) => part.replace(/[%/]/g, encodeURIComponent)).join('/')
}
