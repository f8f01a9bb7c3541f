// Dates as short as a picture needs them, in UTC: "5 Jan", "3–9 Jan", "2019".

import { DAY_MS, formatSpan, type Span } from '../briefing/span.ts'

const formats = {
  dayMonth: new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'short' }),
  month: new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'short' }),
}
const yearOf = (at: number) => new Date(at).getUTCFullYear()

/** The date without its year where the year can stand apart; `year` is undefined where the text has it already. */
export function shortDate(span: Span): { readonly text: string; readonly year: number | undefined } {
  const { from, to } = span
  if (!Number.isFinite(from) || !Number.isFinite(to) || span.isApproximate || yearOf(from) !== yearOf(to))
    return { text: shortened(formatSpan(span)), year: undefined }
  const year = yearOf(from)
  if (!span.edtf.includes('/')) {
    const parts = span.edtf.split('-').length
    if (parts === 1) return { text: String(year), year: undefined }
    return { text: (parts === 2 ? formats.month : formats.dayMonth).format(from), year }
  }
  if (to - from < DAY_MS) return { text: formats.dayMonth.format(from), year }
  const isOneMonth = new Date(from).getUTCMonth() === new Date(to).getUTCMonth()
  const first = isOneMonth ? String(new Date(from).getUTCDate()) : `${formats.dayMonth.format(from)} `
  return { text: `${first}–${isOneMonth ? '' : ' '}${formats.dayMonth.format(to)}`, year }
}

/** "about 8 January 2022" as "c. 8 Jan 2022". */
function shortened(text: string): string {
  return text
    .replace(/\babout\b/g, 'c.')
    .replace(/\b(January|February|March|April|August|September|October|November|December)\b/g, (month) =>
      month.slice(0, 3),
    )
    .replace(' to ', '–')
}
