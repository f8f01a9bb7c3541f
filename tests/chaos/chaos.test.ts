// A smaller run of `npm run chaos`: real processes, really killed, over both changes of the clocks.

import { describe, expect, onTestFinished, test } from 'vitest'
import { seededRandom } from '../../bench/seededRandom.ts'
import { openLedgerPlace } from '../../chaos/ledgerPlaces.ts'
import { simulate } from '../../chaos/simulate.ts'
import { sharedPlaces } from '../fakes/backends.ts'
import { fixtureBriefings } from '../runSitrep.ts'

const forward = '2031-03-29T23:00Z'
const back = '2031-10-25T22:00Z'

describe.each([
  { ledger: 'sqlite', isHere: true, crashes: 52 },
  { ledger: 'postgres', isHere: sharedPlaces[1]?.isHere === true, crashes: 20 },
])('schedulers with $ledger that are killed at any step, and platforms that fail', ({ ledger, isHere, crashes }) => {
  test.skipIf(!isHere).each([
    ['forward', forward],
    ['back', back],
  ])('as clocks go %s nothing arrives twice or gets lost', { timeout: 240_000 }, async (_, start) => {
    const place = await openLedgerPlace(ledger)
    onTestFinished(place.remove)
    const outcome = await simulate({
      place,
      briefings: fixtureBriefings,
      briefing: 'ferry-2031',
      startMs: Date.parse(start),
      crashes,
      random: seededRandom(Date.parse(start)).next,
    })
    expect(outcome.faults).toEqual([])
    expect(outcome).toMatchObject({ doubled: 0, lost: 0 })
    expect(Object.values(outcome.crashes).reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(crashes)
    expect(outcome.delivered).toBeGreaterThan(crashes / 3)
    expect(outcome.pictured).toBeGreaterThan(2)
  })
})
