import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dueDeliveries } from '../../../src/core/digests/dueDeliveries.ts'
import { aSubscription } from '../../fakes/subscriptions.ts'
import { anyMoment, anyZone } from '../../fakes/zones.ts'

const HOUR_MS = 3_600_000
const at = (iso: string) => Date.parse(iso)
const daily = aSubscription({ schedule: '0 9 * * *', zone: 'Europe/Berlin', dueMs: at('2031-05-02T07:00Z') })
const told = (subscription: typeof daily, now: string, graceMs = 6 * HOUR_MS) => {
  const { deliveries, nextMs } = dueDeliveries(subscription, at(now), graceMs)
  const next = new Date(nextMs).toISOString().slice(0, 16)
  return { next, due: deliveries.map((one) => `${one.period.start} ${one.state}${one.isLate ? ' late' : ''}`) }
}

describe('what is due', () => {
  test('nothing before the period starts', () => {
    expect(told(daily, '2031-05-02T06:59Z')).toEqual({ next: '2031-05-02T07:00', due: [] })
  })

  test('the period, once it has started', () => {
    expect(told(daily, '2031-05-02T07:00:30Z')).toEqual({ next: '2031-05-03T07:00', due: ['2031-05-02T09:00 planned'] })
  })

  test('a period missed within the grace time is late', () => {
    expect(told(daily, '2031-05-02T12:00Z').due).toEqual(['2031-05-02T09:00 planned late'])
  })

  test('a period missed for longer is skipped, and recorded', () => {
    expect(told(daily, '2031-05-04T07:01Z')).toEqual({
      next: '2031-05-05T07:00',
      due: ['2031-05-02T09:00 skipped late', '2031-05-03T09:00 skipped late', '2031-05-04T09:00 planned'],
    })
  })

  test('of several that were missed within the grace time one digest tells all', () => {
    const hourly = aSubscription({ schedule: '0 * * * *', zone: 'UTC', dueMs: at('2031-05-02T07:00Z') })
    const { deliveries } = dueDeliveries(hourly, at('2031-05-02T09:30Z'), 6 * HOUR_MS)
    expect(deliveries.map((one) => [one.period.start, one.state, one.note])).toEqual([
      ['2031-05-02T07:00', 'skipped', 'missed; told with the digest of 2031-05-02T09:00'],
      ['2031-05-02T08:00', 'skipped', 'missed; told with the digest of 2031-05-02T09:00'],
      ['2031-05-02T09:00', 'planned', undefined],
    ])
  })

  test('after a very long outage the first of the missed are recorded, and the last of these says so', () => {
    const often = aSubscription({ schedule: '* * * * *', zone: 'UTC', dueMs: at('2031-05-02T07:00Z') })
    const { deliveries, nextMs } = dueDeliveries(often, at('2032-05-02T07:00Z'), 2 * 60_000)
    expect(deliveries.length).toBeLessThan(210)
    expect(deliveries[199]?.note).toContain('like all that follow')
    expect(deliveries.at(-1)?.state).toBe('planned')
    expect(nextMs).toBe(at('2032-05-02T07:01Z'))
  })

  test('however often and whenever one looks, each period is planned or skipped exactly once', () => {
    const looks = fc.array(fc.integer({ min: 1, max: 20 * 60 }), { minLength: 1, maxLength: 9 })
    const anyCron = fc.constantFrom('0 9 * * *', '30 2 * * *', '0 * * * *', '0 0 * * 1')
    fc.assert(
      fc.property(anyZone, anyCron, anyMoment, looks, (zone, schedule, startMs, minutes) => {
        const first = aSubscription({ schedule, zone, dueMs: startMs })
        const all = dueDeliveries(first, startMs + 60_000 * minutes.reduce((a, b) => a + b), HOUR_MS)
        let [subscription, nowMs] = [first, startMs]
        const keys = minutes.flatMap((wait) => {
          nowMs += wait * 60_000
          const due = dueDeliveries(subscription, nowMs, HOUR_MS)
          subscription = { ...subscription, dueMs: due.nextMs }
          expect(due.deliveries.filter((one) => one.state === 'planned').length).toBeLessThanOrEqual(1)
          return due.deliveries.map((one) => one.key)
        })
        expect(keys).toEqual(all.deliveries.map((one) => one.key))
      }),
      { numRuns: 80 },
    )
  })
})
