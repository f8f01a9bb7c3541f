// What every courier does, over real sockets against a platform that fails when it is told to.

import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import type { Fault } from '../../chaos/faults.ts'
import { type ChannelState, type Message, openPlatformServer, type Platform } from '../../chaos/platformServer.ts'
import type { Courier, Posting } from '../../src/core/digests/courier.ts'
import type { Place } from '../../src/core/digests/subscriptions.ts'
import { postingTo } from '../fakes/postingTo.ts'

type FakePlatform = Platform & { readonly messages: readonly Message[]; readonly chatter: (channel: string) => void }

export type CourierUnderTest = {
  readonly place: Place
  readonly admin: string
  readonly openPlatform: (nowMs: () => number, stateOf: (channel: string) => ChannelState) => FakePlatform
  readonly openCourier: (url: string) => Courier
}

export function courierContract({ place, admin, openPlatform, openCourier }: CourierUnderTest): void {
  async function open(faults: readonly Fault[] = [], state: ChannelState = 'open') {
    let channelState = state
    const left = [...faults]
    const platform = openPlatform(Date.now, () => channelState)
    const server = await openPlatformServer(platform, { nextFault: () => left.shift(), killAt: () => false })
    onTestFinished(server.close)
    const courier = openCourier(server.urlOf('test'))
    const posting: Posting = postingTo(courier, place)
    const now = Date.now()
    const become = (next: ChannelState) => {
      channelState = next
    }
    return { platform, courier, posting, now, become }
  }

  test('a digest is posted, and found by its reference', async () => {
    const { platform, courier, posting, now } = await open()
    const outcome = await courier.post(posting)
    expect(outcome).toEqual({ kind: 'sent', message: platform.messages[0]?.id })
    expect(platform.messages).toMatchObject([{ channel: place.channel, reference: posting.reference }])
    expect(await courier.find(posting, now)).toEqual({ kind: 'found', message: platform.messages[0]?.id })
  })

  test('it is found among what others wrote since', async () => {
    const { platform, courier, posting, now } = await open()
    for (let i = 0; i < 30; i += 1) platform.chatter(place.channel)
    await courier.post(posting)
    for (let i = 0; i < 130; i += 1) platform.chatter(place.channel)
    expect(await courier.find(posting, now)).toMatchObject({ kind: 'found' })
  })

  test('what was not posted is absent, in an empty channel and in a busy one', async () => {
    const { platform, courier, posting, now } = await open()
    expect(await courier.find(posting, now)).toEqual({ kind: 'absent' })
    platform.chatter(place.channel)
    expect(await courier.find(posting, now)).toEqual({ kind: 'absent' })
  })

  test('a channel that may not be read is unreadable, not empty', async () => {
    const { platform, courier, posting, now } = await open([], 'unreadable')
    platform.chatter(place.channel)
    expect(await courier.find(posting, now)).toMatchObject({ kind: 'unreadable' })
  })

  test('a channel that is gone refuses', async () => {
    const { courier, posting, now } = await open([], 'gone')
    expect(await courier.post(posting)).toMatchObject({ kind: 'refused' })
    expect(await courier.find(posting, now)).toMatchObject({ kind: 'unreadable' })
  })

  test.each(['500 after', 'lost after', 'silent after'] as const)(
    '%s it was taken is unclear, and found',
    async (fault) => {
      const { platform, courier, posting, now } = await open([fault])
      expect(await courier.post(posting)).toMatchObject({ kind: 'unclear' })
      expect(await courier.find(posting, now)).toEqual({ kind: 'found', message: platform.messages[0]?.id })
      expect(platform.messages).toHaveLength(1)
    },
  )

  test.each(['500 before', 'lost before', 'silent before'] as const)(
    '%s it was taken is unclear, and absent',
    async (fault) => {
      const { platform, courier, posting, now } = await open([fault])
      expect(await courier.post(posting)).toMatchObject({ kind: 'unclear' })
      expect(await courier.find(posting, now)).toEqual({ kind: 'absent' })
      expect(platform.messages).toHaveLength(0)
    },
  )

  test('a rate limit says how long to wait, and nothing is tried again by itself', async () => {
    const { platform, courier, posting } = await open(['limited'])
    expect(await courier.post(posting)).toEqual({ kind: 'rate limited', retryAfterMs: 1000 })
    expect(platform.messages).toHaveLength(0)
  })

  test('a platform that nobody answers for was not reached', async () => {
    const free = createServer().listen(0, '127.0.0.1')
    await once(free, 'listening')
    const { port } = free.address() as AddressInfo
    free.close()
    await once(free, 'close')
    const courier = openCourier(`http://127.0.0.1:${port}/test`)
    expect(await courier.post(postingTo(courier, place))).toMatchObject({ kind: 'unreachable' })
  })

  test('a notice goes to its admin alone, and is found there', async () => {
    const { platform, courier, now } = await open()
    const notice = postingTo(courier, { ...place, channel: admin }, { isDirect: true })
    expect(await courier.post(notice)).toMatchObject({ kind: 'sent' })
    expect(platform.messages[0]?.channel).toContain(admin)
    expect(await courier.find(notice, now)).toMatchObject({ kind: 'found' })
  })
}
