import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nextPeriods, periodsAfter, readSchedule, type Schedule } from '../../../src/core/digests/schedule.ts'
import { anyMoment, anyZone, zones } from '../../fakes/zones.ts'

const cronOf = (typed: string) => readSchedule(typed, 'UTC').schedule?.cron
const problemOf = (typed: string, zone = 'UTC') => readSchedule(typed, zone).problem
const at = (iso: string) => Date.parse(iso)
const starts = (schedule: Schedule, after: string, count: number) =>
  nextPeriods(schedule, at(after), count).map(
    (one) => `${one.start} ${new Date(one.startMs).toISOString().slice(5, 16)}`,
  )

describe('reading', () => {
  test.each([
    ['daily 09:00', '0 9 * * *'],
    ['Daily at 9am', '0 9 * * *'],
    ['every day 21:30', '30 21 * * *'],
    ['weekdays 08:30', '30 8 * * 1-5'],
    ['every weekday at 8.30 pm', '30 20 * * 1-5'],
    ['weekends noon', '0 12 * * 0,6'],
    ['every monday 9:00', '0 9 * * 1'],
    ['Mondays and Thursdays 9:00', '0 9 * * 1,4'],
    ['fri, mon 17:05', '5 17 * * 1,5'],
    ['hourly', '0 * * * *'],
    ['0 9 * * 1-5', '0 9 * * 1-5'],
    ['*/15 * * * *', '*/15 * * * *'],
    ['0 9 l * *', '0 9 L * *'],
    ['0 9 * * MON', '0 9 * * MON'],
    ['@daily', '0 0 * * *'],
    ['0 0 29 2 *', '0 0 29 2 *'],
  ])('%j is %j', (typed, cron) => {
    expect(cronOf(typed)).toBe(cron)
  })

  test.each([
    'whenever',
    '0 9 * *',
    '0 0 9 * * *',
    'h 9 * * *',
    '0 9 * * x',
    'every blue monday 9:00',
    '* * * * * /bin/sh',
  ])('%j is no schedule, and the advice says what is', (typed) => {
    expect(problemOf(typed)).toMatch(/^".*" is no schedule\. Write it as "daily 09:00"/)
  })

  test.each(['"daily 09:00"', '“daily 09:00”', '`0 9 * * *`', '0 9 \u2217 \u2217 \u2217'])(
    '%s is read as it was copied from our advice',
    (typed) => {
      expect(readSchedule(typed, 'UTC').schedule?.cron).toBe('0 9 * * *')
    },
  )

  test.each(['daily', 'daily 25:00', 'weekdays 9:60', 'every monday 13pm', 'daily 9'])('%j has no time', (typed) => {
    expect(problemOf(typed)).toContain('has no time of day')
  })

  test.each(['0 0 30 2 *', '0 0 31 4,6,9,11 *'])('%j would never come', (typed) => {
    expect(problemOf(typed)).toContain('would never come')
  })

  test('a field out of range is named', () => {
    expect(problemOf('61 9 * * *')).toContain('got value 61')
  })

  test('a wrong zone is named, with right ones', () => {
    expect(problemOf('daily 09:00', 'Berlin')).toBe(
      '"Berlin" is no IANA time zone. Write one such as Europe/Lisbon, Asia/Tokyo or UTC.',
    )
  })

  test('whatever is typed, there is a schedule or a problem of one line', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('UTC', 'Asia/Almaty'), (typed, zone) => {
        const { schedule, problem } = readSchedule(typed, zone)
        expect((schedule === undefined) !== (problem === undefined)).toBe(true)
      }),
    )
  })
})

describe('periods', () => {
  const berlin = (cron: string): Schedule => ({ cron, zone: 'Europe/Berlin' })

  test('a digest in the hour that is skipped comes when the clock skips it', () => {
    expect(starts(berlin('30 2 * * *'), '2026-03-28T00:00Z', 3)).toEqual([
      '2026-03-28T02:30 03-28T01:30',
      '2026-03-29T02:30 03-29T01:00',
      '2026-03-30T02:30 03-30T00:30',
    ])
  })

  test('a digest in the hour that comes twice comes once', () => {
    expect(starts(berlin('30 2 * * *'), '2026-10-24T00:00Z', 3)).toEqual([
      '2026-10-24T02:30 10-24T00:30',
      '2026-10-25T02:30 10-25T00:30',
      '2026-10-26T02:30 10-26T01:30',
    ])
  })

  test('an hourly digest has one for the skipped hour and the next together, and one for the doubled', () => {
    expect(starts(berlin('0 * * * *'), '2026-03-28T23:30Z', 4).map((one) => one.slice(11, 16))).toEqual([
      '01:00',
      '02:00',
      '04:00',
      '05:00',
    ])
    expect(starts(berlin('0 * * * *'), '2026-10-24T22:30Z', 4).map((one) => one.slice(11, 16))).toEqual([
      '01:00',
      '02:00',
      '03:00',
      '04:00',
    ])
  })

  test('in every zone each day of ten years has exactly one daily digest', () => {
    const anyTime = fc.record({ hour: fc.integer({ min: 0, max: 23 }), minute: fc.integer({ min: 0, max: 59 }) })
    fc.assert(
      fc.property(anyZone, anyTime, anyMoment, (zone, { hour, minute }, after) => {
        const periods = nextPeriods({ cron: `${minute} ${hour} * * *`, zone }, after, 40)
        const days = periods.map((one) => Date.parse(one.start.slice(0, 10)))
        for (const [i, day] of days.slice(1).entries()) expect(day - (days[i] ?? 0)).toBe(86_400_000)
        for (const [i, one] of periods.slice(1).entries()) expect(one.startMs).toBeGreaterThan(periods[i]?.startMs ?? 0)
      }),
      { numRuns: 150 },
    )
  })

  test('one zone in sixty, counted through: 3,652 daily digests in ten years', { timeout: 60_000 }, () => {
    const [from, to] = [at('2026-01-01T00:00Z'), at('2036-01-01T00:00Z')]
    const sample = zones.filter((_, i) => i % 60 === 1)
    for (const zone of sample) {
      const starts = new Set<string>()
      for (const { start, startMs } of periodsAfter({ cron: '30 2 * * *', zone }, from - 1)) {
        if (startMs >= to) break
        starts.add(start)
      }
      expect({ zone, count: starts.size }).toEqual({ zone, count: 3652 })
    }
  })

  test('the same periods are found from whichever moment one looks', () => {
    const anyCron = fc.constantFrom('30 2 * * *', '0 * * * *', '*/20 * * * *', '15 0 * * 1-5', '0 0 1 * *')
    fc.assert(
      fc.property(anyZone, anyCron, anyMoment, fc.integer({ min: 0, max: 60 }), (zone, cron, after, part) => {
        const periods = nextPeriods({ cron, zone }, after, 20)
        const [first] = periods
        const later = after + Math.floor((((first?.startMs ?? 0) - after) * part) / 61)
        expect(nextPeriods({ cron, zone }, later, 20)).toEqual(periods)
        const rest = nextPeriods({ cron, zone }, first?.startMs ?? 0, 19)
        expect(rest).toEqual(periods.slice(1))
      }),
      { numRuns: 120 },
    )
  })
})
