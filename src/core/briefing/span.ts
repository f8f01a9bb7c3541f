// A span of days, written as EDTF (Extended Date/Time Format, ISO 8601-2) and compared in UTC days.

import edtf from 'edtf'

/** From the first to the last moment of a date or interval, as milliseconds since 1970 in UTC. */
export type Span = {
  readonly edtf: string
  /** First millisecond; -Infinity where the start is open. */
  readonly from: number
  /** Last millisecond; Infinity where the end is open. */
  readonly to: number
  readonly isApproximate: boolean
}

export const DAY_MS = 86_400_000

const known = new Map<string, Span | undefined>()

/** The span that an EDTF string means, or undefined where it is no date. Remembers what it has parsed: a large base repeats its days. */
export function parseSpan(text: string): Span | undefined {
  if (!known.has(text)) known.set(text, readSpan(text))
  return known.get(text)
}

function readSpan(text: string): Span | undefined {
  try {
    const date = edtf(text)
    const from = Number(date.min)
    const to = Number(date.max)
    if (Number.isNaN(from) || Number.isNaN(to) || from > to) return undefined
    return { edtf: text, from, to, isApproximate: /[~?%]/.test(text) }
  } catch {
    return undefined
  }
}

/** The one day of a plain `YYYY-MM-DD`, or undefined where the text is anything else. */
export function parseDay(text: string): Span | undefined {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? parseSpan(text) : undefined
}

export function overlaps(a: Span, b: Span): boolean {
  return a.from <= b.to && b.from <= a.to
}

/** True where two dates of one event can both be true: they overlap, an approximate one with some slack. */
export function areCompatibleSpans(a: Span, b: Span): boolean {
  const slack = Math.max(slackOf(a), slackOf(b))
  return a.from - slack <= b.to && b.from - slack <= a.to
}

/** How far an approximate date may be off. */
export function slackOf(span: Span): number {
  if (!span.isApproximate) return 0
  const length = span.to - span.from
  return Number.isFinite(length) ? Math.max(length, 2 * DAY_MS) : 2 * DAY_MS
}

const dayOf = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options })
const formats = {
  year: dayOf({ year: 'numeric' }),
  month: dayOf({ month: 'long', year: 'numeric' }),
  day: dayOf({ day: 'numeric', month: 'long', year: 'numeric' }),
  dayOnly: dayOf({ day: 'numeric' }),
  dayMonth: dayOf({ day: 'numeric', month: 'long' }),
}

/** A span as a reader would write it: "8 January 2022", "6 to 8 January 2022", "about 1990", "1990 to 2019". */
export function formatSpan(span: Span): string {
  const [start = '', end] = span.edtf.split('/')
  if (end === undefined) return formatPoint(span, start)
  if (start === '' || start === '..') return `until ${formatEnd(span.to, end)}`
  if (end === '' || end === '..') return `from ${formatEnd(span.from, start)}`
  if (isDay(start) && isDay(end)) return formatDays(span.from, span.to)
  return `${formatEnd(span.from, start)} to ${formatEnd(span.to, end)}`
}

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}/.test(text)

function formatPoint(span: Span, text: string): string {
  if (!/^-?\d/.test(text)) return formatDays(span.from, span.to)
  return `${span.isApproximate ? 'about ' : ''}${formatEnd(span.from, text)}`
}

function formatEnd(at: number, text: string): string {
  const about = /[~?%]/.test(text) && text.includes('/') ? 'about ' : ''
  if (isDay(text)) return about + formats.day.format(at)
  return about + (/^\d{4}-\d{2}/.test(text) ? formats.month : formats.year).format(at)
}

function formatDays(from: number, to: number): string {
  const last = formats.day.format(to)
  if (!Number.isFinite(from) || to - from < DAY_MS) return last
  const [a, b] = [new Date(from), new Date(to)]
  if (a.getUTCFullYear() !== b.getUTCFullYear()) return `${formats.day.format(from)} to ${last}`
  const first = a.getUTCMonth() === b.getUTCMonth() ? formats.dayOnly : formats.dayMonth
  return `${first.format(from)} to ${last}`
}

/** "13 Jan" style label is too short for a chat that is read years later, so a short day keeps its month: "13 January". */
export function formatDayMonth(at: number): string {
  return formats.dayMonth.format(at)
}
