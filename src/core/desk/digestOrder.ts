// What somebody wants done about a channel's digests.

export const digestModes = ['changes', 'replay'] as const
export type DigestMode = (typeof digestModes)[number]

export type DigestOrder =
  | {
      readonly kind: 'subscribe'
      readonly briefing: string | undefined
      /** A cron expression or plain words, as typed: "daily 09:00", "0 9 * * 1-5". */
      readonly schedule: string
      /** An IANA time zone, as typed; undefined where none was. */
      readonly zone: string | undefined
      readonly mode: DigestMode
      /** True to say nothing where nothing is new; false for one line. */
      readonly isQuiet: boolean
    }
  | {
      readonly kind: 'preview'
      readonly briefing: string | undefined
      /** YYYY-MM-DD, as typed; undefined for what the channel would be sent next. */
      readonly since: string | undefined
      readonly until: string | undefined
      readonly mode: DigestMode
    }
  /** A digest that the channel was sent, by the key of its delivery: what its buttons stand for. */
  | { readonly kind: 'sent'; readonly delivery: string }
  | { readonly kind: 'list' }
  | { readonly kind: 'pause' | 'resume' | 'remove'; readonly subscription: string }
