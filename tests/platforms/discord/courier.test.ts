import { describe, expect, onTestFinished, test } from 'vitest'
import { discordPlatform } from '../../../chaos/discordPlatform.ts'
import type { Fault } from '../../../chaos/faults.ts'
import { openPlatformServer } from '../../../chaos/platformServer.ts'
import { noticeOf } from '../../../src/core/digests/notice.ts'
import { openDiscordCourier } from '../../../src/platforms/discord/courier.ts'
import { renderPosting } from '../../../src/platforms/discord/renderPosting.ts'
import { courierContract } from '../../contracts/courier.ts'
import { aDelivery } from '../../fakes/deliveries.ts'
import { postingTo } from '../../fakes/postingTo.ts'
import { tramDigest } from '../../fakes/tramDigest.ts'

const place = { platform: 'discord', tenant: '700', channel: '8000' } as const
const png = new Uint8Array([137, 80, 78, 71])
const rasterise = async () => png
const openCourier = (apiUrl: string) => openDiscordCourier({ token: 'token', apiUrl, rasterise, timeoutMs: 300 })
const picture = { svg: '<svg/>', alt: 'Two figures on a line.' }

describe("Discord's courier", () => {
  courierContract({ place, admin: '6000', openPlatform: discordPlatform, openCourier })

  async function open(faults: readonly Fault[] = []) {
    const left = [...faults]
    const platform = discordPlatform(Date.now, () => 'open')
    const server = await openPlatformServer(platform, { nextFault: () => left.shift(), killAt: () => false })
    onTestFinished(server.close)
    return { platform, courier: openCourier(server.urlOf('test')) }
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
