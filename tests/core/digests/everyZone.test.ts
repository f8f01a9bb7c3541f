/// <reference lib="esnext.temporal" />
// Every time zone and every day of ten years, none left to chance. A day's period depends on nothing but what the clock shows
// within two days of it; so the whole computation is made around each change of a clock, and for a day far from all of them
// it is enough that the clock does show the time at the moment that its steady offset gives.

import { describe, expect, test } from 'vitest'
import type { Period } from '../../../src/core/digests/ledger.ts'
import { periodsAfter } from '../../../src/core/digests/schedule.ts'
import { wallClockAt } from '../../../src/core/digests/zonedTime.ts'
import { zones } from '../../fakes/zones.ts'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
const AROUND_MS = 2 * DAY_MS
const [from, to] = [Date.UTC(2026, 0, 1), Date.UTC(2036, 0, 1)]

/** A period's wall clock, as the milliseconds that it would be in UTC, and its moment. */
type Slot = { readonly wall: number; readonly ms: number }

const offsetAt = (ms: number, zone: string) => wallClockAt(ms, zone) - ms
const slotOf = ({ start, startMs }: Period): Slot => ({ wall: Date.parse(`${start}Z`), ms: startMs })

/** The moments at which a zone's clock changes, as Temporal knows them. */
function changesOf(zone: string): readonly number[] {
  const changes: number[] = []
  let at = Temporal.Instant.fromEpochMilliseconds(from - AROUND_MS).toZonedDateTimeISO(zone)
  while (true) {
    const next = at.getTimeZoneTransition('next')
    if (next === null || next.epochMilliseconds > to + AROUND_MS) return changes
    changes.push(next.epochMilliseconds)
    at = next
  }
}

/** Of a daily schedule the periods after a moment, until another. */
function slotsBetween(minute: number, zone: string, afterMs: number, untilMs: number): readonly Slot[] {
  const slots: Slot[] = []
  for (const period of periodsAfter({ cron: `${minute % 60} ${Math.floor(minute / 60)} * * *`, zone }, afterMs)) {
    if (period.startMs > untilMs) return slots
    slots.push(slotOf(period))
  }
  return slots
}

/** The same where the clock does not change in between, nor within two days of it. */
function steadySlots(minute: number, zone: string, afterMs: number, untilMs: number): readonly Slot[] {
  const offset = offsetAt(afterMs, zone)
  return wallsBetween(minute, afterMs + offset, untilMs + offset)
    .map((wall) => ({ wall, ms: wall - offset }))
    .filter(({ wall, ms }) => wallClockAt(ms, zone) === wall)
}

/** A time of each calendar day, where a wall clock runs after one time until another. */
function wallsBetween(minute: number, after: number, until: number): readonly number[] {
  const sameDay = Math.floor(after / DAY_MS) * DAY_MS + minute * MINUTE_MS
  const first = sameDay > after ? sameDay : sameDay + DAY_MS
  return Array.from({ length: Math.max(0, Math.floor((until - first) / DAY_MS) + 1) }, (_, i) => first + i * DAY_MS)
}

function slotsOfTenYears(minute: number, zone: string): readonly Slot[] {
  const slots: Slot[] = []
  let ms = from
  for (const change of changesOf(zone)) {
    const [near, over] = [Math.max(ms, change - AROUND_MS), Math.min(to, change + AROUND_MS)]
    if (ms < near) slots.push(...steadySlots(minute, zone, ms, near))
    slots.push(...slotsBetween(minute, zone, near, over))
    ms = Math.max(ms, over)
  }
  return [...slots, ...steadySlots(minute, zone, ms, to)]
}

const isInOrder = (slots: readonly Slot[]) => slots.every(({ ms }, i) => i === 0 || ms > (slots[i - 1]?.ms ?? 0))

describe('in every zone', () => {
  test('each day of ten years has one digest at half past two', { timeout: 120_000 }, () => {
    for (const zone of zones) {
      const slots = slotsOfTenYears(150, zone)
      expect(
        slots.map(({ wall }) => wall),
        zone,
      ).toEqual(wallsBetween(150, wallClockAt(from, zone), wallClockAt(to, zone)))
      expect(isInOrder(slots), zone).toBe(true)
    }
  })

  test('so has each day around a change of the clock, at the very time that is skipped or comes twice', {
    timeout: 120_000,
  }, () => {
    for (const zone of zones)
      for (const change of changesOf(zone)) {
        const [before, after] = [change - AROUND_MS, change + AROUND_MS]
        const inChange = change + Math.min(offsetAt(before, zone), offsetAt(after, zone)) + 10 * MINUTE_MS
        const minute = Math.floor((inChange % DAY_MS) / MINUTE_MS)
        const slots = slotsBetween(minute, zone, before, after)
        expect(
          slots.map(({ wall }) => wall),
          zone,
        ).toEqual(wallsBetween(minute, wallClockAt(before, zone), wallClockAt(after, zone)))
        expect(isInOrder(slots), zone).toBe(true)
      }
  })

  test('that is: some whose clocks never change, and over a hundred whose clocks change twice a year', () => {
    const counts = zones.map((zone) => changesOf(zone).length)
    expect(counts.filter((count) => count === 0).length).toBeGreaterThan(100)
    expect(counts.filter((count) => count >= 20).length).toBeGreaterThan(100)
  })
})
