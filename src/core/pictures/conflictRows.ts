// What a chart of a disagreement shows: a row for each value that sources report, with who says so and when it came out.

import type { Briefing } from '../briefing/briefing.ts'
import { publishedSpan } from '../briefing/briefing.ts'
import type { Conflict, Report, Side } from '../briefing/conflicts.ts'
import { formatQuantity } from '../briefing/quantity.ts'
import { formatSpan } from '../briefing/span.ts'
import { type Mark, markNames, markOf } from './marks.ts'
import { shortDate } from './shortDate.ts'

export type ConflictRow = {
  readonly text: string
  /** What is counted, where that is wider or narrower, or how the figure was added up; undefined where there is nothing to say. */
  readonly note: string | undefined
  /** Those who say so: speakers. */
  readonly speakers: readonly string[]
  /** Those who print it, each with its day: "The Courier, 8 Apr 2031". */
  readonly sources: readonly string[]
  readonly mark: Mark
  /** The report whose value is drawn. */
  readonly report: Report
}

/** A row for each value, in the order in which the first source of each came out. Of a side whose reports stand differently (said, then taken back) each standing has its own row. */
export function conflictRows({ sides }: Conflict, briefing: Briefing): readonly ConflictRow[] {
  return sides
    .flatMap((side) =>
      [...Map.groupBy(side.reports, groupOf).values()].map((reports) => rowOf(side, reports, briefing)),
    )
    .flatMap((row) => row ?? [])
    .sort((a, b) => firstPublished(a) - firstPublished(b) || sizeOf(a) - sizeOf(b))
  function firstPublished({ report }: ConflictRow): number {
    const source = briefing.sources.get(report.citation.source)
    return source === undefined ? 0 : publishedSpan(source).from
  }
  function groupOf(report: Report): string {
    return `${markOf(report.standing)} ${report.howMany === undefined ? '' : formatQuantity(report.howMany)}`
  }
}

const sizeOf = ({ report }: ConflictRow) => report.howMany?.value ?? report.when?.from ?? 0

function rowOf(side: Side, reports: readonly Report[], briefing: Briefing): ConflictRow | undefined {
  const published = (report: Report) => briefing.sources.get(report.citation.source)
  const [first] = [...reports].sort((a, b) => {
    const [x, y] = [published(a), published(b)]
    return (x === undefined ? 0 : publishedSpan(x).from) - (y === undefined ? 0 : publishedSpan(y).from)
  })
  if (first === undefined) return undefined
  const { howMany, when } = first
  const notes = [howMany?.scope, howMany?.derived].filter((note) => note !== undefined)
  return {
    text: howMany !== undefined ? formatQuantity(howMany) : when !== undefined ? formatSpan(when) : side.text,
    note: notes.length === 0 ? undefined : notes.join('; '),
    speakers: unique(
      reports.flatMap(({ fact }) => fact.frame.saidBy.map((id) => briefing.entities.get(id)?.name ?? id)),
    ),
    sources: unique(
      reports.flatMap((report) => {
        const source = published(report)
        if (source === undefined) return []
        const { text, year } = shortDate(publishedSpan(source))
        return [`${source.publisher}, ${text}${year === undefined ? '' : ` ${year}`}`]
      }),
    ),
    mark: markOf(first.standing),
    report: first,
  }
}

const unique = (texts: readonly string[]) => [...new Set(texts)]

/** The row in words, for whoever does not see the picture. */
export function rowText({ text, note, speakers, sources, mark }: ConflictRow): string {
  const standing = mark === 'report' ? '' : ` [${markNames[mark]}]`
  const by = [speakers.join(', '), sources.join('; ')].filter((part) => part !== '').join(' – ')
  return `${text}${note === undefined ? '' : ` (${note})`}${standing}: ${by}`
}
