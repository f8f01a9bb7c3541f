// Every port of the state, on its fake and on each database.

import { describe } from 'vitest'
import type { StateOptions } from '../../../src/storage/state/openState.ts'
import { claimsContract } from '../../contracts/claims.ts'
import { gapsContract } from '../../contracts/gaps.ts'
import { handlesContract } from '../../contracts/handles.ts'
import { lastLooksContract } from '../../contracts/lastLooks.ts'
import { ledgerContract } from '../../contracts/ledger.ts'
import { snapshotsContract } from '../../contracts/snapshots.ts'
import { subscriptionsContract } from '../../contracts/subscriptions.ts'
import { clock } from '../../contracts/theClock.ts'
import { threadsContract } from '../../contracts/threads.ts'
import { vaultContract } from '../../contracts/vault.ts'
import { backends, type TestState } from '../../fakes/backends.ts'
import { memoryClaims } from '../../fakes/memoryClaims.ts'
import { memoryGaps } from '../../fakes/memoryGaps.ts'
import { memoryHandles } from '../../fakes/memoryHandles.ts'
import { memoryLastLooks } from '../../fakes/memoryLastLooks.ts'
import { memoryLedger, memorySnapshots } from '../../fakes/memoryLedger.ts'
import { memorySubscriptions } from '../../fakes/memorySubscriptions.ts'
import { memoryThreads } from '../../fakes/memoryThreads.ts'
import { memoryVault } from '../../fakes/memoryVault.ts'

type Ports = Omit<TestState, 'check' | 'close'>

const inMemory = (): Ports => ({
  threads: memoryThreads(clock),
  handles: memoryHandles(clock),
  gaps: memoryGaps(),
  claims: memoryClaims(clock),
  lastLooks: memoryLastLooks(),
  vault: memoryVault(),
  subscriptions: memorySubscriptions(),
  ledger: memoryLedger(clock),
  snapshots: memorySnapshots(),
  keepJobsWithTheClock: async () => {},
})

const onBackends = (suffix: string, options: Pick<StateOptions, 'writeBehindMs'>) =>
  backends.map(({ name, isHere, open }) => ({
    name: `${name}${suffix}`,
    isHere,
    open: () => open({ clock, key: 'a key for tests', ...options }),
  }))

const all = [
  { name: 'in memory', isHere: true, open: async (): Promise<Ports> => inMemory() },
  ...onBackends('', {}),
  ...onBackends(', written behind', { writeBehindMs: 20 }),
]

describe.each(all)('$name', ({ isHere, open }) => {
  describe.skipIf(!isHere)('keeps', () => {
    describe('threads', () => threadsContract(async () => (await open()).threads))
    describe('handles', () => handlesContract(async () => (await open()).handles))
    describe('gaps', () => gapsContract(async () => (await open()).gaps))
    describe('claims', () => claimsContract(async () => (await open()).claims))
    describe('last looks', () => lastLooksContract(async () => (await open()).lastLooks))
    describe('secrets', () => vaultContract(async () => (await open()).vault))
    describe('subscriptions', () => subscriptionsContract(async () => (await open()).subscriptions))
    describe('deliveries', () =>
      ledgerContract(async () => {
        const state = await open()
        await state.keepJobsWithTheClock()
        return state.ledger
      }))
    describe('snapshots', () => snapshotsContract(async () => (await open()).snapshots))
  })
})
