import { describe, expect, test } from 'vitest'
import type { DigestOrder } from '../../../src/core/desk/digestOrder.ts'
import type { Visit } from '../../../src/core/desk/request.ts'
import { openDigestDesk } from '../../../src/core/digests/digestDesk.ts'
import { engineOf } from '../../fakes/asking.ts'
import { openDigestWorld } from '../../fakes/digestWorld.ts'
import { memoryLastLooks } from '../../fakes/memoryLastLooks.ts'
import { scriptedCourier } from '../../fakes/scriptedCourier.ts'
import { tramStrike } from '../../fakes/tramStrike.ts'

const manager: Visit = {
  platform: 'slack',
  tenant: 'T1',
  channel: 'C1',
  user: 'U7',
  thread: undefined,
  mayManage: true,
}
const morning: DigestOrder = {
  kind: 'subscribe',
  briefing: undefined,
  schedule: 'weekdays 08:30',
  zone: 'Europe/Berlin',
  mode: 'changes',
  isQuiet: true,
}

function openDesk() {
  const world = openDigestWorld()
  let count = 0
  const { ledger, subscriptions, prepare, nowMs } = world.tools
  const engine = engineOf(tramStrike())
  const desk = openDigestDesk({
    ...{ ledger, subscriptions, prepare },
    library: { engines: () => [engine], brokenEdits: () => [] },
    lastLooks: memoryLastLooks(),
    clock: { now: () => new Date(nowMs()) },
    newId: () => `sub${++count}`,
  })
  const say = async (order: DigestOrder, visit: Visit = manager) => {
    const { title, lines } = await desk.answer(visit, order)
    return [...(title === undefined ? [] : [title]), ...lines.map(({ text }) => text)]
  }
  return { world, desk, say, subscriptions }
}

describe('subscribing', () => {
  test('the confirmation names the next three digests in their own time zone', async () => {
    const { say, subscriptions } = openDesk()
    expect(await say(morning)).toEqual([
      'This channel gets the digest of "Tram strike". It says nothing when nothing is new.',
      'Next: Mon 5 May 2031 08:30; Tue 6 May 2031 08:30; Wed 7 May 2031 08:30 (Europe/Berlin).',
      'To pause or remove it, name sub1.',
    ])
    expect(await subscriptions.list({})).toMatchObject([
      {
        ...{ id: 'sub1', admin: 'U7', origin: 'command', status: 'active', schedule: '30 8 * * 1-5' },
        place: { platform: 'slack', tenant: 'T1', channel: 'C1' },
        dueMs: Date.parse('2031-05-05T06:30Z'),
      },
    ])
  })

  test('where no zone is named it runs on UTC, and says so', async () => {
    const { say, subscriptions } = openDesk()
    expect((await say({ ...morning, zone: undefined })).slice(1, 3)).toEqual([
      'Next: Mon 5 May 2031 08:30; Tue 6 May 2031 08:30; Wed 7 May 2031 08:30 (UTC).',
      'No time zone was named, so it runs on UTC.',
    ])
    expect(await subscriptions.list({})).toMatchObject([{ zone: 'UTC', dueMs: Date.parse('2031-05-05T08:30Z') }])
  })

  test('the same digest twice is refused', async () => {
    const { say, subscriptions } = openDesk()
    await say(morning)
    expect((await say({ ...morning, schedule: 'hourly' }))[0]).toMatch(/has this digest already \(sub1\)/)
    expect(await subscriptions.list({})).toHaveLength(1)
    await say({ ...morning, mode: 'replay' })
    expect(await subscriptions.list({})).toHaveLength(2)
  })

  test.each([
    [{ schedule: 'now and then' }, /is no schedule/],
    [{ zone: 'CET5' }, /is no IANA time zone/],
    [{ schedule: '0 0 30 2 *' }, /would never come/],
    [{ briefing: 'bus-strike' }, /Name one of these briefings: invented\./],
  ])('%j is answered with what is wrong', async (wrong, answer) => {
    const { say, subscriptions } = openDesk()
    expect((await say({ ...morning, ...wrong }))[0]).toMatch(answer)
    expect(await subscriptions.list({})).toEqual([])
  })

  test('who does not manage the channel may order nothing', async () => {
    const { say, subscriptions } = openDesk()
    const orders: DigestOrder[] = [morning, { kind: 'list' }, { kind: 'remove', subscription: 'sub1' }]
    for (const order of orders)
      expect(await say(order, { ...manager, mayManage: false })).toEqual([
        'Digests of this channel are the business of those who manage it. Ask one of them.',
      ])
    expect(await subscriptions.list({})).toEqual([])
  })

  test('there are no digests where there are no channels', async () => {
    const { say } = openDesk()
    expect((await say(morning, { ...manager, platform: 'web' }))[0]).toMatch(/on Discord and Slack/)
  })
})

describe('what a channel has', () => {
  test('is listed for that channel alone', async () => {
    const { say } = openDesk()
    await say(morning)
    expect(await say({ kind: 'list' })).toEqual([
      'Digests of this channel',
      'sub1: Tram strike, weekdays 08:30, Europe/Berlin, changes, quiet when nothing is new, next Mon 5 May 2031 08:30',
    ])
    expect((await say({ kind: 'list' }, { ...manager, channel: 'C2' }))[0]).toMatch(/^This channel has no digest/)
  })

  test('is paused, resumed with its next period, and removed', async () => {
    const { say, subscriptions, world } = openDesk()
    await say(morning)
    expect(await say({ kind: 'pause', subscription: '' })).toEqual(['The digest of "Tram strike" (sub1) is paused.'])
    expect((await say({ kind: 'list' }))[1]).toMatch(/, paused$/)
    world.pass(30 * 86_400_000)
    expect((await say({ kind: 'resume', subscription: 'sub1' }))[1]).toMatch(/^Next: Mon 2 June 2031 08:30/)
    expect(await subscriptions.list({})).toMatchObject([{ dueMs: Date.parse('2031-06-02T06:30Z') }])
    expect(await say({ kind: 'remove', subscription: 'SUB1' })).toEqual([
      'The digest of "Tram strike" (sub1) is removed.',
    ])
    expect(await subscriptions.list({})).toEqual([])
  })

  test('of another channel cannot be touched', async () => {
    const { say, subscriptions } = openDesk()
    await say(morning)
    await say({ ...morning, mode: 'replay' }, { ...manager, channel: 'C2' })
    expect(await say({ kind: 'remove', subscription: 'sub1' }, { ...manager, channel: 'C2' })).toEqual([
      "Name one of this channel's digests: sub2.",
    ])
    expect(await subscriptions.list({})).toHaveLength(2)
  })

  test('is not removed by command where the configuration declares it', async () => {
    const { say, subscriptions } = openDesk()
    await say(morning)
    await subscriptions.change('sub1', { origin: 'declared' })
    expect((await say({ kind: 'remove', subscription: 'sub1' }))[0]).toMatch(/declared in the configuration/)
    expect(await subscriptions.list({})).toHaveLength(1)
  })
})

describe('a look before', () => {
  const preview = { kind: 'preview', briefing: undefined, mode: 'changes' } as const

  test('of some days tells what was new in them', async () => {
    const { say } = openDesk()
    const lines = await say({ ...preview, since: '2031-04-12', until: '2031-04-12' })
    expect(lines[1]).toMatch(/^\d+ new.* \(12 April 2031\)\.$/)
  })

  test('without days it is what the channel would be sent next', async () => {
    const { say, world } = openDesk()
    const first = await say({ ...preview, since: undefined, until: undefined })
    expect(first).toContain('The tram strike in Ostermoor.')
    await world.subscribe()
    await world.run(scriptedCourier())
    expect(await say({ ...preview, since: undefined, until: undefined })).toContain(
      'Nothing new (since the last digest).',
    )
  })

  test('of days that are none is refused', async () => {
    const { say } = openDesk()
    expect((await say({ ...preview, since: 'soon', until: undefined }))[0]).toMatch(/^That is no date/)
    expect((await say({ ...preview, since: '2031-04-12', until: '2031-04-06' }))[0]).toMatch(/before it begins/)
  })
})

describe('a digest that was sent', () => {
  async function openSent() {
    const opened = openDesk()
    await opened.world.subscribe()
    await opened.world.run(scriptedCourier())
    const [{ key = '' } = {}] = await opened.world.digests()
    const order = { kind: 'sent', delivery: key } as const
    return { ...opened, order }
  }

  test('is shown again to anybody in its channel, with its sources and its days', async () => {
    const { desk, order, world } = await openSent()
    const reader = { ...manager, mayManage: false }
    const [sent] = await world.digests()
    expect(await desk.answer(reader, order)).toEqual(sent?.frozen?.card)
    expect((await desk.answer(reader, order, 'sources')).sources.length).toBeGreaterThan(0)
    expect(await desk.answer(reader, order, 'timeline')).toMatchObject({ kind: 'timeline' })
    expect(await desk.answer(reader, order, 'conflicts')).toMatchObject({ kind: 'conflicts' })
  })

  test('is not shown elsewhere', async () => {
    const { say, order } = await openSent()
    expect(await say(order, { ...manager, channel: 'C2' })).toEqual(['This digest is too old for its buttons.'])
  })
})

describe('catching up', () => {
  test('a first look is an overview, a later one tells what came out since', async () => {
    const { desk } = openDesk()
    const first = await desk.catchUp(manager, 'invented')
    expect(first.lines[0]?.text).toBe('The tram strike in Ostermoor.')
    const second = await desk.catchUp(manager, 'invented')
    expect(second.lines.map(({ text }) => text)).toEqual(['Nothing new (since you last looked, on 2 May 2031).'])
  })
})
