// What comes back for a question. Every statement in it stands in a briefing file and carries its citations.

import type { Conflict } from '../briefing/conflicts.ts'
import type { Verb } from '../briefing/schema.ts'
import type { Span } from '../briefing/span.ts'

export type Question = {
  readonly text: string
  /** The slash command's verb; null for a plain message. */
  readonly verb: Verb | null
  /** Earlier questions of the same thread, oldest first; a command stands as "/who …". */
  readonly context: readonly string[]
  /** The day as of which to answer; undefined for the newest. */
  readonly asOf: Span | undefined
}

export type AnswerLine = {
  readonly text: string
  readonly facts: readonly string[]
  /** True for the line that tells how sources differ; it is never left out. */
  readonly isDispute?: boolean
}

/** A source as an answer cites it. */
export type Cited = {
  readonly source: string
  readonly publisher: string
  readonly title: string
  /** When it came out, as printed. */
  readonly published: string
  readonly paragraphs: readonly number[]
  readonly url: string | undefined
}

/** Why nothing was found to say. */
export type AbstainReason =
  | 'empty'
  | 'left open'
  | 'unknown name'
  | 'nothing on that'
  | 'no date'
  | 'no figure'
  | 'no reason'
  | 'no place'
  | 'no name'
  | 'not known yet'
  | 'before the sources'

export type Answer = {
  readonly status: 'answered' | 'abstained' | 'ambiguous'
  /** The direct answer, as read without the list of citations. */
  readonly text: string
  readonly lines: readonly AnswerLine[]
  /** Fact ids; the one that answers comes first. */
  readonly facts: readonly string[]
  readonly citations: readonly Cited[]
  readonly conflicts: readonly Conflict[]
  readonly isDisputed: boolean
  /** True where the question assumed something that the sources contradict. */
  readonly isCorrected: boolean
  readonly reason: AbstainReason | undefined
  /** Up to three questions that the briefing can answer. */
  readonly nearby: readonly string[]
  /** 0 to 1: how near the best fact came to the question, for choosing between briefings. */
  readonly score: number
  /** The day as of which this is known, as printed. */
  readonly asOf: string
  readonly trace: readonly TraceStep[]
}

/** One step of the pipeline and what it found, for `--explain`. */
export type TraceStep = { readonly step: string; readonly found: string }

/** The longest text of an answer, and of a timeline, in characters (the machine contract). */
export const MAX_TEXT = 700
export const MAX_TIMELINE_TEXT = 2000
