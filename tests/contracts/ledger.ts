// What every adapter of the delivery ledger does. The clock is set; no test waits.

import { expect, test } from 'vitest'
import {
  type Claimed,
  type ClaimOrder,
  LEASE_MS,
  type Ledger,
  type NewDelivery,
} from '../../src/core/digests/ledger.ts'
import { aDelivery, aFrozen } from '../fakes/deliveries.ts'
import { letPass, stopTheClock } from './theClock.ts'

const order: ClaimOrder = { limit: 10, platform: 'discord' }
const MINUTE_MS = 60_000

/** A period that starts so many minutes after the others' first. */
const at = (minute: number) => ({ start: '2031-03-04T09:00', startMs: Date.UTC(2031, 2, 4, 9, minute) })

export function ledgerContract(open: () => Promise<Ledger>): void {
  stopTheClock()

  const openWith = async (...given: readonly Partial<NewDelivery>[]) => {
    const ledger = await open()
    await ledger.plan(given.map(aDelivery))
    return ledger
  }
  /** Claims what must be one. */
  const claimOne = async (ledger: Ledger): Promise<Claimed> => {
    const [one, ...more] = await ledger.claim(order)
    if (one === undefined || more.length > 0) throw new Error(`one delivery was to be claimed, not ${more.length}`)
    return one
  }
  const keys = (list: readonly { key: string }[]) => list.map(({ key }) => key)

  test('a planned delivery is listed with what it was planned with, and nothing done yet', async () => {
    const planned = aDelivery({ key: 'a', isLate: true, note: 'Кто? 😀' })
    const ledger = await openWith(planned)
    expect(await ledger.list({})).toEqual([
      { ...planned, attempts: 0, sendingMs: undefined, notBeforeMs: 0, frozen: undefined, message: undefined },
    ])
  })

  test('planning again does nothing, and says which were added', async () => {
    const ledger = await openWith({ key: 'a', note: 'first' })
    const again = [aDelivery({ key: 'b' }), aDelivery({ key: 'a', note: 'second' })]
    expect(await ledger.plan(again)).toEqual(['b'])
    expect(await ledger.plan(again)).toEqual([])
    expect(await ledger.plan([])).toEqual([])
    expect(await ledger.list({ key: 'a' })).toMatchObject([{ note: 'first' }])
  })

  test('of many that plan the same at once each delivery is added by one', async () => {
    const ledger = await open()
    const all = Array.from({ length: 50 }, (_, i) => aDelivery({ key: `k${i}`, subscription: `s${i}` }))
    const added = await Promise.all([all, [...all].reverse(), all, [...all].reverse()].map((some) => ledger.plan(some)))
    expect(added.flat().sort()).toEqual(keys(all).sort())
  })

  test('a delivery can be claimed by one, until its lease runs out', async () => {
    const ledger = await openWith({ key: 'a' })
    expect(await claimOne(ledger)).toMatchObject({ key: 'a', state: 'planned', token: 1 })
    await letPass(LEASE_MS - 1000)
    expect(await ledger.claim(order)).toEqual([])
    await letPass(MINUTE_MS + 1001)
    expect(await claimOne(ledger)).toMatchObject({ key: 'a', token: 2 })
  })

  test('of many that claim at once each delivery goes to one', async () => {
    const ledger = await open()
    const all = Array.from({ length: 60 }, (_, i) => aDelivery({ key: `k${i}`, subscription: `s${i}` }))
    await ledger.plan(all)
    const claimed = await Promise.all(Array.from({ length: 12 }, () => ledger.claim(order)))
    const rest = await ledger.claim({ ...order, limit: 100 })
    expect(keys([...claimed.flat(), ...rest]).sort()).toEqual(keys(all).sort())
  })

  test('what is claimed comes earliest period first, then by key, as many as asked', async () => {
    const ledger = await openWith(
      { key: 'c', subscription: 's1', period: at(2) },
      { key: 'b', subscription: 's2', period: at(1) },
      { key: 'B', subscription: 's3', period: at(1) },
      { key: 'a', subscription: 's4', period: at(3) },
    )
    expect(keys(await ledger.claim({ ...order, limit: 3 }))).toEqual(['B', 'b', 'c'])
    expect(keys(await ledger.claim(order))).toEqual(['a'])
  })

  test('each platform is claimed for itself', async () => {
    const ledger = await openWith(
      { key: 'a', subscription: 's1' },
      { key: 'b', subscription: 's2', place: { platform: 'slack', tenant: 'T1', channel: 'C1' } },
    )
    expect(keys(await ledger.claim({ ...order, platform: 'slack' }))).toEqual(['b'])
    expect(keys(await ledger.claim(order))).toEqual(['a'])
  })

  test('what is recorded is there with the next claim, and nothing else has changed', async () => {
    const ledger = await openWith({ key: 'a', note: 'late' })
    const first = await claimOne(ledger)
    expect(await ledger.record(first, { frozen: aFrozen })).toBe(true)
    expect(await ledger.record(first, { state: 'sending', attempts: 1, sendingMs: 1001 })).toBe(true)
    await letPass(LEASE_MS + MINUTE_MS)
    const { token, ...second } = await claimOne(ledger)
    expect(second).toEqual({
      ...aDelivery({ key: 'a', note: 'late' }),
      ...{ state: 'sending', attempts: 1, sendingMs: 1001, notBeforeMs: 0, frozen: aFrozen, message: undefined },
    })
    expect(token).toBe(2)
    expect(await ledger.record({ key: 'a', token }, { state: 'sent', message: 'm1', note: undefined })).toBe(true)
    expect(await ledger.list({})).toEqual([{ ...second, state: 'sent', message: 'm1', note: undefined }])
  })

  test('who has lost the claim can record nothing any more', async () => {
    const ledger = await openWith({ key: 'a' })
    const slow = await claimOne(ledger)
    await letPass(LEASE_MS + MINUTE_MS)
    const quick = await claimOne(ledger)
    expect(await ledger.record(slow, { state: 'sent', message: 'm1' })).toBe(false)
    expect(await ledger.record({ key: 'b', token: 1 }, { attempts: 1 })).toBe(false)
    expect(await ledger.list({})).toMatchObject([{ state: 'planned', message: undefined }])
    expect(await ledger.record(quick, { state: 'sending' })).toBe(true)
  })

  test('a lease that has run out, and that nobody has taken over, still records', async () => {
    const ledger = await openWith({ key: 'a' })
    const slow = await claimOne(ledger)
    await letPass(LEASE_MS + MINUTE_MS)
    expect(await ledger.claim({ ...order, limit: 0 })).toEqual([])
    expect(await ledger.record(slow, { state: 'sent' })).toBe(true)
  })

  test.each(['sent', 'unknown', 'failed', 'skipped', 'silent'] as const)('nothing follows %s', async (state) => {
    const ledger = await openWith({ key: 'a' })
    const claimed = await claimOne(ledger)
    expect(await ledger.record(claimed, { state })).toBe(true)
    expect(await ledger.record(claimed, { state: 'planned' })).toBe(false)
    await letPass(LEASE_MS + MINUTE_MS)
    expect(await ledger.claim(order)).toEqual([])
    expect(await ledger.list({})).toMatchObject([{ state }])
  })

  test('what is let go of can be taken again when its time has come', async () => {
    const ledger = await openWith({ key: 'a' })
    const claimed = await claimOne(ledger)
    const notBeforeMs = Date.now() + 500
    await ledger.record(claimed, { state: 'planned', notBeforeMs })
    await letPass(499)
    expect(await ledger.claim(order)).toEqual([])
    await letPass(1)
    expect(await claimOne(ledger)).toMatchObject({ key: 'a', notBeforeMs, token: 2 })
  })

  test("a subscription's digests go one after another; others and notices do not wait", async () => {
    const ledger = await openWith(
      { key: 'monday', subscription: 's1', period: at(1) },
      { key: 'tuesday', subscription: 's1', period: at(2) },
      { key: 'notice', subscription: 's1', period: at(3), kind: 'notice' },
      { key: 'other', subscription: 's2', period: at(4) },
    )
    const [monday, ...rest] = await ledger.claim(order)
    expect(keys(rest)).toEqual(['notice', 'other'])
    // Waiting to be tried again is not at rest.
    await ledger.record(monday ?? { key: '', token: 0 }, { notBeforeMs: Date.now() + 1000 })
    for (const one of rest) await ledger.record(one, { state: 'sent' })
    await letPass(500)
    expect(await ledger.claim(order)).toEqual([])
    await letPass(500)
    await ledger.record(await claimOne(ledger), { state: 'failed' })
    expect(keys(await ledger.claim(order))).toEqual(['tuesday'])
  })

  test('a delivery that is planned as skipped is at rest', async () => {
    const ledger = await openWith({ key: 'a', state: 'skipped', note: 'too old' })
    expect(await ledger.claim(order)).toEqual([])
    expect(await ledger.list({})).toMatchObject([{ state: 'skipped', note: 'too old' }])
  })

  test('a list is latest period first, then by key; all conditions of its filter hold', async () => {
    const ledger = await openWith(
      { key: 'a', subscription: 's1', period: at(1) },
      { key: 'c', subscription: 's1', period: at(2), state: 'skipped' },
      { key: 'b', subscription: 's2', period: at(2), kind: 'notice' },
    )
    expect(keys(await ledger.list({}))).toEqual(['b', 'c', 'a'])
    expect(keys(await ledger.list({ limit: 2 }))).toEqual(['b', 'c'])
    expect(keys(await ledger.list({ key: 'c' }))).toEqual(['c'])
    expect(keys(await ledger.list({ subscription: 's1' }))).toEqual(['c', 'a'])
    expect(keys(await ledger.list({ kind: 'notice' }))).toEqual(['b'])
    expect(keys(await ledger.list({ states: ['skipped', 'sent'] }))).toEqual(['c'])
    expect(await ledger.list({ states: [] })).toEqual([])
    expect(await ledger.list({ subscription: 's2', states: ['skipped'] })).toEqual([])
  })
}
