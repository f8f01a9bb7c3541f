// What the core asks of the outside. Each port is narrow, and has a fake under tests/fakes and one contract suite that
// every adapter runs. All times are passed in or come from the clock; keys are opaque texts.

import type { Engine } from './answering/engine.ts'
import type { Asked } from './desk/request.ts'

export type Clock = { readonly now: () => Date }

/** A random id of `[a-z0-9]`, short enough for a button and long enough not to be guessed. */
export type NewId = () => string

/** What a line of the log tells beside its event. Questions stand under `question`, which is dropped unless it is switched on. */
export type LogFields = Readonly<Record<string, unknown>>

/** Structured log; an event is a short sentence that is the same each time. */
export type Log = {
  readonly debug: (event: string, fields?: LogFields) => void
  readonly info: (event: string, fields?: LogFields) => void
  readonly warn: (event: string, fields?: LogFields) => void
  readonly error: (event: string, fields?: LogFields) => void
}

/** A briefing whose newest edit is broken, so that the last good one still answers. */
export type BrokenEdit = { readonly slug: string; readonly message: string; readonly since: Date }

/** The briefings as they stand now; an edit swaps one for another between two questions. */
export type Library = {
  /** At least one, in the order of their slugs. */
  readonly engines: () => readonly Engine[]
  readonly brokenEdits: () => readonly BrokenEdit[]
}

/** Earlier questions of a conversation, oldest first, as they were asked (a command stands as "/who …"). Forgotten after a day. */
export type Threads = {
  readonly read: (thread: string) => Promise<readonly string[]>
  readonly add: (thread: string, question: string) => Promise<void>
}

/** Finds what was asked by the handle on an answer's buttons. Forgotten after 30 days. */
export type Handles = {
  readonly keep: (handle: string, asked: Asked) => Promise<void>
  readonly find: (handle: string) => Promise<Asked | undefined>
}

/** A question that was not answered, or a problem that a reader reported. It holds nothing about who asked. */
export type Gap = {
  readonly kind: 'question' | 'report'
  readonly text: string
  readonly briefing: string
  /** Why nothing was found to say; for a report, the question whose answer was reported. */
  readonly about: string
  /** YYYY-MM-DD (UTC): no finer, so that nobody can be recognised by it. */
  readonly day: string
}

/** The same gap, met so many times. */
export type CountedGap = Gap & { readonly count: number; readonly firstDay: string }

/** Gaps for the curator. Two that differ in nothing but case, spaces and end punctuation are one. */
export type Gaps = {
  readonly add: (gap: Gap) => Promise<void>
  /** Most asked first. */
  readonly list: () => Promise<readonly CountedGap[]>
}

/** Says who was first: of all that claim a key before it lapses, in any process, exactly one gets true. */
export type Claims = {
  readonly claim: (key: string, forMs: number) => Promise<boolean>
}

/** Rate limits. */
export type Limits = {
  /** Takes one from each key's allowance; returns how many milliseconds to wait, 0 where it may go on. */
  readonly take: (keys: readonly string[]) => Promise<number>
}

/** When a reader last looked at a briefing's changes. */
export type LastLooks = {
  /** Milliseconds (UTC) of the look before this one; undefined for the first. The reader's key is kept as a hash. */
  readonly look: (reader: string, briefing: string, atMs: number) => Promise<number | undefined>
}

/** Secrets, such as the tokens of an installation, kept sealed with the operator's key. Their values are JSON. */
export type Vault = {
  /** Rejects with a SettingsError where no key is set, or another than the one before. */
  readonly put: (name: string, secret: unknown) => Promise<void>
  readonly find: (name: string) => Promise<unknown>
  readonly remove: (name: string) => Promise<void>
}

/** A picture as PNG, or undefined where none can be drawn here. */
export type Rasterise = (svg: string) => Promise<Uint8Array | undefined>

/** How a platform, the state or the library stands, for readiness and the page. */
export type Health = {
  readonly state: 'starting' | 'ready' | 'failed' | 'stopped'
  /** One line that says what to do, where it failed or does not all that it could. */
  readonly message?: string
}

/** A place where readers ask: opened and closed by the composition root. */
export type Platform = {
  readonly name: string
  /** Rejects with a PlatformError or SettingsError of one clear line where it cannot start. */
  readonly start: () => Promise<void>
  /** Takes no new work, finishes what runs, then resolves. */
  readonly stop: () => Promise<void>
  readonly health: () => Health
}
