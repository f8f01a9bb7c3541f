import { describe, expect, onTestFinished, test } from 'vitest'
import { discordPlatform } from '../../../chaos/discordPlatform.ts'
import type { Fault } from '../../../chaos/faults.ts'
import { type ChannelState, openPlatformServer } from '../../../chaos/platformServer.ts'
import { noticeOf } from '../../../src/core/digests/notice.ts'
import type { Rasterise } from '../../../src/core/ports.ts'
import { openDiscordCourier } from '../../../src/platforms/discord/courier.ts'
import { renderPosting } from '../../../src/platforms/discord/renderPosting.ts'
import { courierContract } from '../../contracts/courier.ts'
import { aDelivery } from '../../fakes/deliveries.ts'
import { postingTo } from '../../fakes/postingTo.ts'
import { tramDigest } from '../../fakes/tramDigest.ts'

const place = { platform: 'discord', tenant: '700', channel: '8000' } as const
const png = new Uint8Array([137, 80, 78, 71])
const openCourier = (apiUrl: string, rasterise: Rasterise = async () => png) =>
  openDiscordCourier({ token: 'token', apiUrl, rasterise, timeoutMs: 300, pictureMs: 100 })
const picture = { svg: '<svg/>', alt: 'Two figures on a line.' }

describe("Discord's courier", () => {
  courierContract({ place, admin: '6000', openPlatform: discordPlatform, openCourier })

  async function open(faults: readonly (Fault | undefined)[] = [], state: ChannelState = 'open') {
    let count = 0
    let current = state
    const platform = discordPlatform(Date.now, () => current)
    const nextFault = () => {
      count += 1
      return faults[count - 1]
    }
    const server = await openPlatformServer(platform, { nextFault, killAt: () => false })
    onTestFinished(server.close)
    const url = server.urlOf('test')
    const become = (next: ChannelState) => {
      current = next
    }
    return { platform, url, courier: openCourier(url), asked: () => count, become }
  }

  test('a call that is repeated within the minute makes no second message', async () => {
    const { platform, courier } = await open(['lost after'])
    const posting = postingTo(courier, place)
    expect(await courier.post(posting)).toMatchObject({ kind: 'unclear' })
    expect(await courier.post(posting)).toEqual({ kind: 'sent', message: platform.messages[0]?.id })
    expect(platform.messages).toHaveLength(1)
  })

  test('a picture goes along in the same call', async () => {
    const { platform, courier } = await open()
    const posting = postingTo(courier, place, { picture })
    expect(await courier.post(posting)).toMatchObject({ kind: 'sent' })
    expect(platform.messages).toMatchObject([{ reference: posting.reference, hasPicture: true }])
  })

  test.each(['500 before', '500 after', 'lost before', 'lost after', 'silent before', 'silent after'] as const)(
    '%s a picture came is unclear, and the repeated call makes one message',
    async (fault) => {
      const { platform, courier } = await open([fault])
      const posting = postingTo(courier, place, { picture })
      expect(await courier.post(posting)).toMatchObject({ kind: 'unclear' })
      expect(await courier.post(posting)).toMatchObject({ kind: 'sent' })
      expect(platform.messages).toMatchObject([{ hasPicture: true }])
    },
  )

  test('where files may not be attached the words go out alone', async () => {
    const { platform, courier } = await open([], 'without files')
    const posting = postingTo(courier, place, { picture })
    expect(await courier.post(posting)).toEqual({ kind: 'sent', message: platform.messages[0]?.id })
    expect(platform.messages).toMatchObject([{ reference: posting.reference, hasPicture: false }])
    expect(JSON.stringify(platform.messages[0]?.body)).not.toContain('attachment://')
  })

  test('so they do where Discord finds the picture too large', async () => {
    const { platform, url } = await open()
    const courier = openCourier(url, async () => new Uint8Array(10 * 1024 * 1024 + 1))
    expect(await courier.post(postingTo(courier, place, { picture }))).toMatchObject({ kind: 'sent' })
    expect(platform.messages).toMatchObject([{ hasPicture: false }])
  })

  test('and where it takes too long to draw', async () => {
    const { platform, url } = await open()
    const courier = openCourier(url, () => new Promise(() => {}))
    expect(await courier.post(postingTo(courier, place, { picture }))).toMatchObject({ kind: 'sent' })
    expect(platform.messages).toMatchObject([{ hasPicture: false }])
  })

  test.each(['500 after', 'lost after', 'silent after'] as const)(
    'words whose fate is unclear (%s) are there once after the repeated call, as the refusal used up no nonce',
    async (fault) => {
      const { platform, courier } = await open([undefined, fault], 'without files')
      const posting = postingTo(courier, place, { picture })
      expect(await courier.post(posting)).toMatchObject({ kind: 'unclear' })
      expect(await courier.post(posting)).toEqual({ kind: 'sent', message: platform.messages[0]?.id })
      expect(platform.messages).toHaveLength(1)
    },
  )

  test('a picture that was posted before files were forbidden is known by its nonce, and no words follow', async () => {
    const { platform, courier, become } = await open(['lost after'])
    const posting = postingTo(courier, place, { picture })
    expect(await courier.post(posting)).toMatchObject({ kind: 'unclear' })
    become('without files')
    expect(await courier.post(posting)).toEqual({ kind: 'sent', message: platform.messages[0]?.id })
    expect(platform.messages).toMatchObject([{ hasPicture: true }])
  })

  test('a channel that is gone is asked once', async () => {
    const { courier, asked } = await open([], 'gone')
    expect(await courier.post(postingTo(courier, place, { picture }))).toMatchObject({ kind: 'refused' })
    expect(asked()).toBe(1)
  })

  test('so is one whose rate is limited', async () => {
    const { courier, asked } = await open(['limited'])
    expect(await courier.post(postingTo(courier, place, { picture }))).toMatchObject({ kind: 'rate limited' })
    expect(asked()).toBe(1)
  })

  test('a digest fits one message, pings nobody, and carries its reference in nonce and buttons', () => {
    const message = JSON.parse(renderPosting(tramDigest(), 'reference25'))
    expect(message).toMatchObject({
      ...{ nonce: 'reference25', enforce_nonce: true, flags: 32_768 },
      allowed_mentions: { parse: [] },
    })
    expect(JSON.stringify(message.components)).toContain('sitrep:reference25:sources:0')
    expect(JSON.stringify(message.components)).not.toContain('Next')
  })

  test('a notice has no buttons, and says its reference', () => {
    const delivery = { ...aDelivery({ note: 'it failed' }), state: 'planned' as const }
    const card = noticeOf(
      { ...delivery, attempts: 0, sendingMs: undefined, notBeforeMs: 0, frozen: undefined, message: undefined },
      'reference25',
    )
    const message = JSON.parse(renderPosting(card, 'reference25'))
    expect(JSON.stringify(message.components)).toContain('reference25')
    expect(message.components).toHaveLength(1)
  })
})
