// The courier against the emulated Slack, whose scopes are strict.

import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { openSlackCourier } from '../../../src/platforms/slack/courier.ts'
import { renderPosting } from '../../../src/platforms/slack/renderPosting.ts'
import { botScopes } from '../../../src/platforms/slack/scopes.ts'
import { postingTo } from '../../fakes/postingTo.ts'
import { anyCard } from '../../fakes/randomCards.ts'
import { slackMessage } from '../../fakes/slackLimits.ts'
import { BOT_TOKEN, CHANNEL, openWorkspace, TEAM } from '../../fakes/slackWorkspace.ts'

const place = { platform: 'slack', tenant: TEAM, channel: CHANNEL } as const

async function open(scopes: readonly string[] = botScopes) {
  const workspace = await openWorkspace(scopes)
  onTestFinished(workspace.close)
  const courier = openSlackCourier({ tokenOf: async () => BOT_TOKEN, apiUrl: `${workspace.url}/api/` })
  return { workspace, courier, posting: postingTo(courier, place) }
}

test('a digest is posted and read back with the scopes of the manifest', async () => {
  const { courier, posting } = await open()
  const outcome = await courier.post(posting)
  expect(outcome).toMatchObject({ kind: 'sent' })
  expect(await courier.find(posting, Date.now())).toEqual({ ...outcome, kind: 'found' })
})

test('a digest with a picture shows it; channels of a workspace share one file', async () => {
  const { workspace } = await open()
  let drawn = 0
  const courier = openSlackCourier({
    tokenOf: async () => BOT_TOKEN,
    apiUrl: `${workspace.url}/api/`,
    rasterise: async () => {
      drawn++
      return new Uint8Array([137, 80, 78, 71])
    },
  })
  const picture = { svg: '<svg/>', alt: 'Two figures on a line.' }
  expect(await courier.post(postingTo(courier, place, { picture }))).toMatchObject({ kind: 'sent' })
  expect(await courier.post(postingTo(courier, place, { picture }))).toMatchObject({ kind: 'sent' })
  expect(drawn).toBe(1)
  const history = await fetch(`${workspace.url}/api/conversations.history`, {
    method: 'POST',
    headers: { authorization: `Bearer ${BOT_TOKEN}` },
    body: new URLSearchParams({ channel: CHANNEL }),
  })
  expect((await history.text()).match(/"alt_text":"Two figures on a line\."/g)).toHaveLength(2)
})

test('a digest whose picture cannot be drawn goes out without it', async () => {
  const { workspace } = await open()
  const courier = openSlackCourier({
    tokenOf: async () => BOT_TOKEN,
    apiUrl: `${workspace.url}/api/`,
    rasterise: async () => {
      throw new Error('no fonts')
    },
  })
  const picture = { svg: '<svg/>', alt: 'Two figures on a line.' }
  expect(await courier.post(postingTo(courier, place, { picture }))).toMatchObject({ kind: 'sent' })
})

test('what was not posted is absent', async () => {
  const { courier, posting } = await open()
  expect(await courier.find(posting, Date.now())).toEqual({ kind: 'absent' })
})

test('a notice reaches its admin', async () => {
  const { workspace, courier } = await open()
  const notice = postingTo(courier, { ...place, channel: workspace.reader }, { isDirect: true })
  expect(await courier.post(notice)).toMatchObject({ kind: 'sent' })
  expect(await courier.find(notice, Date.now())).toMatchObject({ kind: 'found' })
})

test('a channel that is not there refuses', async () => {
  const { courier } = await open()
  const posting = postingTo(courier, { ...place, channel: 'C999999999' })
  expect(await courier.post(posting)).toEqual({ kind: 'refused', reason: 'Slack says "channel_not_found"' })
})

test('without the scope to read a channel it is unreadable', async () => {
  const { courier, posting } = await open(botScopes.filter((scope) => !scope.endsWith(':history')))
  expect(await courier.post(posting)).toMatchObject({ kind: 'sent' })
  expect(await courier.find(posting, Date.now())).toMatchObject({ kind: 'unreadable' })
})

test('whatever the card, its message is within Slack’s limits', () => {
  fc.assert(
    fc.property(anyCard, (card) => {
      const { text, blocks } = JSON.parse(renderPosting(card, '0123456789abcdefghijklmno'))
      expect(slackMessage.safeParse({ text, blocks }).error).toBeUndefined()
    }),
    { numRuns: 50 },
  )
})
