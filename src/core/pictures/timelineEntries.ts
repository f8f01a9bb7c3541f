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

/** Of more facts than this only the overview and what matters decide which are shown. */
const FEW = 1000

/** The entries of the facts that have a date and are known, in order, at most so many: of each day the most telling first. */
export function timelineEntries(
  briefing: Briefing,
  facts: readonly Fact[],
  known: Known,
  most: number,
): readonly TimelineEntry[] {
  const overview = new Set(briefing.head.overview)
  // Of two that tell the same the one of the overview stays.
  const dated = new Map<string, Dated>()
  for (const fact of [...facts.filter(({ id }) => overview.has(id)), ...facts]) {
    const when = parseSpan(fact.frame.when ?? '')
    if (when === undefined || !Number.isFinite(when.from) || known(fact).length === 0) continue
    const key = keyOf(fact, when)
    if (!dated.has(key)) dated.set(key, { fact, when })
  }
  const weightOf = ({ fact }: Dated) =>
    (overview.has(fact.id) ? 4 : 0) +
    (dated.size <= FEW && disputeOf(fact, briefing, known)?.slot === 'when' ? 2 : 0) +
    (fact.matters === undefined ? 0 : 1) -
    (fact.background ? 3 : 0)
  return chosen([...dated.values()].map((one) => ({ ...one, weight: weightOf(one) })).sort(byTime), most)
    .sort(byTime)
    .map(({ fact, when }) => entryOf(fact, when, disputeOf(fact, briefing, known), briefing))
}

type Dated = { readonly fact: Fact; readonly when: Span }
type Weighed = Dated & { readonly weight: number }

const byTime = (a: Dated, b: Dated) => a.when.from - b.when.from || a.when.to - b.when.to

/** Two facts that tell one thing of one day make one entry. */
function keyOf({ id, frame: { what, howMany } }: Fact, when: Span): string {
  return what === undefined ? id : JSON.stringify([whatKey(what), when.edtf, howMany?.value])
}

/** The most telling of each day, then the second of each, as long as there is room. */
function chosen(all: readonly Weighed[], most: number): Weighed[] {
  const days = [...Map.groupBy(all, ({ when }) => when.edtf).values()].map((day) =>
    day.toSorted((a, b) => b.weight - a.weight),
  )
  const taken: Weighed[] = []
  for (let round = 0; taken.length < Math.min(most, all.length); round += 1)
    taken.push(
      ...heaviest(
        days.flatMap((day) => day[round] ?? []),
        most - taken.length,
      ),
    )
  return taken
}

/** So many of the heaviest; of those that weigh the same some from all along the line. */
function heaviest(all: readonly Weighed[], count: number): readonly Weighed[] {
  if (all.length <= count) return all
  const least = all.map(({ weight }) => weight).sort((a, b) => b - a)[count - 1] ?? 0
  const above = all.filter(({ weight }) => weight > least)
  const equal = all.filter(({ weight }) => weight === least)
  const share = (count - above.length) / equal.length
  return [...above, ...equal.filter((_, i) => Math.floor((i + 1) * share) > Math.floor(i * share))]
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
