// What changed in a briefing between a snapshot and a later moment: new facts, corrected ones, disagreements begun and ended,
// what is expected, and what was expected in vain.

import type { Briefing } from '../briefing/briefing.ts'
import { allConflicts, type Conflict, type Report } from '../briefing/conflicts.ts'
import type { Fact } from '../briefing/schema.ts'
import { type Expectation, expectedFrom, passedBetween } from './expectations.ts'
import { inOrderOfWeight } from './rankFacts.ts'
import { conflictKey, type Moment, type Snapshot, type ToldConflict, type ToldFact, toldOf } from './snapshot.ts'

/** Why what was told is not so any more. */
export type CorrectionReason = 'later count' | 'taken back' | 'revised' | 'withdrawn'

export type Correction = {
  readonly reason: CorrectionReason
  /** What it is about; undefined where the statements alone say it. */
  readonly what: string | undefined
  readonly from: string
  /** Undefined where nothing takes its place. */
  readonly to: string | undefined
  /** The facts that bear out what is so now. */
  readonly facts: readonly Fact[]
}

export type Changes = {
  /** Most important first. */
  readonly news: readonly Fact[]
  readonly corrected: readonly Correction[]
  readonly disputed: readonly Conflict[]
  /** Disagreements that are none any more. */
  readonly settled: readonly ToldConflict[]
  /** What is expected next, known before or not. */
  readonly expected: readonly Expectation[]
  /** What was expected since the snapshot, and of which nobody has told. */
  readonly passed: readonly Expectation[]
}

export function changesSince(before: Snapshot, briefing: Briefing, moment: Moment): Changes {
  const conflicts = allConflicts(briefing, moment.known)
  const moved = conflicts.filter((conflict) => !isTold(conflict, before))
  const counts = moved.flatMap((conflict) => replacedBy(conflict, before) ?? [])
  const replaced = new Set(counts.map((one) => one.conflict))
  const shown = new Set(counts.flatMap((one) => one.correction.facts))
  const { fresh, revised } = compareFacts(before, briefing, moment)
  const inDispute = new Set(conflicts.flatMap(factsIn))
  return {
    news: inOrderOfWeight(
      fresh.filter((fact) => !shown.has(fact)),
      briefing,
      inDispute,
    ),
    corrected: [
      ...counts.map((one) => one.correction),
      ...revised.filter((one) => !one.facts.some((f) => shown.has(f))),
    ],
    disputed: weightiestFirst(
      moved.filter((conflict) => !replaced.has(conflict)),
      inOrderOfWeight([...inDispute], briefing, inDispute),
    ).map((conflict) => newestFirst(conflict, before)),
    settled: settledSince(before, conflicts),
    expected: expectedFrom(briefing, moment),
    passed: passedBetween(briefing, before.untilMs, moment),
  }
}

/** True where there is nothing to tell. What is expected was so before; only new facts of it are news. */
export function isNothingNew({ news, corrected, disputed, settled, passed }: Changes): boolean {
  return [news, corrected, disputed, settled, passed].every((list) => list.length === 0)
}

const factsIn = (conflict: Conflict) => conflict.sides.flatMap((side) => side.reports.map((report) => report.fact))

function isTold(conflict: Conflict, before: Snapshot): boolean {
  const were = before.conflicts[conflictKey(conflict)]
  return were !== undefined && conflict.sides.every((side) => were.values.includes(side.text))
}

/** By the most important fact that takes part in each. */
function weightiestFirst(conflicts: readonly Conflict[], order: readonly Fact[]): readonly Conflict[] {
  const places = new Map(order.map((fact, i) => [fact, i]))
  const placeOf = (conflict: Conflict) => Math.min(...factsIn(conflict).map((fact) => places.get(fact) ?? order.length))
  return conflicts.toSorted((a, b) => placeOf(a) - placeOf(b))
}

/** The values that nobody was told of stand first. */
function newestFirst(conflict: Conflict, before: Snapshot): Conflict {
  const were = before.conflicts[conflictKey(conflict)]?.values ?? []
  const isOld = (text: string) => Number(were.includes(text))
  return { ...conflict, sides: conflict.sides.toSorted((a, b) => isOld(a.text) - isOld(b.text)) }
}

const wasTold = ({ fact, citation }: Report, before: Snapshot) =>
  before.facts[fact.id]?.sources.includes(citation.source) ?? false

/** A later count or a retraction replaces what was told; any other new value stands beside it. */
function replacedBy(conflict: Conflict, before: Snapshot): { conflict: Conflict; correction: Correction } | undefined {
  if (conflict.reason !== 'later count' && conflict.reason !== 'retraction') return undefined
  const old = conflict.sides.filter((side) => side.reports.some((report) => wasTold(report, before)))
  const now = conflict.sides.filter((side) => !old.includes(side))
  if (old.length === 0 || now.length === 0) return undefined
  return {
    conflict,
    correction: {
      reason: conflict.reason === 'retraction' ? 'taken back' : 'later count',
      what: conflict.what,
      from: textOf(old),
      to: textOf(now),
      facts: now.flatMap((side) => side.reports.map((report) => report.fact)),
    },
  }
}

const textOf = (sides: Conflict['sides']) => sides.map((side) => side.text).join(' or ')

function compareFacts(before: Snapshot, briefing: Briefing, { known }: Moment) {
  const fresh: Fact[] = []
  const revised: Correction[] = []
  for (const fact of briefing.facts) {
    const now = toldOf(fact, briefing, known)
    const was = before.facts[fact.id]
    if (now === undefined) continue
    if (was === undefined) fresh.push(fact)
    else if (was.revision !== now.revision) revised.push(revision(fact, was, now))
  }
  const isGone = (id: string) => {
    const fact = briefing.factById.get(id)
    return fact === undefined || known(fact).length === 0
  }
  const withdrawn = Object.entries(before.facts).flatMap(([id, was]): Correction[] =>
    isGone(id) ? [{ reason: 'withdrawn', what: undefined, from: was.statement, to: undefined, facts: [] }] : [],
  )
  return { fresh, revised: [...revised, ...withdrawn] }
}

/** Where only the value is another one, it alone is told, not two whole sentences. */
function revision(fact: Fact, was: ToldFact, now: ToldFact): Correction {
  const reason = fact.standing === 'retracted' ? 'taken back' : 'revised'
  const isByValue = was.value !== now.value && was.value !== undefined && now.value !== undefined
  const what = isByValue ? fact.frame.what : undefined
  return what === undefined
    ? { reason, what, from: was.statement, to: now.statement, facts: [fact] }
    : { reason, what, from: was.value ?? '', to: now.value, facts: [fact] }
}

function settledSince(before: Snapshot, conflicts: readonly Conflict[]): readonly ToldConflict[] {
  const open = new Set(conflicts.map(conflictKey))
  return Object.entries(before.conflicts)
    .filter(([key]) => !open.has(key))
    .map(([, told]) => told)
}
