// Whatever is done to a ledger, a database answers as the ledger in memory does.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Claimed, DeliveryChange, Ledger, NewDelivery } from '../../../src/core/digests/ledger.ts'
import { deliveryStates } from '../../../src/core/digests/ledger.ts'
import { clock } from '../../contracts/theClock.ts'
import { backends } from '../../fakes/backends.ts'
import { aDelivery, aFrozen } from '../../fakes/deliveries.ts'
import { memoryLedger } from '../../fakes/memoryLedger.ts'

type Step =
  | { readonly do: 'plan'; readonly deliveries: readonly NewDelivery[] }
  | { readonly do: 'claim'; readonly afterMs: number; readonly limit: number; readonly platform: 'discord' | 'slack' }
  | { readonly do: 'record'; readonly claim: number; readonly change: DeliveryChange }

const delivery: fc.Arbitrary<NewDelivery> = fc
  .record({
    subscription: fc.constantFrom('s1', 's2', 's3'),
    startMs: fc.integer({ min: 0, max: 4 }),
    kind: fc.constantFrom('digest' as const, 'digest' as const, 'notice' as const),
    state: fc.constantFrom('planned' as const, 'planned' as const, 'planned' as const, 'skipped' as const),
    note: fc.option(fc.string(), { nil: undefined }),
  })
  .map(({ subscription, startMs, ...rest }) =>
    aDelivery({
      ...rest,
      key: `${rest.kind}/${subscription}/${startMs}`,
      subscription,
      place: { platform: subscription === 's3' ? 'slack' : 'discord', tenant: 't', channel: subscription },
      period: { start: '2031-03-04T09:00', startMs },
    }),
  )
  .filter(({ note }) => note?.includes('\0') !== true && note?.isWellFormed() !== false)

const change: fc.Arbitrary<DeliveryChange> = fc.record(
  {
    state: fc.constantFrom(...deliveryStates, 'planned' as const, 'sending' as const),
    attempts: fc.nat(9),
    sendingMs: fc.option(fc.nat(2 ** 45), { nil: undefined }),
    notBeforeMs: fc.nat(60),
    frozen: fc.constantFrom(aFrozen, { ...aFrozen, told: undefined }, undefined),
    message: fc.constantFrom('m1', 'm2', undefined),
    note: fc.constantFrom('late', undefined),
    release: fc.boolean(),
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
    afterMs: fc.nat(15),
    limit: fc.integer({ min: 0, max: 3 }),
    platform: fc.constantFrom('discord' as const, 'slack' as const),
  }),
  fc.record({ do: fc.constant('record' as const), claim: fc.nat(20), change }),
)

/** What a ledger answers to each step; what is recorded is for one of the claims so far, also an old one. */
async function walk(ledger: Ledger, steps: readonly Step[]): Promise<unknown[]> {
  const answers: unknown[] = []
  const claims: Claimed[] = []
  let nowMs = 0
  for (const one of steps)
    if (one.do === 'plan') answers.push([...(await ledger.plan(one.deliveries))].sort())
    else if (one.do === 'claim') {
      nowMs += one.afterMs
      const claimed = await ledger.claim({ nowMs, leaseMs: 20, limit: one.limit, platform: one.platform })
      claims.push(...claimed)
      answers.push(claimed)
    } else if (claims.length > 0) {
      const claimed = claims[one.claim % claims.length]
      if (claimed !== undefined) answers.push(await ledger.record(claimed, one.change))
    }
  return [...answers, await ledger.list({})]
}

describe.each(backends)('$name', ({ name, isHere, open }) => {
  test.skipIf(!isHere)(
    'answers as the ledger in memory does, whatever is done to it',
    async () => {
      const numRuns = name === 'SQLite' ? 150 : 25
      const property = fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
        const state = await open({ clock })
        expect(await walk(state.ledger, steps)).toEqual(await walk(memoryLedger(), steps))
      })
      await fc.assert(property, { numRuns })
    },
    60_000,
  )
})
