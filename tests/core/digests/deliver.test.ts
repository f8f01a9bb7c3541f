import { describe, expect, test } from 'vitest'
import type { Found, Outcome } from '../../../src/core/digests/courier.ts'
import { openDigestWorld } from '../../fakes/digestWorld.ts'
import { scriptedCourier } from '../../fakes/scriptedCourier.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const unclear: Outcome = { kind: 'unclear', reason: 'no reply' }
const limited: Outcome = { kind: 'rate limited', retryAfterMs: 40_000 }
const unreachable: Outcome = { kind: 'unreachable', reason: 'nobody there' }
const refused: Outcome = { kind: 'refused', reason: 'the channel is gone' }
const discordLike = { repeatableForMs: MINUTE_MS, settlesAfterMs: MINUTE_MS }

describe('delivering', () => {
  test('a digest that is due is sent once, with what the channel was told', async () => {
    const world = openDigestWorld()
    const courier = scriptedCourier()
    await world.subscribe()
    await world.run(courier)
    expect(await world.digests()).toMatchObject([
      {
        ...{ state: 'sent', message: 'm1', attempts: 1, isLate: false },
        period: { start: '2031-05-02T09:00' },
        frozen: { told: expect.stringMatching(/^snapshot:/) },
      },
    ])
    expect(await world.run(courier)).toBe(0)
    expect(courier.posted).toHaveLength(1)
    expect(world.counted).toEqual(['slack sent'])
  })

  test('its buttons are answered by its reference', async () => {
    const world = openDigestWorld()
    const courier = scriptedCourier()
    await world.subscribe()
    await world.run(courier)
    const [{ key = '' } = {}] = await world.digests()
    const asked = await world.tools.handles.find(courier.posted[0]?.reference ?? '')
    expect(asked?.request).toMatchObject({ kind: 'digest', order: { kind: 'sent', delivery: key } })
  })

  test('the next one tells what is new since then', async () => {
    const world = openDigestWorld()
    const courier = scriptedCourier()
    await world.subscribe()
    await world.run(courier)
    world.pass(24 * HOUR_MS)
    await world.run(courier)
    expect(courier.posted[1]?.payload).toBe('Nothing new (since the last digest).')
  })

  test('where nothing is new, a quiet channel hears nothing', async () => {
    const world = openDigestWorld()
    const courier = scriptedCourier()
    await world.subscribe({ isQuiet: true })
    await world.run(courier)
    world.pass(24 * HOUR_MS)
    await world.run(courier)
    expect((await world.digests()).map(({ state }) => state)).toEqual(['silent', 'sent'])
    expect(courier.posted).toHaveLength(1)
  })

  test('one that was missed says that it is late', async () => {
    const world = openDigestWorld('2031-05-02T11:00:00Z')
    const courier = scriptedCourier()
    await world.subscribe()
    await world.run(courier)
    expect(courier.posted[0]?.payload).toMatch(/^Late: this digest was due 2031-05-02 09:00 \(UTC\)\.\n/)
  })

  test('a subscription that was paused meanwhile gets nothing', async () => {
    const world = openDigestWorld()
    const courier = scriptedCourier([limited])
    const { id } = await world.subscribe()
    await world.run(courier)
    await world.tools.subscriptions.change(id, { status: 'paused' })
    world.pass(MINUTE_MS)
    await world.run(courier)
    expect(await world.digests()).toMatchObject([{ state: 'skipped', note: 'its subscription was paused or removed' }])
    expect(courier.posted).toHaveLength(1)
  })

  test('after its last day a replay is paused', async () => {
    const world = openDigestWorld()
    const courier = scriptedCourier()
    const { id } = await world.subscribe({ mode: 'replay', schedule: '0 * * * *' })
    for (let hour = 0; hour < 9; hour += 1) {
      await world.run(courier)
      world.pass(HOUR_MS)
    }
    expect(courier.posted).toHaveLength(7)
    expect(courier.posted.at(-1)?.payload).toMatch(/^Replay, day 7 of 7/)
    expect(await world.tools.subscriptions.list({ id })).toMatchObject([
      { status: 'paused', note: 'the replay is over' },
    ])
  })
})

describe('a platform that does not take it now', () => {
  test('a rate limit is waited for as long as the platform says', async () => {
    const world = openDigestWorld()
    const courier = scriptedCourier([limited])
    await world.subscribe()
    await world.run(courier)
    expect(await world.digests()).toMatchObject([{ state: 'planned', notBeforeMs: world.nowMs() + 40_000 }])
    world.pass(39_000)
    expect(await world.run(courier)).toBe(0)
    world.pass(1000)
    await world.run(courier)
    expect(await world.digests()).toMatchObject([{ state: 'sent', attempts: 2 }])
    expect(courier.looks).toEqual([])
  })

  test('each attempt sends the same bytes', async () => {
    const world = openDigestWorld()
    const courier = scriptedCourier([limited, unreachable])
    await world.subscribe()
    for (let i = 0; i < 3; i += 1) {
      await world.run(courier)
      world.pass(HOUR_MS)
    }
    expect(new Set(courier.posted.map(({ payload }) => payload)).size).toBe(1)
    expect(courier.posted).toHaveLength(3)
  })

  test('one that cannot be reached is tried less and less often, and then rests where the operator sees it', async () => {
    const world = openDigestWorld()
    const courier = scriptedCourier(Array.from({ length: 200 }, () => unreachable))
    await world.subscribe()
    while ((await world.digests())[0]?.state !== 'failed') {
      await world.run(courier)
      world.pass(MINUTE_MS)
    }
    expect(courier.posted.length).toBeGreaterThan(20)
    expect(courier.posted.length).toBeLessThan(60)
    expect(await world.digests()).toMatchObject([
      { note: expect.stringMatching(/^given up after \d+ attempts: nobody there$/) },
    ])
    expect(world.log.lines.at(-1)).toMatchObject({ level: 'error', event: 'a delivery came to rest unsent' })
    expect(await world.notices()).toHaveLength(1)
  })

  test('one that was missed until just before the grace time ends is carried through beyond it', async () => {
    const world = openDigestWorld('2031-05-02T14:59:30Z')
    const courier = scriptedCourier([limited])
    await world.subscribe()
    await world.run(courier)
    world.pass(MINUTE_MS)
    await world.run(courier)
    expect(await world.digests()).toMatchObject([{ state: 'sent', attempts: 2, isLate: true }])
  })

  test('though for an hour at most', async () => {
    const world = openDigestWorld('2031-05-02T14:59:30Z')
    const courier = scriptedCourier(Array.from({ length: 200 }, () => unreachable))
    await world.subscribe()
    while ((await world.digests())[0]?.state !== 'failed') {
      await world.run(courier)
      world.pass(MINUTE_MS)
    }
    expect(world.nowMs()).toBeGreaterThan(Date.parse('2031-05-02T16:00:00Z'))
    expect(world.nowMs()).toBeLessThan(Date.parse('2031-05-02T16:15:00Z'))
  })

  test('a channel that is gone pauses the subscription, and its admin is told once', async () => {
    const world = openDigestWorld()
    const courier = scriptedCourier([refused])
    const { id } = await world.subscribe()
    await world.run(courier)
    expect(await world.digests()).toMatchObject([{ state: 'failed', note: 'the channel is gone' }])
    expect(await world.tools.subscriptions.list({ id })).toMatchObject([
      { status: 'paused', note: 'the channel is gone' },
    ])
    await world.run(courier)
    world.pass(48 * HOUR_MS)
    await world.run(courier)
    expect(courier.posted[1]).toMatchObject({ isDirect: true, place: { channel: 'U1' } })
    expect(courier.posted[1]?.payload).toContain(`The subscription ${id} is paused`)
    expect(courier.posted).toHaveLength(2)
  })

  test('an admin who cannot be told either is no reason for another notice', async () => {
    const world = openDigestWorld()
    const courier = scriptedCourier([refused, refused])
    await world.subscribe()
    await world.run(courier)
    await world.run(courier)
    expect(await world.notices()).toMatchObject([{ state: 'failed' }])
    expect(await world.run(courier)).toBe(0)
  })
})

describe('an outcome that is not known', () => {
  /** A call without a reply, and what is found when it is looked for. */
  async function afterDoubt(...founds: readonly Found[]) {
    const world = openDigestWorld()
    const courier = scriptedCourier([unclear], founds)
    await world.subscribe()
    await world.run(courier)
    world.pass(MINUTE_MS)
    await world.run(courier)
    return { world, courier, delivery: (await world.digests())[0] }
  }

  test('is not sent again before a look', async () => {
    const { courier, delivery } = await afterDoubt({ kind: 'found', message: 'm7' })
    expect(delivery).toMatchObject({ state: 'sent', message: 'm7' })
    expect(courier.posted).toHaveLength(1)
    expect(courier.looks).toEqual([{ reference: courier.posted[0]?.reference, sinceMs: expect.any(Number) }])
  })

  test('is not looked for before a call that is under way must have ended', async () => {
    const world = openDigestWorld()
    const courier = scriptedCourier([unclear])
    await world.subscribe()
    await world.run(courier)
    world.pass(59_000)
    await world.run(courier)
    expect(courier.looks).toEqual([])
  })

  test('is sent again where it surely is not there', async () => {
    const { courier, delivery } = await afterDoubt({ kind: 'absent' })
    expect(delivery).toMatchObject({ state: 'sent', attempts: 2 })
    expect(courier.posted).toHaveLength(2)
  })

  test('stays unknown where nobody can look, and the admin is told', async () => {
    const { world, courier, delivery } = await afterDoubt({ kind: 'unreadable', reason: 'no right to read' })
    expect(delivery).toMatchObject({ state: 'unknown', note: expect.stringContaining('no right to read') })
    await world.run(courier)
    expect(await world.notices()).toMatchObject([{ state: 'sent' }])
    expect(courier.posted.at(-1)).toMatchObject({ isDirect: true, payload: expect.stringContaining('Please look') })
    expect(courier.posted.filter(({ isDirect }) => !isDirect)).toHaveLength(1)
  })

  test('is looked for again later where the look failed', async () => {
    const later: Found = { kind: 'later', retryAfterMs: 30_000, reason: 'busy' }
    const { world, courier, delivery } = await afterDoubt(later, { kind: 'found', message: 'm7' })
    expect(delivery).toMatchObject({ state: 'sending', note: 'busy' })
    world.pass(30_000)
    await world.run(courier)
    expect(await world.digests()).toMatchObject([{ state: 'sent', message: 'm7' }])
  })

  test('a message of a crashed process is looked for by the next', async () => {
    const world = openDigestWorld()
    await world.subscribe()
    const dying = { ...scriptedCourier(), post: () => new Promise<never>(() => {}) }
    void world.run(dying)
    await new Promise((resolve) => setTimeout(resolve, 10))
    expect(await world.digests()).toMatchObject([{ state: 'sending' }])
    world.pass(2 * MINUTE_MS)
    const courier = scriptedCourier([], [{ kind: 'found', message: 'm7' }])
    await world.run(courier)
    expect(await world.digests()).toMatchObject([{ state: 'sent', message: 'm7' }])
    expect(courier.posted).toEqual([])
  })

  test('where the platform knows a repeated call, it is made again at once and looked for afterwards', async () => {
    const world = openDigestWorld()
    const courier = scriptedCourier([unclear, limited], [{ kind: 'found', message: 'm7' }], discordLike)
    await world.subscribe()
    await world.run(courier)
    world.pass(10_000)
    await world.run(courier)
    // The second call met a limit, which says nothing of the first.
    expect(await world.digests()).toMatchObject([{ state: 'sending', attempts: 2 }])
    world.pass(MINUTE_MS)
    await world.run(courier)
    expect(courier.looks).toHaveLength(1)
    expect(await world.digests()).toMatchObject([{ state: 'sent', message: 'm7' }])
  })

  test('a clock that was set back makes no old call young', async () => {
    const world = openDigestWorld()
    const courier = scriptedCourier([unclear], [{ kind: 'found', message: 'm7' }], discordLike)
    await world.subscribe()
    await world.run(courier)
    world.pass(HOUR_MS)
    const [claimed] = await world.tools.ledger.claim({ limit: 1, platform: 'slack' })
    world.pass(-HOUR_MS - 30_000)
    const { deliver } = await import('../../../src/core/digests/deliver.ts')
    if (claimed !== undefined) await deliver(claimed, courier, world.tools)
    expect(courier.posted).toHaveLength(1)
    expect(await world.digests()).toMatchObject([{ state: 'sent' }])
  })
})
