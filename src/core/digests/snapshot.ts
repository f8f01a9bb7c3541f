// What a briefing says at some moment, by fact and revision, so that a later moment can be held against it.

import type { Engine } from '../answering/engine.ts'
import { statementOf } from '../answering/statement.ts'
import { asKnownBy, type Briefing, whatKey } from '../briefing/briefing.ts'
import { allConflicts, type Conflict, type Known } from '../briefing/conflicts.ts'
import { formatQuantity } from '../briefing/quantity.ts'
import type { Fact } from '../briefing/schema.ts'
import { formatSpan, parseSpan, type Span } from '../briefing/span.ts'
import { contentHash } from './contentHash.ts'

export type ToldFact = {
  /** A hash of what the fact says: other phrasings, paragraphs and links do not make another revision. */
  readonly revision: string
  readonly statement: string
  /** Its figure, value or date, as printed. */
  readonly value: string | undefined
  readonly sources: readonly string[]
}

/** What it is about, and the values that stood against each other. */
export type ToldConflict = { readonly what: string; readonly values: readonly string[] }

export type Snapshot = {
  /** Up to when expectations were looked at (milliseconds, UTC). */
  readonly untilMs: number
  readonly facts: Readonly<Record<string, ToldFact>>
  /** By `conflictKey`. */
  readonly conflicts: Readonly<Record<string, ToldConflict>>
}

/** A moment of a briefing, and what is known then. */
export type Moment = {
  readonly known: Known
  /** The day as of which it is known, as a reader is told. */
  readonly day: Span
  /** Milliseconds (UTC): what was expected for before this ought to have come. */
  readonly untilMs: number
}

/** A briefing as it was known at the end of a day. */
export function momentOfDay(briefing: Briefing, day: Span): Moment {
  return { day, untilMs: day.to, known: (fact) => asKnownBy(fact, briefing.sources, day) }
}

/** A briefing with all that it holds: as of its newest source, and with what ought to have come by now. */
export function momentOfNow({ newest }: Pick<Engine, 'newest'>, nowMs: number): Moment {
  return { day: newest, untilMs: Math.max(newest.to, nowMs), known: (fact) => fact.citations }
}

export function takeSnapshot(briefing: Briefing, { known, untilMs }: Moment): Snapshot {
  const told = briefing.facts.flatMap((fact) => {
    const one = toldOf(fact, briefing, known)
    return one === undefined ? [] : [[fact.id, one] as const]
  })
  const conflicts = allConflicts(briefing, known).map((conflict) => {
    const told: ToldConflict = { what: conflict.what, values: conflict.sides.map((side) => side.text) }
    return [conflictKey(conflict), told] as const
  })
  return { untilMs, facts: Object.fromEntries(told), conflicts: Object.fromEntries(conflicts) }
}

/** A fact as a snapshot holds it; undefined where it is not known. */
export function toldOf(fact: Fact, briefing: Briefing, known: Known): ToldFact | undefined {
  const citations = known(fact)
  if (citations.length === 0) return undefined
  const statement = statementOf(fact, briefing, citations)
  const { when, howMany, value, why } = fact.frame
  return {
    revision: contentHash(JSON.stringify([statement, fact.standing, when, howMany, value, why])),
    statement,
    value: printedValue(fact),
    sources: [...new Set(citations.map((citation) => citation.source))],
  }
}

function printedValue({ frame }: Fact): string | undefined {
  if (frame.howMany !== undefined) return formatQuantity(frame.howMany)
  const when = frame.when === undefined ? undefined : parseSpan(frame.when)
  return frame.value ?? (when === undefined ? undefined : formatSpan(when))
}

/** The same for a conflict about the same thing, whatever its values are. */
export function conflictKey({ what, slot, sides }: Conflict): string {
  const first = sides[0]?.reports[0]?.fact
  return `${first?.frame.what === undefined ? first?.id : whatKey(what)}/${slot}`
}
