// A span of days, written as EDTF (Extended Date/Time Format, ISO 8601-2) and compared in UTC days.

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
  let span = known.get(text)
  if (span === undefined && !known.has(text)) {
    span = readSpan(text)
    known.set(text, span)
  }
  return span
}

// The part of EDTF that a curator needs: years, months and days, a decade (199X), each approximate or not. Times of
// day, seasons, sets and centuries are left out: a reader could not tell what they mean. It is read here because a
// parser of the whole of EDTF takes as long for the days of a large base as everything else about its dates.
const pointPattern = /^(\d{2}(?:\d[\dX]|XX))(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?[~?%]?$/

const isOpen = (point: string) => point === '' || point === '..'

function readSpan(text: string): Span | undefined {
  const points = text.split('/')
  if (points.length > 2 || points.every(isOpen)) return undefined
  const [first, last] = [readPoint(points[0] ?? ''), readPoint(points.at(-1) ?? '')]
  if (first === undefined || last === undefined || first.from > last.to) return undefined
  return { edtf: text, from: first.from, to: last.to, isApproximate: isMarkedApproximate(text) }
}

function readPoint(point: string): Pick<Span, 'from' | 'to'> | undefined {
  if (isOpen(point)) return { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY }
  const [, years, month, day] = pointPattern.exec(point) ?? []
  if (years === undefined) return undefined
  const first = dayAt(`${years.replaceAll('X', '0')}-${month ?? '01'}-${day ?? '01'}`)
  const last = dayAt(`${years.replaceAll('X', '9')}-${month ?? '12'}-${day ?? '01'}`)
  if (first === undefined || last === undefined) return undefined
  // Where no day is given, the last one is that before the first of the next month.
  if (day === undefined) last.setUTCMonth(last.getUTCMonth() + 1)
  return { from: first.getTime(), to: last.getTime() + (day === undefined ? 0 : DAY_MS) - 1 }
}

/** A day of the calendar: `Date` itself takes 30 February for one in March. */
function dayAt(iso: string): Date | undefined {
  const date = new Date(iso)
  return date.toISOString().startsWith(iso) ? date : undefined
}

const isMarkedApproximate = (text: string) => /[~?%]/.test(text)

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

const dayOf = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options })
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
  if (end === undefined) return formatPoint(span.from, start)
  if (start === '' || start === '..') return `until ${formatPoint(span.to, end)}`
  if (end === '' || end === '..') return `from ${formatPoint(span.from, start)}`
  if (isDay(start) && isDay(end)) return formatDays(span.from, span.to)
  return `${formatPoint(span.from, start)} to ${formatPoint(span.to, end)}`
}

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text)

/** One end of a span, given as a moment inside it and as it is written. */
function formatPoint(at: number, text: string): string {
  const about = isMarkedApproximate(text) ? 'about ' : ''
  const year = text.slice(0, 4)
  if (year.endsWith('XX')) return `${about}${year.replace('XX', '00')} to ${year.replace('XX', '99')}`
  if (year.endsWith('X')) return `${about}${year.replace('X', '0')}s`
  const { length } = text.replace(/[~?%]/, '')
  return about + (length === 10 ? formats.day : length === 7 ? formats.month : formats.year).format(at)
}

function formatDays(from: number, to: number): string {
  const last = formats.day.format(to)
  if (to - from < DAY_MS) return last
  const [a, b] = [new Date(from), new Date(to)]
  if (a.getUTCFullYear() !== b.getUTCFullYear()) return `${formats.day.format(from)} to ${last}`
  const first = a.getUTCMonth() === b.getUTCMonth() ? formats.dayOnly : formats.dayMonth
  return `${first.format(from)} to ${last}`
}
