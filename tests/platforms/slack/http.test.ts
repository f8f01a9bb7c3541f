// What reaches us by HTTP is answered only where it is from Slack.

import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSlackBot, type SlackBot } from '../../fakes/slackBot.ts'
import { slashCommand } from '../../fakes/slackPayloads.ts'

let bot: SlackBot
beforeAll(async () => {
  bot = await openSlackBot()
  await bot.slack.start()
})
afterAll(() => bot.close())

const command = () => slashCommand('when did the strike start', bot.asker())

test('Slack may check the address', async () => {
  expect(await bot.post({ type: 'url_verification', challenge: 'abc' })).toEqual({
    status: 200,
    body: { challenge: 'abc' },
  })
  expect((await bot.post({ ssl_check: '1', token: 'legacy' })).status).toBe(200)
})

test('a request that Slack did not sign, or long ago, is refused', async () => {
  expect((await bot.post(command(), { 'x-slack-signature': 'v0=00' })).status).toBe(401)
  expect((await bot.post(command(), { 'x-slack-signature': 'nonsense' })).status).toBe(401)
  expect((await bot.post(command(), { 'x-slack-request-timestamp': 'soon' })).status).toBe(401)
  const old = String(Math.floor(Date.now() / 1000) - 6 * 60)
  expect((await bot.post(command(), { 'x-slack-request-timestamp': old })).status).toBe(401)
  const unsigned = await fetch(`${bot.url}/slack/events`, { method: 'POST', body: new URLSearchParams(command()) })
  expect(unsigned.status).toBe(401)
})

test('what cannot be read, or that nobody answers, is said to be so', async () => {
  expect((await bot.post({ challenge: 1 })).status).toBe(404)
  expect((await bot.post(command(), { 'content-type': 'application/json' })).status).toBe(400)
})

test('other addresses are not there', async () => {
  for (const path of ['/slack/events', '/slack/install', '/slack/oauth_redirect', '/'])
    expect((await fetch(`${bot.url}${path}`)).status).toBe(404)
})
