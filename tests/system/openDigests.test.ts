import { describe, expect, test, vi } from 'vitest'
import type { Courier } from '../../src/core/digests/courier.ts'
import { type DigestsOptions, openDigests } from '../../src/system/openDigests.ts'
import { openDigestWorld } from '../fakes/digestWorld.ts'
import { scriptedCourier } from '../fakes/scriptedCourier.ts'

function open(courier: Courier, change: (tools: DigestsOptions) => Partial<DigestsOptions> = () => ({})) {
  const world = openDigestWorld()
  let wake = () => {}
  const options: DigestsOptions = {
    ...world.tools,
    couriers: { slack: courier },
    callsPerSecond: 1000,
    wake: (look) => {
      wake = look
      return { stop: () => {} }
    },
  }
  const digests = openDigests({ ...options, ...change(options) })
  return { world, digests, wake: () => wake() }
}

describe('running deliveries', () => {
  test('what is due at the start is delivered, and what becomes due with a later wake', async () => {
    const courier = scriptedCourier()
    const { world, digests, wake } = open(courier)
    await world.subscribe()
    digests.start()
    await vi.waitFor(() => expect(courier.posted).toHaveLength(1))
    await vi.waitFor(async () => expect((await world.digests())[0]?.state).toBe('sent'))
    world.pass(24 * 3_600_000)
    await vi.waitFor(() => {
      wake()
      expect(courier.posted).toHaveLength(2)
    })
    await digests.stop()
    expect(digests.health()).toEqual({ state: 'ready' })
  })

  test('a stop waits for what is being sent, and nothing is claimed after it', async () => {
    let reply = () => {}
    const slow: Courier = {
      ...scriptedCourier(),
      post: () => new Promise((resolve) => (reply = () => resolve({ kind: 'sent', message: 'm1' }))),
    }
    const { world, digests, wake } = open(slow)
    await world.subscribe()
    digests.start()
    await vi.waitFor(async () => expect((await world.digests())[0]?.state).toBe('sending'))
    const stopped = digests.stop()
    await world.subscribe({ id: 'sub2', place: { platform: 'slack', tenant: 'T1', channel: 'C2' } })
    wake()
    reply()
    await stopped
    expect((await world.digests()).map(({ state }) => state)).toEqual(['sent'])
  })

  test('what waits for its turn at a stop is let go of at once, and not sent', async () => {
    const courier = scriptedCourier()
    const { world, digests } = open(courier, () => ({ callsPerSecond: 1 }))
    for (let i = 0; i < 30; i += 1)
      await world.subscribe({ id: `sub${i}`, place: { platform: 'slack', tenant: 'T1', channel: `C${i}` } })
    digests.start()
    await vi.waitFor(() => expect(courier.posted).toHaveLength(1))
    await digests.stop()
    const left = await world.tools.ledger.claim({ limit: 100, platform: 'slack' })
    expect(left).toHaveLength(30 - courier.posted.length)
    expect(courier.posted.length).toBeLessThan(3)
  })

  test('the trouble of one delivery does not stop the others', async () => {
    const good = scriptedCourier()
    const courier: Courier = {
      ...good,
      post: async (posting) => {
        if (posting.place.channel === 'C1') throw new Error('a fault of ours')
        return good.post(posting)
      },
    }
    const { world, digests } = open(courier)
    await world.subscribe()
    await world.subscribe({ id: 'sub2', place: { platform: 'slack', tenant: 'T1', channel: 'C2' } })
    digests.start()
    await vi.waitFor(() => expect(good.posted).toHaveLength(1))
    await digests.stop()
    expect(world.log.lines).toContainEqual(expect.objectContaining({ event: 'a delivery could not go on' }))
  })

  test('a ledger that fails shows in the health, is said once, and is tried again', async () => {
    let isBroken = true
    const courier = scriptedCourier()
    const { world, digests, wake } = open(courier, ({ subscriptions }) => ({
      subscriptions: {
        ...subscriptions,
        list: async (filter) => {
          if (isBroken) throw new Error('no connection')
          return subscriptions.list(filter)
        },
      },
    }))
    await world.subscribe()
    digests.start()
    const failed = { state: 'failed', message: 'deliveries cannot go on: no connection' }
    await vi.waitFor(() => expect(digests.health()).toEqual(failed))
    wake()
    await vi.waitFor(() => expect(digests.health()).toEqual(failed))
    isBroken = false
    await vi.waitFor(() => {
      wake()
      expect(courier.posted).toHaveLength(1)
    })
    await digests.stop()
    expect(digests.health()).toEqual({ state: 'ready' })
    expect(world.log.lines.filter(({ event }) => event === 'deliveries cannot go on')).toHaveLength(1)
  })

  test('calls keep below the platform’s limit', async () => {
    const times: number[] = []
    const good = scriptedCourier()
    const courier: Courier = {
      ...good,
      post: async (posting) => {
        times.push(performance.now())
        return good.post(posting)
      },
    }
    const { world, digests } = open(courier, () => ({ callsPerSecond: 5 }))
    for (let i = 0; i < 8; i += 1)
      await world.subscribe({ id: `sub${i}`, place: { platform: 'slack', tenant: 'T1', channel: `C${i}` } })
    digests.start()
    await vi.waitFor(() => expect(good.posted).toHaveLength(8), { timeout: 5000 })
    await digests.stop()
    expect((times[5] ?? 0) - (times[0] ?? 0)).toBeGreaterThan(900)
  })
})
