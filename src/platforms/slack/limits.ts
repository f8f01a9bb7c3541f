// What Slack takes in one message, by Block Kit's reference (docs.slack.dev/reference/block-kit), and how we share it out.

export const MAX_HEADER_CHARS = 150
export const MAX_TEXT_CHARS = 3000
/** A button may hold 75, but clients cut what it shows (docs: Button element, "text"). */
export const SHOWN_BUTTON_CHARS = 30
export const MAX_OPTION_CHARS = 75
export const MAX_OPTIONS = 100

/**
 * The texts of all blocks together fail beyond some 11,000 characters with `msg_blocks_too_long`, which the reference
 * does not tell (github.com/slackapi/bolt-js/issues/2509); 9,000 have always passed. These shares sum up to less.
 */
export const SHARES = { lines: 3000, sources: 3000, nearby: 900, stamp: 300, alt: 500 } as const

/** Far below the 50 blocks of a message, as each line may become one. */
export const MAX_LINES = 30
/** What a reader still takes in below one answer. */
export const MAX_SOURCES = 10
