// A smaller run of `npm run chaos`: real processes, really killed, over both changes of the clocks.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { seededRandom } from '../../bench/seededRandom.ts'
import { simulate } from '../../chaos/simulate.ts'
import { fixtureBriefings } from '../runSitrep.ts'

const CRASHES = 52

describe('schedulers that are killed at any step, and platforms that fail', () => {
  test.each([
    ['forward', '2031-03-29T23:00Z'],
    ['back', '2031-10-25T22:00Z'],
  ])('as clocks go %s nothing arrives twice or gets lost', { timeout: 240_000 }, async (_, start) => {
    const folder = await mkdtemp(join(tmpdir(), 'sitrep-chaos-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    const outcome = await simulate({
      state: join(folder, 'state.sqlite'),
      briefings: fixtureBriefings,
      briefing: 'ferry-2031',
      startMs: Date.parse(start),
      crashes: CRASHES,
      random: seededRandom(Date.parse(start)).next,
    })
    expect(outcome.faults).toEqual([])
    expect(outcome).toMatchObject({ doubled: 0, lost: 0 })
    expect(Object.values(outcome.crashes).reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(CRASHES)
    expect(outcome.delivered).toBeGreaterThan(20)
    expect(outcome.pictured).toBeGreaterThan(2)
  })
})
