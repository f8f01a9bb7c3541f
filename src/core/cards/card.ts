// The platform-neutral document that an answer, an overview or a digest becomes before a platform renders it.
// All text in it is plain: a renderer escapes what its platform would take for markup.

/**
 * How a line stands in a card. Texts that follow one another make one paragraph; a heading and an item stand alone; a
 * dispute tells how sources differ and is never left out.
 */
export type LineKind = 'text' | 'heading' | 'item' | 'dispute'

export type CardLine = {
  readonly kind: LineKind
  readonly text: string
  /** The numbers of the sources that bear the line out, as they stand in `Card.sources`. */
  readonly cites: readonly number[]
}

/** A source under its number in this card. */
export type CardSource = {
  /** From 1. */
  readonly number: number
  readonly id: string
  readonly publisher: string
  readonly title: string
  /** When it came out, as printed. */
  readonly published: string
  readonly paragraphs: readonly number[]
  readonly url: string | undefined
}

/** What a reader can do with a card, beside asking one of its near questions. */
export type CardAction = 'sources' | 'timeline' | 'conflicts' | 'report' | 'share'

/** A picture that says the same as its text alternative. Drawing it is left to whoever shows the card. */
export type CardPicture = {
  /** A whole SVG document. */
  readonly svg: string
  readonly alt: string
}

export type CardKind =
  | 'answer'
  | 'timeline'
  | 'overview'
  | 'sources'
  | 'conflicts'
  | 'digest'
  /** What a briefing holds on the claims of somebody's message. */
  | 'check'
  /** Sitrep speaks of itself: help, an error, a limit, a confirmation. */
  | 'notice'

export type Card = {
  readonly kind: CardKind
  /** An answer has none: its first line is the answer. */
  readonly title: string | undefined
  readonly lines: readonly CardLine[]
  /** As of when and of which briefing, as printed: "As of 3 May 2030 · Harbour fire". */
  readonly stamp: string | undefined
  readonly sources: readonly CardSource[]
  /** Up to three questions that can be asked next. */
  readonly nearby: readonly string[]
  readonly actions: readonly CardAction[]
  readonly picture: CardPicture | undefined
}

/** The names of the actions as buttons show them. */
export const actionLabels: Readonly<Record<CardAction, string>> = {
  sources: 'Sources',
  timeline: 'Timeline',
  conflicts: 'Where sources disagree',
  report: 'Report a problem',
  share: 'Share in channel',
}

/** A card in which Sitrep speaks of itself. */
export function noticeCard(...texts: readonly string[]): Card {
  return {
    kind: 'notice',
    title: undefined,
    lines: texts.map((text) => ({ kind: 'item', text, cites: [] })),
    stamp: undefined,
    sources: [],
    nearby: [],
    actions: [],
    picture: undefined,
  }
}
