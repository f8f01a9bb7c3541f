// Chooses what a timeline shows: the dated facts in order, each by what it tells, and how it stands.

import type { Briefing } from '../briefing/briefing.ts'
import { whatKey } from '../briefing/briefing.ts'
import { type Conflict, conflictsOf, type Known } from '../briefing/conflicts.ts'
import { formatQuantity } from '../briefing/quantity.ts'
import type { Fact } from '../briefing/schema.ts'
import { formatSpan, parseSpan, type Span } from '../briefing/span.ts'
import { type Mark, markNames, markOf } from './marks.ts'

export type TimelineEntry = {
  readonly when: Span
  /** What happened, in the curator's short words. */
  readonly label: string
  /** Figure or value, who says so, and how sources differ; in this order, each where there is something to say. */
  readonly notes: readonly string[]
  readonly mark: Mark
  readonly isDisputed: boolean
}

/** The entries of the facts that have a date and are known, in order, at most so many; the least telling of the fullest days go first. */
export function timelineEntries(
  briefing: Briefing,
  facts: readonly Fact[],
  known: Known,
  most: number,
): readonly TimelineEntry[] {
  const overview = new Set(briefing.head.overview)
  // Of two that tell the same the one of the overview stays.
  const dated = [...facts.filter(({ id }) => overview.has(id)), ...facts.filter(({ id }) => !overview.has(id))]
    .flatMap((fact) => {
      const when = parseSpan(fact.frame.when ?? '')
      return when === undefined || !Number.isFinite(when.from) || known(fact).length === 0 ? [] : [{ fact, when }]
    })
    .filter(({ fact, when }, i, all) => all.findIndex((one) => isSame(one, { fact, when })) === i)
    .map(({ fact, when }) => ({ fact, when, conflict: disputeOf(fact, briefing, known) }))
    .sort((a, b) => a.when.from - b.when.from || a.when.to - b.when.to)
  const weightOf = ({ fact, conflict }: (typeof dated)[number]) =>
    (overview.has(fact.id) ? 4 : 0) +
    (conflict?.slot === 'when' ? 2 : 0) +
    (fact.matters === undefined ? 0 : 1) -
    (fact.background ? 3 : 0)
  return thinned(dated, most, weightOf).map(({ fact, when, conflict }) => entryOf(fact, when, conflict, briefing))
}

type Dated = { readonly fact: Fact; readonly when: Span }

/** Two facts that tell one thing of one day make one entry. */
function isSame(a: Dated, b: Dated): boolean {
  return (
    a.fact === b.fact ||
    (a.fact.frame.what !== undefined &&
      a.when.edtf === b.when.edtf &&
      whatKey(a.fact.frame.what) === whatKey(b.fact.frame.what ?? '') &&
      a.fact.frame.howMany?.value === b.fact.frame.howMany?.value)
  )
}

function thinned<T extends Dated>(all: readonly T[], most: number, weightOf: (one: T) => number): readonly T[] {
  const kept = [...all]
  while (kept.length > most) {
    const days = Map.groupBy(kept, (one) => one.when.edtf)
    const fullest = Math.max(...[...days.values()].map((day) => day.length))
    const spare = fullest > 1 ? [...days.values()].filter((day) => day.length > 1).flat() : kept
    const least = spare.reduce((a, b) => (score(b) < score(a) ? b : a))
    kept.splice(kept.indexOf(least), 1)
    function score(one: T): number {
      return weightOf(one) - (days.get(one.when.edtf)?.length ?? 0) / 2
    }
  }
  return kept
}

/** The conflict about the fact's own date, or else about its figure. */
function disputeOf(fact: Fact, briefing: Briefing, known: Known): Conflict | undefined {
  const conflicts = conflictsOf(fact, briefing, known)
  return conflicts.find(({ slot }) => slot === 'when') ?? conflicts.find(({ slot }) => slot === 'howMany')
}

function entryOf(fact: Fact, when: Span, conflict: Conflict | undefined, briefing: Briefing): TimelineEntry {
  const { what, howMany, value, saidBy } = fact.frame
  const mark = markOf(fact.standing)
  const speakers = saidBy.map((id) => briefing.entities.get(id)?.name ?? id).slice(0, 2)
  const said = howMany === undefined ? (value?.includes(' ') ? value : undefined) : formatQuantity(howMany)
  const by = mark === 'report' ? (said === undefined ? undefined : speakers.join(', ')) : standingNote(mark, speakers)
  const first = [what === undefined ? undefined : said, by].filter((part) => part !== undefined && part !== '')
  return {
    when,
    label: what === undefined ? fact.statement : labelOf(what),
    notes: [first.join(' · '), conflict === undefined ? '' : differenceNote(conflict, fact, briefing)].filter(
      (note) => note !== '',
    ),
    mark,
    isDisputed: conflict !== undefined,
  }
}

/** "date of the vote" stands beside its date already. */
function labelOf(what: string): string {
  const label = what.replace(/^(?:the )?date of (?:the )?/i, '')
  return label.charAt(0).toLocaleUpperCase('en') + label.slice(1)
}

function standingNote(mark: Mark, speakers: readonly string[]): string {
  if (mark === 'forecast' && speakers.length > 0) return `expected by ${speakers.join(', ')}`
  return speakers.length === 0 ? markNames[mark] : `${markNames[mark]} by ${speakers.join(', ')}`
}

/** Other dates are named; other figures are left to the chart. */
function differenceNote(conflict: Conflict, fact: Fact, briefing: Briefing): string {
  if (conflict.slot === 'howMany') return 'sources give other figures too'
  const others = conflict.sides.filter((side) => side.reports.every((report) => report.fact.id !== fact.id))
  const named = others.map(({ text, reports }) => {
    const source = briefing.sources.get(reports[0]?.citation.source ?? '')
    return source === undefined ? text : `${text} (${source.publisher})`
  })
  return named.length === 0 ? 'sources differ' : `sources differ: ${named.join('; ')}`
}

/** The entry in words, for whoever does not see the picture. */
export function entryText({ when, label, notes, mark }: TimelineEntry): string {
  const standing = mark === 'report' ? '' : ` [${markNames[mark]}]`
  return `${formatSpan(when)}${standing}: ${[label, ...notes].join(' – ')}`
}
