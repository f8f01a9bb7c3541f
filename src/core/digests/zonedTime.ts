// Wall clocks and moments in IANA time zones, with what Intl knows of them. A wall clock is held as the milliseconds that
// it would be in UTC.

import { zoneFormat } from './zoneFormat.ts'

const formatOf = zoneFormat('en-u-ca-iso8601-nu-latn', {
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
})

/** The zone as its database spells it, or undefined for what is none. An offset such as "+05:00" is no zone: it knows no summer time. */
export function readZone(text: string): string | undefined {
  if (!/^[A-Za-z]/.test(text)) return undefined
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone
  } catch {
    return undefined
  }
}

/** What a wall clock shows in a zone at a moment. */
export function wallClockAt(ms: number, zone: string): number {
  const parts: Record<string, number> = {}
  for (const { type, value } of formatOf(zone).formatToParts(ms)) parts[type] = Number(value)
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  return Date.UTC(year, month - 1, day, hour, minute, second) + (((ms % 1000) + 1000) % 1000)
}

const DAY_MS = 86_400_000

/**
 * The moment at which a wall clock shows a time: the first one where it shows it twice, and where it skips it, the moment
 * at which it does. So a later wall clock never comes at an earlier moment.
 */
export function momentOf(wall: number, zone: string): number {
  const offsetAt = (ms: number) => wallClockAt(ms, zone) - ms
  const before = wall - offsetAt(wall - DAY_MS)
  const after = wall - offsetAt(wall + DAY_MS)
  const shown = [before, after].filter((ms) => wallClockAt(ms, zone) === wall)
  return shown.length > 0 ? Math.min(...shown) : changeBetween(after, before, offsetAt)
}

/** The first moment with the offset that holds at the later one of two. */
function changeBetween(early: number, late: number, offsetAt: (ms: number) => number): number {
  const offset = offsetAt(late)
  let [low, high] = [early, late]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (offsetAt(middle) === offset) high = middle
    else low = middle
  }
  return high
}
