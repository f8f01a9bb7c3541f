// Whatever is done to a ledger, a database answers as the ledger in memory does.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Claimed, DeliveryChange, Ledger, NewDelivery } from '../../../src/core/digests/ledger.ts'
import { deliveryStates } from '../../../src/core/digests/ledger.ts'
import { clock, letPass, stopTheClock } from '../../contracts/theClock.ts'
import { backends } from '../../fakes/backends.ts'
import { aDelivery, aFrozen } from '../../fakes/deliveries.ts'
import { memoryLedger } from '../../fakes/memoryLedger.ts'

type Step =
  | { readonly do: 'plan'; readonly deliveries: readonly NewDelivery[] }
  | { readonly do: 'claim'; readonly afterMs: number; readonly limit: number; readonly platform: 'discord' | 'slack' }
  | { readonly do: 'record'; readonly claim: number; readonly change: DeliveryChange; readonly waitMs?: number }

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

const subscriptions = ['s1', 's2', 's3'] as const
const kinds = ['digest', 'notice'] as const

const delivery: fc.Arbitrary<NewDelivery> = fc
  .record({
    subscription: fc.constantFrom(...subscriptions),
    day: fc.nat(4),
    kind: fc.constantFrom(...kinds, 'digest'),
    state: fc.constantFrom('planned' as const, 'planned' as const, 'planned' as const, 'skipped' as const),
    note: fc.option(fc.string(), { nil: undefined }),
  })
  .map(({ subscription, day, ...rest }) => {
    // No two begin in the same minute: who would be first is nobody's promise.
    const minute = (day * subscriptions.length + subscriptions.indexOf(subscription)) * 2 + kinds.indexOf(rest.kind)
    return aDelivery({
      ...rest,
      key: `${rest.kind}/${subscription}/${day}`,
      subscription,
      place: { platform: subscription === 's3' ? 'slack' : 'discord', tenant: 't', channel: subscription },
      period: { start: '2031-03-04T09:00', startMs: minute * MINUTE_MS },
    })
  })
  .filter(({ note }) => note?.includes('\0') !== true && note?.isWellFormed() !== false)

const change: fc.Arbitrary<DeliveryChange> = fc.record(
  {
    state: fc.constantFrom(...deliveryStates, 'planned' as const, 'sending' as const),
    attempts: fc.nat(9),
    sendingMs: fc.option(fc.nat(2 ** 45), { nil: undefined }),
    frozen: fc.constantFrom(aFrozen, { ...aFrozen, told: undefined }, undefined),
    message: fc.constantFrom('m1', 'm2', undefined),
    note: fc.constantFrom('late', undefined),
  },
  { requiredKeys: [] },
)

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('plan' as const),
    deliveries: fc.uniqueArray(delivery, { maxLength: 5, selector: ({ key }) => key }),
  }),
  fc.record({
    do: fc.constant('claim' as const),
    // Well within a lease, however many follow, or well after it.
    afterMs: fc.constantFrom(0, 1000, 1000, HOUR_MS),
    limit: fc.nat(3),
    platform: fc.constantFrom('discord' as const, 'slack' as const),
  }),
  fc.record(
    { do: fc.constant('record' as const), claim: fc.nat(20), change, waitMs: fc.constantFrom(0, 1000, HOUR_MS) },
    { requiredKeys: ['do', 'claim', 'change'] },
  ),
)

/** Leaves out digests that would be planned after a later one of their subscription. */
function inOrder() {
  const latest = new Map<string, number>()
  const known = new Set<string>()
  return (deliveries: readonly NewDelivery[]) => {
    const kept = deliveries.filter(
      ({ key, subscription, period }) => known.has(key) || period.startMs > (latest.get(subscription) ?? -1),
    )
    for (const { key, subscription, period } of kept) {
      known.add(key)
      latest.set(subscription, Math.max(period.startMs, latest.get(subscription) ?? -1))
    }
    return kept
  }
}

/** Does the same to both, and expects the same of both; what is recorded is for one of the claims so far, also an old one. */
async function compare(one: Ledger, other: Ledger, steps: readonly Step[]): Promise<void> {
  const both = async <T>(act: (ledger: Ledger) => Promise<T>): Promise<T> => {
    const answer = await act(one)
    expect(answer).toEqual(await act(other))
    return answer
  }
  const claims: Claimed[] = []
  const ordered = inOrder()
  for (const step of steps)
    if (step.do === 'plan') {
      const deliveries = ordered(step.deliveries)
      await both(async (ledger) => [...(await ledger.plan(deliveries))].sort())
    } else if (step.do === 'claim') {
      await letPass(step.afterMs)
      claims.push(...(await both((ledger) => ledger.claim(step))))
    } else {
      const claimed = claims[step.claim % claims.length]
      const waiting = step.waitMs === undefined ? {} : { notBeforeMs: Date.now() + step.waitMs }
      if (claimed !== undefined) await both((ledger) => ledger.record(claimed, { ...step.change, ...waiting }))
    }
  await both((ledger) => ledger.list({}))
}

describe.each(backends)('$name', ({ name, isHere, open }) => {
  stopTheClock()

  test.skipIf(!isHere)(
    'answers as the ledger in memory does, whatever is done to it',
    async () => {
      const numRuns = name === 'SQLite' ? 150 : 25
      const property = fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
        const state = await open({ clock })
        await state.keepJobsWithTheClock()
        await compare(state.ledger, memoryLedger(clock), steps)
        await state.close()
      })
      await fc.assert(property, { numRuns })
    },
    60_000,
  )
})
