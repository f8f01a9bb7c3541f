// The day or span that a question speaks of: "on 8 January", "in 2019", "on Saturday" as seen from the briefing's newest source.

import { parseDates } from '../briefing/parseDates.ts'
import { DAY_MS, parseSpan, type Span } from '../briefing/span.ts'

/** Chrono takes its time, so it is only asked where a figure or the name of a day or month stands. */
const worthParsing = /\d|\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tues|wednes|thurs|fri|satur|sun)/i
const yearAlone = /\b(?:in|since|of|during|from|until|by) (1[6-9]\d\d|2[01]\d\d)\b(?! [a-z]+ \d)(?! [a-z]+s\b)/i

/** The first date that a text names, or undefined. `newest` is the day from which "Saturday" and a day without a year are read. */
export function findDate(text: string, newest: Date): Span | undefined {
  if (!worthParsing.test(text)) return undefined
  for (const { start, text: words } of parseDates(text.slice(0, 1000), newest)) {
    // "Last day" and "sun" are words of their own: a date has a figure in it, or the name of a day or month in full.
    if (!/\d|\b(mon|tues|wednes|thurs|fri|satur|sun)day\b|^[a-z]{4,}/i.test(words) || /\blast day\b/i.test(words))
      continue
    const isDay = (start.isCertain('day') && start.isCertain('month')) || start.isCertain('weekday')
    if (!isDay && !(start.isCertain('month') && start.isCertain('year'))) continue
    const at = Date.UTC(start.get('year') ?? 0, (start.get('month') ?? 1) - 1, start.get('day') ?? 1)
    // Chrono reads "Saturday" forwards from the reference; a reader of news means the one before.
    const isAhead = start.isCertain('weekday') && !start.isCertain('day') && at > newest.getTime()
    const iso = new Date(isAhead ? at - 7 * DAY_MS : at).toISOString()
    return parseSpan(iso.slice(0, isDay ? 10 : 7))
  }
  const year = yearAlone.exec(text)
  return year === null ? undefined : parseSpan(year[1] ?? '')
}
