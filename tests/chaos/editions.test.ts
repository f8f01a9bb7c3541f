// Why the digests of `npm run chaos` have pictures, and not all of them.

import { expect, test } from 'vitest'
import { openEditions } from '../../chaos/editions.ts'
import { openPreparing } from '../../src/core/digests/prepareDigest.ts'
import { engineOf } from '../../src/core/enginesOf.ts'
import { openBriefing } from '../../src/storage/briefings.ts'
import { memorySnapshots } from '../fakes/memoryLedger.ts'
import { fixtureBriefings } from '../runSitrep.ts'

const HOUR_MS = 3_600_000

test('a first digest has no picture, one of the next edition shows its figure, and one in between says nothing new', async () => {
  const prepare = openPreparing(memorySnapshots())
  let nowMs = Date.parse('2031-03-30T00:00Z')
  const library = openEditions(await openBriefing(fixtureBriefings, 'ferry-2031'), () => nowMs)
  let told: string | undefined
  const digestAfter = async (hours: number) => {
    nowMs += hours * HOUR_MS
    const engine = engineOf(library, 'ferry-2031')
    const prepared = engine === undefined ? undefined : await prepare(engine, 'changes', told, nowMs)
    told = prepared?.told
    return prepared?.digest
  }
  expect(await digestAfter(0)).toMatchObject({ isNothingNew: false, card: { picture: undefined } })
  expect(await digestAfter(1)).toMatchObject({ isNothingNew: true, card: { picture: undefined } })
  expect((await digestAfter(1))?.card.picture?.alt).toContain('7 passengers')
  expect((await digestAfter(2))?.card.picture?.alt).toContain('7 passengers')
})
