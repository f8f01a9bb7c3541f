// The courier against Discord's digital twin, with every request checked.

import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { openDiscordCourier } from '../../../src/platforms/discord/courier.ts'
import { renderPosting } from '../../../src/platforms/discord/renderPosting.ts'
import { checkRequest } from '../../fakes/discord/checkRequest.ts'
import { openTestDiscord } from '../../fakes/discord/openTestDiscord.ts'
import { postingTo } from '../../fakes/postingTo.ts'
import { anyCard } from '../../fakes/randomCards.ts'

async function open() {
  const discord = await openTestDiscord()
  onTestFinished(discord.close)
  const courier = openDiscordCourier({ token: discord.token, apiUrl: discord.apiUrl })
  const place = { platform: 'discord', tenant: discord.guildId, channel: discord.places.general } as const
  return { discord, courier, place }
}

test('a digest and a notice are posted as Discord’s schema wants them', async () => {
  const { discord, courier, place } = await open()
  expect(await courier.post(postingTo(courier, place))).toMatchObject({ kind: 'sent' })
  const notice = postingTo(courier, { ...place, channel: discord.people.mira }, { isDirect: true })
  expect(await courier.post(notice)).toMatchObject({ kind: 'sent' })
  expect(discord.rest.problems).toEqual([])
})

test('a digest with a picture carries it as a file, told in words too', async () => {
  const { discord, place } = await open()
  const courier = openDiscordCourier({
    token: discord.token,
    apiUrl: discord.apiUrl,
    rasterise: async () => new Uint8Array([137, 80, 78, 71]),
  })
  const posting = postingTo(courier, place, { picture: { svg: '<svg/>', alt: 'Two figures on a line.' } })
  expect(await courier.post(posting)).toMatchObject({ kind: 'sent' })
  expect(discord.rest.problems).toEqual([])
  const sent = discord.rest.seen.find(({ path }) => path.endsWith('/messages'))
  expect(JSON.stringify(sent?.body)).toContain('attachment://picture.png')
  expect(JSON.stringify(sent?.body)).toContain('Two figures on a line.')
})

test('a digest whose picture cannot be drawn goes out without it', async () => {
  const { discord, place } = await open()
  const rasterise = async () => {
    throw new Error('no fonts')
  }
  const courier = openDiscordCourier({ token: discord.token, apiUrl: discord.apiUrl, rasterise })
  const posting = postingTo(courier, place, { picture: { svg: '<svg/>', alt: 'Two figures.' } })
  expect(await courier.post(posting)).toMatchObject({ kind: 'sent' })
  expect(discord.rest.problems).toEqual([])
})

test('a token that Discord does not take is no reason to pause: the operator mends it', async () => {
  const { discord, place } = await open()
  const courier = openDiscordCourier({ token: 'wrong', apiUrl: discord.apiUrl })
  expect(await courier.post(postingTo(courier, place))).toEqual({
    kind: 'unreachable',
    reason: 'Discord does not take the token',
  })
})

test('nor does it leave the next digest in doubt', async () => {
  const { discord, place } = await open()
  const courier = openDiscordCourier({ token: 'wrong', apiUrl: discord.apiUrl })
  await courier.post(postingTo(courier, place))
  const again = await courier.post(postingTo(courier, place))
  expect(again).toEqual({ kind: 'unreachable', reason: 'Discord does not take the token' })
})

test('whatever the card, its message is one that Discord takes', () => {
  fc.assert(
    fc.property(anyCard, (card) => {
      const body = JSON.parse(renderPosting(card, '0123456789abcdefghijklmno'))
      expect(checkRequest({ method: 'POST', path: '/channels/1/messages', body, files: [] })).toEqual([])
    }),
    { numRuns: 50 },
  )
})
