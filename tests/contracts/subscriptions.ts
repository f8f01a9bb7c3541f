// What every adapter of Subscriptions does.

import { expect, test } from 'vitest'
import type { Subscription, Subscriptions } from '../../src/core/digests/subscriptions.ts'
import { aSubscription } from '../fakes/subscriptions.ts'

export function subscriptionsContract(open: () => Promise<Subscriptions>): void {
  const openWith = async (...given: readonly Partial<Subscription>[]) => {
    const subscriptions = await open()
    for (const one of given) expect(await subscriptions.add(aSubscription(one))).toBe(true)
    return subscriptions
  }
  const ids = (list: readonly Subscription[]) => list.map(({ id }) => id)

  test('a subscription is listed as it was added', async () => {
    const full = aSubscription({
      id: 'a',
      isQuiet: true,
      mode: 'replay',
      origin: 'declared',
      note: 'Кто? 😀',
      dueMs: 2e12,
    })
    const sparse = aSubscription({ id: 'b', admin: undefined, status: 'paused', dueMs: 2e12 })
    const subscriptions = await openWith(full, sparse)
    expect(await subscriptions.list({})).toEqual([full, sparse])
  })

  test('the first under an id stays', async () => {
    const subscriptions = await openWith({ id: 'a', zone: 'Asia/Almaty' })
    expect(await subscriptions.add(aSubscription({ id: 'a', zone: 'UTC' }))).toBe(false)
    expect(await subscriptions.list({})).toMatchObject([{ zone: 'Asia/Almaty' }])
  })

  test('a change touches what is given and nothing else', async () => {
    const before = aSubscription({ id: 'a', note: 'the channel is gone', status: 'paused' })
    const subscriptions = await openWith(before, { id: 'b' })
    expect(await subscriptions.change('a', { status: 'active', note: undefined, isQuiet: true })).toBe(true)
    expect(await subscriptions.change('a', {})).toBe(true)
    expect(await subscriptions.list({})).toEqual([
      { ...before, status: 'active', note: undefined, isQuiet: true },
      aSubscription({ id: 'b' }),
    ])
  })

  test('changes to different things at once are all kept', async () => {
    const subscriptions = await openWith({ id: 'a' })
    await Promise.all([
      subscriptions.change('a', { dueMs: 5 }),
      subscriptions.change('a', { status: 'paused', note: 'by an admin' }),
      subscriptions.change('a', { zone: 'Europe/Dublin' }),
    ])
    expect(await subscriptions.list({ id: 'a' })).toMatchObject([
      { dueMs: 5, status: 'paused', note: 'by an admin', zone: 'Europe/Dublin' },
    ])
  })

  test('one that is removed is gone, and what is not there can be neither changed nor removed', async () => {
    const subscriptions = await openWith({ id: 'a' }, { id: 'b' })
    expect(await subscriptions.remove('a')).toBe(true)
    expect(await subscriptions.remove('a')).toBe(false)
    expect(await subscriptions.change('a', { dueMs: 1 })).toBe(false)
    expect(await subscriptions.change('a', {})).toBe(false)
    expect(ids(await subscriptions.list({}))).toEqual(['b'])
  })

  test('a list is in the order of what is due, then of ids, and as long as asked', async () => {
    const subscriptions = await openWith(
      { id: 'c', dueMs: 1 },
      { id: 'a', dueMs: 2 },
      { id: 'a-b', dueMs: 1 },
      { id: 'ab', dueMs: 1 },
    )
    expect(ids(await subscriptions.list({}))).toEqual(['a-b', 'ab', 'c', 'a'])
    expect(ids(await subscriptions.list({ limit: 2 }))).toEqual(['a-b', 'ab'])
    expect(await subscriptions.list({ limit: 0 })).toEqual([])
  })

  test('all conditions of a filter hold', async () => {
    const elsewhere = { platform: 'discord', tenant: '100', channel: '201' } as const
    const subscriptions = await openWith(
      { id: 'a', dueMs: 1 },
      { id: 'b', dueMs: 2, place: elsewhere },
      { id: 'c', dueMs: 3, origin: 'declared' },
      { id: 'd', dueMs: 1, status: 'paused' },
      { id: 'e', dueMs: 1, place: { ...elsewhere, platform: 'slack' } },
    )
    expect(ids(await subscriptions.list({ id: 'b' }))).toEqual(['b'])
    expect(ids(await subscriptions.list({ place: elsewhere }))).toEqual(['b'])
    expect(ids(await subscriptions.list({ origin: 'declared' }))).toEqual(['c'])
    expect(ids(await subscriptions.list({ dueByMs: 2 }))).toEqual(['a', 'e', 'b'])
    expect(ids(await subscriptions.list({ dueByMs: 2, place: elsewhere }))).toEqual(['b'])
    expect(await subscriptions.list({ id: 'c', place: elsewhere })).toEqual([])
  })
}
