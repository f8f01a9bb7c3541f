import { describe, expect, onTestFinished, test } from 'vitest'
import { type Fault, faults } from '../../../chaos/faults.ts'
import { type ChannelState, openPlatformServer } from '../../../chaos/platformServer.ts'
import { slackPlatform } from '../../../chaos/slackPlatform.ts'
import { openSlackCourier } from '../../../src/platforms/slack/courier.ts'
import { renderPosting } from '../../../src/platforms/slack/renderPosting.ts'
import { courierContract } from '../../contracts/courier.ts'
import { postingTo } from '../../fakes/postingTo.ts'
import { tramDigest } from '../../fakes/tramDigest.ts'

const place = { platform: 'slack', tenant: 'T700', channel: 'C8000' } as const

describe("Slack's courier", () => {
  courierContract({
    place,
    admin: 'U6000',
    openPlatform: slackPlatform,
    openCourier: (url) => openSlackCourier({ tokenOf: async () => 'xoxb-1', apiUrl: `${url}/`, timeoutMs: 300 }),
  })

  test('a workspace that the app was taken out of refuses', async () => {
    const courier = openSlackCourier({ tokenOf: async () => undefined })
    expect(await courier.post(postingTo(courier, place))).toMatchObject({ kind: 'refused' })
    expect(await courier.find(postingTo(courier, place), Date.now())).toMatchObject({ kind: 'unreadable' })
  })

  test('the metadata, which every member can read, holds nothing but the reference', () => {
    const message = JSON.parse(renderPosting(tramDigest(), 'reference25'))
    expect(message.metadata).toEqual({ event_type: 'sitrep_delivery', event_payload: { reference: 'reference25' } })
    expect(message).toMatchObject({ parse: 'none', link_names: false, unfurl_links: false })
    expect(JSON.stringify(message.blocks)).not.toContain('"Next"')
  })

  describe('with a picture', () => {
    const picture = { svg: '<svg/>', alt: 'Two figures on a line.' }
    const draw = async (): Promise<Uint8Array> => new Uint8Array([137, 80, 78, 71])

    /** `troubled` are the faults of the calls in their order: for the address, the upload, its completion, the message. */
    async function open(
      troubled: readonly (Fault | undefined)[],
      rasterise = draw,
      pictureMs = 10_000,
      state: ChannelState = 'open',
    ) {
      const left = [...troubled]
      const platform = slackPlatform(Date.now, () => state)
      const server = await openPlatformServer(platform, { nextFault: () => left.shift(), killAt: () => false })
      onTestFinished(server.close)
      const apiUrl = `${server.urlOf('test')}/`
      const tokenOf = async () => 'xoxb-1'
      const courier = openSlackCourier({ tokenOf, apiUrl, rasterise, timeoutMs: 300, pictureMs })
      return { platform, courier, posting: postingTo(courier, place, { picture }) }
    }

    test('a digest shows the file that was uploaded', async () => {
      const { platform, courier, posting } = await open([])
      expect(await courier.post(posting)).toMatchObject({ kind: 'sent' })
      expect(platform.messages).toMatchObject([{ reference: posting.reference, hasPicture: true }])
    })

    test('a file that Slack is not ready to show is left out, and shown the next time', async () => {
      const { platform, courier, posting } = await open([])
      for (const svg of ['<svg/>', '<svg id="b"/>', '<svg id="b"/>'])
        expect(await courier.post({ ...posting, picture: { ...picture, svg } })).toMatchObject({ kind: 'sent' })
      expect(platform.messages.map((one) => one.hasPicture)).toEqual([true, false, true])
    })

    describe.each([
      ['address', 0],
      ['upload', 1],
      ['completion', 2],
    ])('whose %s fails', (_, step) => {
      test.each(faults.filter((fault) => fault !== 'limited'))('%s, it goes out once, in words', async (fault) => {
        const { platform, courier, posting } = await open([...Array<undefined>(step).fill(undefined), fault])
        expect(await courier.post(posting)).toMatchObject({ kind: 'sent' })
        expect(platform.messages).toMatchObject([{ reference: posting.reference, hasPicture: false }])
      })

      test('limited, it goes out once', async () => {
        const { platform, courier, posting } = await open([...Array<undefined>(step).fill(undefined), 'limited'])
        expect(await courier.post(posting)).toMatchObject({ kind: 'sent' })
        expect(platform.messages).toHaveLength(1)
      })
    })

    test('in a channel that shows no file it goes out in words', async () => {
      const { platform, courier, posting } = await open([], draw, 10_000, 'without files')
      expect(await courier.post(posting)).toMatchObject({ kind: 'sent' })
      expect(platform.messages).toMatchObject([{ reference: posting.reference, hasPicture: false }])
    })

    test('a message whose fate is unclear is not posted again in words', async () => {
      const { platform, courier, posting } = await open([undefined, undefined, undefined, 'lost after'])
      expect(await courier.post(posting)).toMatchObject({ kind: 'unclear' })
      expect(platform.messages).toMatchObject([{ hasPicture: true }])
    })

    test('an upload that hangs is given up like any call, and made anew for the next digests', async () => {
      const { platform, courier, posting } = await open([undefined, 'silent before'], draw, 60_000)
      for (let i = 0; i < 3; i += 1) await courier.post(posting)
      // The second file is one that Slack is not ready to show at once.
      expect(platform.messages.map((one) => one.hasPicture)).toEqual([false, false, true])
    })

    test('one that takes too long to draw is left out', async () => {
      const { platform, courier, posting } = await open([], () => new Promise(() => {}), 50)
      expect(await courier.post(posting)).toMatchObject({ kind: 'sent' })
      expect(platform.messages).toMatchObject([{ hasPicture: false }])
    })
  })
})
