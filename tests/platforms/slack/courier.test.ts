import { describe, expect, test } from 'vitest'
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
})
