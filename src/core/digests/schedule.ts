// When a subscription's digests are due: reads plain words or a cron expression, and lists the periods that follow a moment.
// The schedule runs on the wall clock of its zone, so that the days on which clocks change have one digest like any other.

import { CronExpressionParser } from 'cron-parser'
import type { Period } from './ledger.ts'
import { momentOf, readZone, wallClockAt } from './zonedTime.ts'

export type Schedule = {
  /** A cron expression of five fields. */
  readonly cron: string
  readonly zone: string
}

export type ReadSchedule =
  | { readonly schedule: Schedule; readonly problem?: undefined }
  | { readonly problem: string; readonly schedule?: undefined }

export const days = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
const advice =
  'Write it as "daily 09:00", "weekdays 08:30", "every monday 9:00", "hourly" or a cron expression such as "0 9 * * 1-5".'

/** Reads a schedule as it was typed, or says what is wrong with it. */
export function readSchedule(typed: string, zoneTyped: string): ReadSchedule {
  const zone = readZone(zoneTyped.trim())
  if (zone === undefined)
    return {
      problem: `"${zoneTyped.trim()}" is no IANA time zone. Write one such as Europe/Lisbon, Asia/Tokyo or UTC.`,
    }
  // As copied from our own advice: in quotation marks, and with the sign that Slack is shown for "*".
  const text = typed
    .replace(/["“”„«»'`]/g, '')
    .replace(/\u2217/g, '*')
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ')
  if (text === '') return { problem: `The schedule is missing. ${advice}` }
  const plain = readPlain(text)
  if (plain === 'no time') return { problem: `"${typed.trim()}" has no time of day that a clock shows. ${advice}` }
  const cron = plain ?? readCron(text)
  if (cron === undefined) return { problem: `"${typed.trim()}" is no schedule. ${advice}` }
  const problem = problemOf(cron)
  return problem === undefined ? { schedule: { cron, zone } } : { problem: `"${typed.trim()}" ${problem}` }
}

/** "daily 09:00" and its like as a cron expression; undefined for what does not begin like one. */
function readPlain(text: string): string | 'no time' | undefined {
  if (/^(hourly|every hour)$/.test(text)) return '0 * * * *'
  const found = /^(?:every |each |on )*([a-z]+(?:(?: ?, ?| and |, and )[a-z]+)*)(?: at)?(?: (.+))?$/.exec(text)
  const on = found?.[1] === undefined ? undefined : daysIn(found[1])
  if (on === undefined) return undefined
  const time = timeIn(found?.[2] ?? '')
  return time === undefined ? 'no time' : `${time.minute} ${time.hour} * * ${on}`
}

function daysIn(text: string): string | undefined {
  if (/^(daily|day)$/.test(text)) return '*'
  if (/^(weekdays?|workdays?)$/.test(text)) return '1-5'
  if (/^weekends?$/.test(text)) return '0,6'
  const numbers = text
    .split(/ ?, ?(?:and )?| and /)
    .map((word) =>
      days.findIndex((day) => day === word.replace(/s$/, '') || (word.length === 3 && day.startsWith(word))),
    )
  return numbers.includes(-1) ? undefined : [...new Set(numbers)].sort().join(',')
}

function timeIn(text: string): { hour: number; minute: number } | undefined {
  if (text === 'noon') return { hour: 12, minute: 0 }
  if (text === 'midnight') return { hour: 0, minute: 0 }
  const [, hours, minutes, half] = /^(\d{1,2})(?:[:.h](\d{2}))? ?(am|pm)?$/.exec(text) ?? []
  if (hours === undefined || (minutes === undefined && half === undefined)) return undefined
  const [hour, minute] = [Number(hours), Number(minutes ?? 0)]
  if (minute > 59 || hour > 23 || (half !== undefined && (hour < 1 || hour > 12))) return undefined
  return { hour: half === undefined ? hour : (hour % 12) + (half === 'pm' ? 12 : 0), minute }
}

const aliases: Readonly<Record<string, string>> = {
  '@hourly': '0 * * * *',
  '@daily': '0 0 * * *',
  '@weekly': '0 0 * * 0',
  '@monthly': '0 0 1 * *',
}

/** Five fields of what cron knows. Seconds are not among them, nor is "H", which stands for a random time. */
function readCron(text: string): string | undefined {
  if (aliases[text] !== undefined) return aliases[text]
  const names = /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|sun|mon|tue|wed|thu|fri|sat)\b/g
  const fields = text.split(' ')
  return fields.length === 5 && /^[\d*/,\-?l# ]+$/.test(text.replace(names, '0')) ? text.toUpperCase() : undefined
}

/** What is wrong with a cron expression: a field out of range, or a day that no calendar has. */
function problemOf(cron: string): string | undefined {
  try {
    CronExpressionParser.parse(cron, { tz: 'UTC', currentDate: new Date(0) }).next()
    return undefined
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return /day of month|loop limit/i.test(message)
      ? 'would never come: no month that it names has such a day.'
      : `is no cron expression: ${message}.`
  }
}

/** The periods that start after a moment, earliest first, without end. The first of a skipped hour's stands for all of it. */
export function* periodsAfter({ cron, zone }: Schedule, afterMs: number): Generator<Period, never> {
  const slots = CronExpressionParser.parse(cron, { tz: 'UTC', currentDate: new Date(wallClockAt(afterMs, zone)) })
  let last = afterMs
  while (true) {
    const wall = slots.next().getTime()
    const startMs = momentOf(wall, zone)
    if (startMs <= last) continue
    last = startMs
    yield { start: new Date(wall).toISOString().slice(0, 16), startMs }
  }
}

/** The next periods, to show somebody what a schedule means. */
export function nextPeriods(schedule: Schedule, afterMs: number, count: number): readonly Period[] {
  const periods = periodsAfter(schedule, afterMs)
  return Array.from({ length: count }, () => periods.next().value)
}
