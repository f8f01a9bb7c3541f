// What a reader wants, whichever platform it was typed on, and where the reader stands. Platforms read their events into
// these; the desk answers them.

import type { Verb } from '../briefing/schema.ts'
import type { Card, CardAction } from '../cards/card.ts'
import type { DigestOrder } from './digestOrder.ts'

export type PlatformName = 'discord' | 'slack' | 'web' | 'terminal'

/** Where a request comes from. Its ids are the platform's own. */
export type Visit = {
  readonly platform: PlatformName
  /** The server or workspace; of a direct message on Discord, "direct". */
  readonly tenant: string
  readonly channel: string
  readonly user: string
  /** The conversation whose earlier questions are understood ("and the police?"); undefined where there is none. */
  readonly thread: string | undefined
  /** True for who may subscribe this channel to digests. */
  readonly mayManage: boolean
}

/** Of which briefing (undefined: whichever answers best), and as of when (a date as typed; undefined: the newest). */
export type Scope = {
  readonly briefing?: string | undefined
  readonly asOf?: string | undefined
}

/** What can be answered from the briefings alone, now and again later. */
export type OpenRequest = Scope &
  (
    | { readonly kind: 'ask'; readonly text: string; readonly verb: Verb | null }
    | { readonly kind: 'overview' | 'sources' | 'conflicts' | 'catch-up' | 'help' }
    /** A message of somebody's, to be held against the briefing. */
    | { readonly kind: 'check'; readonly text: string }
    | { readonly kind: 'digest'; readonly order: DigestOrder }
  )

export type Request =
  | OpenRequest
  /** A button under the card with this handle. */
  | { readonly kind: 'press'; readonly handle: string; readonly action: PressAction }
  | { readonly kind: 'report'; readonly handle: string; readonly text: string }

/** What was asked, kept so that a button under its card can be pressed later. */
export type Asked = {
  readonly request: OpenRequest
  /** The earlier questions that it was understood with. */
  readonly context: readonly string[]
  readonly nearby: readonly string[]
}

/** What a button asks for: a card about the answer, the same card again (another page of it), or a near question by its place from 0. */
export type PressAction = Exclude<CardAction, 'report'> | 'answer' | { readonly nearby: number }

/** What the desk shows for a request. */
export type Shown = {
  readonly card: Card
  /** By which the card's buttons are answered later; undefined where it has none. */
  readonly handle: string | undefined
  /** True for what only the asker may see, whatever they chose: errors, limits, confirmations. */
  readonly isPrivate: boolean
}

/** Something to choose while typing. */
export type Completion = {
  /** As the list shows it. */
  readonly label: string
  /** What is sent when it is chosen. */
  readonly value: string
}

/** The desk, as platforms see it. */
export type Desk = {
  readonly respond: (visit: Visit, request: Request) => Promise<Shown>
  /** Names of entities in any spelling or script, and topics, that fit what was typed so far; best first, at most 25. Synchronous, as readers wait while typing. */
  readonly complete: (typed: string, briefing?: string) => readonly Completion[]
  readonly briefings: () => readonly BriefingTitle[]
}

export type BriefingTitle = { readonly slug: string; readonly title: string; readonly summary: string }

/** The part of the desk that knows digests. */
export type DigestDesk = {
  /** Does what was ordered and says so; a refusal says why. `about` asks instead for what stands behind a digest that was sent. */
  readonly answer: (visit: Visit, order: DigestOrder, about?: CardAction | 'answer') => Promise<Card>
  /** What changed in a briefing since this reader last looked. */
  readonly catchUp: (visit: Visit, briefing: string) => Promise<Card>
}
