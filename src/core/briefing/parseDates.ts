// The dates that an English text names, by Chrono, which is kept from two misreadings.

import type { ParsedResult } from 'chrono-node'
import { parse } from 'chrono-node/en'

const month = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)'
/** "20 February, 17 days before" is not of the year 17. */
const figureBehind = new RegExp(`(${month}[a-z]*\\.?),(?= \\d{1,2} (?!${month})[a-z])`, 'gi')
/** "From 1 May" is a day, which Chrono takes for the month. */
const fromDay = new RegExp(`\\bfrom (?=\\d{1,2} ${month})`, 'gi')

/** `seen` is the moment from which "Saturday" and a day without a year are read; in UTC. */
export function parseDates(text: string, seen: Date): readonly ParsedResult[] {
  return parse(text.replace(figureBehind, '$1;').replace(fromDay, 'on '), { instant: seen, timezone: 'UTC' })
}
