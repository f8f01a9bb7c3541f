// A message as Discord is sent it: the few components that cards need. Plain data, so that rendering loads no library.
// Source of the shapes and limits: Discord's documentation, "Component Reference" and "Message Resource".

export const componentTypes = {
  actionRow: 1,
  button: 2,
  textInput: 4,
  textDisplay: 10,
  mediaGallery: 12,
  separator: 14,
  container: 17,
  label: 18,
} as const

/** The message is for one reader (1 << 6). */
export const EPHEMERAL = 64
/** The message is made of components alone (1 << 15). */
export const IS_COMPONENTS_V2 = 32_768

/** What all text displays of a message may hold together. */
export const MAX_TEXT = 4000
export const MAX_ALT = 1024

export const buttonStyles = { primary: 1, secondary: 2 } as const

export type TextDisplay = { readonly type: 10; readonly content: string }
export type Separator = { readonly type: 14; readonly divider: boolean; readonly spacing: 1 | 2 }
export type MediaGallery = {
  readonly type: 12
  readonly items: readonly [{ readonly media: { readonly url: string }; readonly description: string }]
}
export type ButtonComponent = {
  readonly type: 2
  readonly style: 1 | 2
  readonly label: string
  readonly custom_id: string
}
export type ActionRow = { readonly type: 1; readonly components: readonly ButtonComponent[] }
export type Container = {
  readonly type: 17
  readonly components: readonly (TextDisplay | Separator | MediaGallery)[]
}

export type DiscordMessage = {
  readonly flags: number
  readonly components: readonly (Container | ActionRow)[]
  /** No message of ours ever pings anybody. */
  readonly allowed_mentions: { readonly parse: readonly never[]; readonly replied_user: false }
  /** Empty, so that an edit takes away the picture of the page before. */
  readonly attachments: readonly { readonly id: string; readonly filename: string; readonly description: string }[]
}
