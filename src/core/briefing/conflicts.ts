// Conflicts: facts and citations that answer the same question with values that cannot all be true.
// Computed from the values each time, never typed in by hand.

import type { Briefing } from './briefing.ts'
import { publishedSpan, whatKey } from './briefing.ts'
import { fold } from './fold.ts'
import { areCompatibleQuantities, formatQuantity, isLarger, leaveRoom, type Quantity } from './quantity.ts'
import type { Citation, Fact, Standing } from './schema.ts'
import { areCompatibleSpans, formatSpan, parseSpan, type Span } from './span.ts'

export const conflictSlots = ['when', 'howMany', 'value'] as const
export type ConflictSlot = (typeof conflictSlots)[number]

/** What one source reports for one slot of a fact. */
export type Report = {
  readonly fact: Fact
  readonly citation: Citation
  readonly slot: ConflictSlot
  readonly when?: Span | undefined
  readonly howMany?: Quantity | undefined
  readonly value?: string | undefined
  readonly standing: Standing
}

/** Reports that agree with one another. */
export type Side = { readonly text: string; readonly reports: readonly Report[] }

/** Why two sides differ, as far as the values show it. */
export type ConflictReason =
  | 'later count'
  | 'wider scope'
  | 'retraction'
  | 'derived figure'
  | 'two claimants'
  | 'forecasts differ'
  | 'unexplained'

export type Conflict = {
  readonly what: string
  readonly slot: ConflictSlot
  /** Two or more sides, in the order of the briefing. */
  readonly sides: readonly Side[]
  readonly reason: ConflictReason
}

/** Tells which citations count: those known as of a date, or all. */
export type Known = (fact: Fact) => readonly Citation[]

/** The conflicts that a fact takes part in. */
export function conflictsOf(fact: Fact, briefing: Briefing, known: Known): Conflict[] {
  const group = fact.frame.what === undefined ? [fact] : (briefing.factsByWhat.get(whatKey(fact.frame.what)) ?? [fact])
  return conflictSlots.flatMap((slot) => {
    const conflict = conflictIn(group, slot, briefing, known)
    const takesPart = conflict?.sides.some((side) => side.reports.some((report) => report.fact.id === fact.id))
    return conflict !== undefined && takesPart ? [conflict] : []
  })
}

/** Every conflict of a briefing, each once. */
export function allConflicts(briefing: Briefing, known: Known): Conflict[] {
  const alone = briefing.facts.filter((fact) => fact.frame.what === undefined).map((fact) => [fact])
  return [...briefing.factsByWhat.values(), ...alone].flatMap((group) =>
    conflictSlots.flatMap((slot) => conflictIn(group, slot, briefing, known) ?? []),
  )
}

/** How many facts of one `what` are compared; beyond it the curator used one `what` for too many things. */
const MOST_COMPARED = 60

function conflictIn(
  group: readonly Fact[],
  slot: ConflictSlot,
  briefing: Briefing,
  known: Known,
): Conflict | undefined {
  const reports = settled(
    group
      .slice(0, MOST_COMPARED)
      .flatMap((fact) => known(fact).flatMap((citation) => reportOf(fact, citation, slot) ?? [])),
  )
  const sides: { text: string; reports: Report[] }[] = []
  for (const report of reports) {
    const side = sides.find((one) => one.reports.every((other) => agree(other, report)))
    if (side === undefined) sides.push({ text: textOf(report), reports: [report] })
    else side.reports.push(report)
  }
  if (sides.length < 2) return undefined
  return {
    what: group.find((fact) => fact.frame.what !== undefined)?.frame.what ?? 'this',
    slot,
    sides,
    reason: reasonOf(sides, slot, briefing),
  }
}

/** A forecast does not contradict what then happened: where there are reports of the event, forecasts do not count. */
function settled(reports: readonly Report[]): readonly Report[] {
  const events = reports.filter((report) => report.standing !== 'forecast')
  return events.length > 0 && events.length < reports.length ? events : reports
}

function reportOf(fact: Fact, citation: Citation, slot: ConflictSlot): Report | undefined {
  const standing = citation.reports?.standing ?? fact.standing
  const base = { fact, citation, slot, standing }
  if (slot === 'when') {
    const date = citation.reports?.when ?? fact.frame.when
    const when = date === undefined ? undefined : parseSpan(date)
    return when === undefined ? undefined : { ...base, when }
  }
  if (slot === 'howMany') {
    const howMany = citation.reports?.howMany ?? fact.frame.howMany
    return howMany === undefined ? undefined : { ...base, howMany }
  }
  const value = citation.reports?.value ?? fact.frame.value
  return value === undefined ? undefined : { ...base, value }
}

function agree(a: Report, b: Report): boolean {
  if (a.when !== undefined && b.when !== undefined)
    return datesSomethingElse(a, b) || areCompatibleSpans(a.when, b.when)
  if (a.howMany !== undefined && b.howMany !== undefined) {
    if (fold(a.howMany.scope ?? '') !== fold(b.howMany.scope ?? '')) return false
    const isOneSource = a.citation.source === b.citation.source
    return areCompatibleQuantities(a.howMany, b.howMany) || (isOneSource && leaveRoom(a.howMany, b.howMany))
  }
  return fold(a.value ?? '') === fold(b.value ?? '') || areOfDifferentDays(a.fact, b.fact)
}

/** Where both facts give a figure or a value, their dates say when it was so; two dates of two counts are no conflict. */
function datesSomethingElse(a: Report, b: Report): boolean {
  const [x, y] = [a.fact.frame, b.fact.frame]
  return (
    a.fact !== b.fact &&
    ((x.howMany !== undefined && y.howMany !== undefined) || (x.value !== undefined && y.value !== undefined))
  )
}

/** Two values of different days are a change, not a conflict. */
function areOfDifferentDays(a: Fact, b: Fact): boolean {
  const [x, y] = [a.frame.when, b.frame.when].map((when) => (when === undefined ? undefined : parseSpan(when)))
  return x !== undefined && y !== undefined && !areCompatibleSpans(x, y)
}

/** A report's value as it is printed. */
function textOf(report: Report): string {
  if (report.when !== undefined) return formatSpan(report.when)
  if (report.howMany !== undefined) {
    const { scope, derived } = report.howMany
    const notes = [scope, derived].filter((note) => note !== undefined)
    return formatQuantity(report.howMany) + (notes.length === 0 ? '' : ` (${notes.join('; ')})`)
  }
  return report.value ?? ''
}

function reasonOf(sides: readonly Side[], slot: ConflictSlot, briefing: Briefing): ConflictReason {
  const reports = sides.flatMap((side) => side.reports)
  if (reports.some((report) => report.standing === 'retracted')) return 'retraction'
  const scopes = new Set(reports.map((report) => fold(report.howMany?.scope ?? '')))
  if (scopes.size > 1) return 'wider scope'
  if (reports.some((report) => report.howMany?.derived !== undefined)) return 'derived figure'
  if (reports.every((report) => report.standing === 'forecast')) return 'forecasts differ'
  if (slot === 'howMany' && growsWithTime(sides, briefing)) return 'later count'
  const speakers = sides.map((side) => new Set(side.reports.flatMap((report) => report.fact.frame.saidBy)))
  const apart = speakers.every((one, i) =>
    speakers.every((other, j) => i === j || [...one].every((id) => !other.has(id))),
  )
  if (speakers.filter((one) => one.size > 0).length >= 2 && apart) return 'two claimants'
  return 'unexplained'
}

/** True where every larger figure is in a source that came out after those of the smaller ones. */
function growsWithTime(sides: readonly Side[], briefing: Briefing): boolean {
  return sides.every((a) =>
    sides.every((b) => {
      const [x, y] = [a.reports[0]?.howMany, b.reports[0]?.howMany]
      if (x === undefined || y === undefined || !isLarger(x, y)) return true
      return (
        Math.min(...a.reports.map((one) => published(one, briefing).from)) >
        Math.max(...b.reports.map((one) => published(one, briefing).to))
      )
    }),
  )
}

function published(report: Report, briefing: Briefing): Span {
  const source = briefing.sources.get(report.citation.source)
  if (source === undefined) throw new Error(`no source ${report.citation.source}`)
  return publishedSpan(source)
}
