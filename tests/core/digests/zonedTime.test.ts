/// <reference lib="esnext.temporal" />
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { momentOf, readZone, wallClockAt } from '../../../src/core/digests/zonedTime.ts'
import { anyMoment, anyZone } from '../../fakes/zones.ts'

const utc = (iso: string) => Date.parse(`${iso}Z`)

describe('wall clocks', () => {
  test('a time that the clock shows twice is the first of the two', () => {
    expect(momentOf(utc('2026-10-25T02:30'), 'Europe/Berlin')).toBe(utc('2026-10-25T00:30'))
  })

  test('a time that the clock skips is the moment at which it skips it', () => {
    expect(momentOf(utc('2026-03-29T02:30'), 'Europe/Berlin')).toBe(utc('2026-03-29T01:00'))
  })

  test('a clock may change by half an hour', () => {
    expect(momentOf(utc('2026-10-04T02:10'), 'Australia/Lord_Howe')).toBe(utc('2026-10-03T15:30'))
  })

  test('in every zone a moment and its wall clock are what Temporal says', () => {
    fc.assert(
      fc.property(anyZone, anyMoment, (zone, ms) => {
        const wall = wallClockAt(ms, zone)
        const zoned = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone)
        expect(new Date(wall).toISOString().slice(0, 19)).toBe(zoned.toPlainDateTime().toString().slice(0, 19))
        const local = zoned.toPlainDateTime()
        expect(momentOf(wall, zone)).toBe(local.toZonedDateTime(zone, { disambiguation: 'earlier' }).epochMilliseconds)
      }),
      { numRuns: 300 },
    )
  })

  test('a later wall clock never comes at an earlier moment', () => {
    fc.assert(
      fc.property(anyZone, anyMoment, fc.integer({ min: 0, max: 7_200_000 }), (zone, wall, more) => {
        expect(momentOf(wall, zone)).toBeLessThanOrEqual(momentOf(wall + more, zone))
      }),
      { numRuns: 300 },
    )
  })
})

describe('zones', () => {
  test('a zone may be typed in any case', () => {
    expect(readZone('europe/berlin')).toBe('Europe/Berlin')
  })

  test.each(['Mars/Olympus', '+05:00', '', 'CEST/x', '../etc'])('%j is none', (text) => {
    expect(readZone(text)).toBeUndefined()
  })
})
