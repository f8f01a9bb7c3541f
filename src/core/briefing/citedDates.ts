// The dates that a source's text carries, read as its first readers did: "Thursday" is a day near the one on which it came out.

import type { ParsedComponents } from 'chrono-node'
import { publishedSpan } from './briefing.ts'
import { parseDates } from './parseDates.ts'
import type { Source } from './schema.ts'
import { DAY_MS, parseSpan, type Span, slackOf } from './span.ts'

type Days = Pick<Span, 'from' | 'to'>

const WEEK_MS = 7 * DAY_MS
/** A source whose publication is known less exactly than this has no day from which its weekdays can be read. */
const MOST_DAYS = 31

/** When a source, or the story of it that holds one of these paragraphs, came out. */
export function publishedFor(source: Source, paragraphs: readonly number[]): readonly Span[] {
  const parts = source.parts.filter(
    (part) => part.paragraphs === undefined || paragraphs.some((one) => isInRange(one, part.paragraphs)),
  )
  return [publishedSpan(source), ...parts.flatMap((part) => parseSpan(part.published ?? '') ?? [])]
}

/** True where a paragraph's number lies in a range such as "1-14", or where there is no range. */
export function isInRange(paragraph: number, range: string | undefined): boolean {
  if (range === undefined) return true
  const [first = 1, last = first] = range.split('-').map(Number)
  return paragraph >= first && paragraph <= last
}

/** True where the text names the date or a day inside it, or is itself of that date. */
export function carriesDate(text: string, when: Span, published: readonly Span[]): boolean {
  const span = wholeDays(when)
  const isInside = (named: Days) => named.from >= span.from && named.to <= span.to
  const isSame = (dated: Days) => dated.from === span.from && dated.to === span.to
  const isNear = ({ from, to }: Days) =>
    Math.max(span.from - (from + to) / 2, (from + to) / 2 - span.to) <= slackOf(when)
  const isMeant = when.isApproximate ? isNear : isInside
  if (published.some(when.isApproximate ? isNear : isSame)) return true
  return yearsIn(text).some(isMeant) || published.flatMap(daysOf).some((day) => daysIn(text, day).some(isMeant))
}

function wholeDays({ from, to }: Span): Days {
  return { from: Math.floor(from / DAY_MS) * DAY_MS, to: Math.ceil((to + 1) / DAY_MS) * DAY_MS - 1 }
}

function daysOf({ from, to }: Span): number[] {
  const count = Math.ceil((to - from) / DAY_MS)
  return count > MOST_DAYS ? [] : Array.from({ length: count }, (_, i) => from + i * DAY_MS)
}

function yearsIn(text: string): Days[] {
  return [...text.matchAll(/(?<![\d.,])\b(\d{3})(\ds?)\b(?![.,]?\d)/g)].flatMap(
    ([, decade = '', year = '']) => parseSpan(year === '0s' ? `${decade}X` : decade + year) ?? [],
  )
}

/** Days and months that the text names, as seen from the day on which it was printed. */
function daysIn(text: string, printed: number): Days[] {
  const noon = new Date(printed + DAY_MS / 2)
  return parseDates(text, noon).flatMap(({ text: words, start, end }) =>
    [start, end ?? start].flatMap((date) => (isWeek(words, date) ? weekOf(date) : meanings(date, printed))),
  )
}

/** "Last week" is a week, where Chrono reads a day. */
const isWeek = (words: string, date: ParsedComponents) => /\bweeks?\b/i.test(words) && !date.isCertain('weekday')

function weekOf(date: ParsedComponents): Days {
  const day = Math.floor(date.date().getTime() / DAY_MS) * DAY_MS
  const monday = day - ((new Date(day).getUTCDay() + 6) % 7) * DAY_MS
  return { from: monday, to: monday + WEEK_MS - 1 }
}

/** The days or the month that a date may mean: "Thursday" is the one before or after. */
function meanings(date: ParsedComponents, printed: number): Days[] {
  const [year, month, day] = [date.get('year') ?? 0, (date.get('month') ?? 1) - 1, date.get('day') ?? 1]
  const from = Date.UTC(year, month, day)
  // "30 November" in May is of the year that just ended to Chrono, and of the year to come to a report on deadlines.
  const years = date.isCertain('year') ? [year] : [year - 1, year, year + 1]
  if (date.isCertain('day')) return years.map((one) => oneDay(Date.UTC(one, month, day)))
  if (date.isCertain('weekday'))
    return [
      oneDay(from),
      ...[-WEEK_MS, WEEK_MS]
        .map((shift) => oneDay(from + shift))
        .filter((other) => Math.abs(other.from - printed) < WEEK_MS),
    ]
  return date.isCertain('month') ? [{ from: Date.UTC(year, month, 1), to: Date.UTC(year, month + 1, 1) - 1 }] : []
}

const oneDay = (from: number): Days => ({ from, to: from + DAY_MS - 1 })
