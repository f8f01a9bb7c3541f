// How every message of ours behaves.

/** Nothing in it is a mention, and no link in it unfolds. */
export const quiet = { parse: 'none', link_names: false, unfurl_links: false, unfurl_media: false } as const
