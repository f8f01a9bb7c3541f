// The port through which subscriptions are kept: which channel gets which briefing's digest, and when.

import type { DigestMode } from '../desk/digestOrder.ts'

/** The platforms that digests are delivered on. */
export const digestPlatforms = ['discord', 'slack'] as const
export type DigestPlatform = (typeof digestPlatforms)[number]

/** A channel, by the platform's own ids. */
export type Place = {
  readonly platform: DigestPlatform
  /** The server or workspace. */
  readonly tenant: string
  readonly channel: string
}

export type Subscription = {
  /** Of `[a-z0-9-]`; unique, never used again. */
  readonly id: string
  readonly place: Place
  /** The briefing's slug. */
  readonly briefing: string
  /** A cron expression of five fields, which `readSchedule` has checked. */
  readonly schedule: string
  /** An IANA time zone. */
  readonly zone: string
  readonly mode: DigestMode
  /** True to say nothing where nothing is new; false for one line. */
  readonly isQuiet: boolean
  readonly status: 'active' | 'paused'
  /** Why it is paused, for the admin and the operator; undefined where it is active. */
  readonly note: string | undefined
  /** Who is told of what goes wrong: the user's id on the platform; undefined where only the operator is. */
  readonly admin: string | undefined
  /** A declared one stands in the configuration file: commands may pause it, but not remove it. */
  readonly origin: 'command' | 'declared'
  /** Milliseconds since 1970 (UTC). */
  readonly createdMs: number
  /**
   * When its next period that has not been planned starts (milliseconds, UTC). It only saves looking through all
   * subscriptions: planning a period twice does nothing, so that losing or repeating a write to it is harmless.
   */
  readonly dueMs: number
}

/** What may change after a subscription was made. */
export type SubscriptionChange = Partial<Omit<Subscription, 'id' | 'place' | 'createdMs'>>

/** All conditions that are given must hold. */
export type SubscriptionFilter = {
  readonly id?: string
  readonly place?: Place
  readonly origin?: Subscription['origin']
  /** Only the active ones whose `dueMs` is at or before this. */
  readonly dueByMs?: number
  readonly limit?: number
}

export type Subscriptions = {
  /** Keeps a new one; one that is there already under its id stays as it is, and false is returned. */
  readonly add: (subscription: Subscription) => Promise<boolean>
  /** Changes what is given in one step and leaves the rest as it is; false where there is none of this id. */
  readonly change: (id: string, change: SubscriptionChange) => Promise<boolean>
  /** False where there is none. Its deliveries stay in the ledger. */
  readonly remove: (id: string) => Promise<boolean>
  /** In the order of `dueMs`, then of id. */
  readonly list: (filter: SubscriptionFilter) => Promise<readonly Subscription[]>
}
