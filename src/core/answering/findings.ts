// What the pipeline has found out about one question, handed from step to step.

import type { Citation, Fact, OpenQuestion } from '../briefing/schema.ts'
import type { Question, TraceStep } from './answer.ts'
import type { Engine } from './engine.ts'
import type { Inquiry } from './inquiry.ts'
import type { Match } from './match.ts'

/** What the pipeline knows while it answers one question. */
export type Findings = {
  readonly engine: Engine
  readonly question: Question
  readonly inquiry: Inquiry
  /** The citations of a fact that count as of the day asked. */
  readonly known: (fact: Fact) => readonly Citation[]
  /** Known facts, best first. */
  readonly matches: readonly Match[]
  /** The open question that comes nearest, and how near. */
  readonly open: { readonly question: OpenQuestion; readonly score: number } | undefined
  /** The best fact among those that were not known yet as of the day asked. */
  readonly later: Match | undefined
  readonly trace: TraceStep[]
}
