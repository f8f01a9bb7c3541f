// Whole days in UTC, as sources are dated by.

import { parseDay, type Span } from '../briefing/span.ts'

/** The day of a moment. */
export function dayAt(ms: number): Span {
  const day = parseDay(isoDay(ms))
  if (day === undefined) throw new RangeError(`${ms} is outside the calendar`)
  return day
}

/** YYYY-MM-DD. */
export const isoDay = (ms: number) => new Date(ms).toISOString().slice(0, 10)
