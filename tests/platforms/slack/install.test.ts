// Installation into many workspaces, over real sockets: the browser's way through Slack's consent, and what follows.

import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { findToken } from '../../../src/platforms/slack/installations.ts'
import { memoryVault } from '../../fakes/memoryVault.ts'
import { openSlackBot, type SlackBot } from '../../fakes/slackBot.ts'
import { eventCallback, mention, slashCommand } from '../../fakes/slackPayloads.ts'
import { ADMIN, OAUTH_APP, TEAM } from '../../fakes/slackWorkspace.ts'

let bot: SlackBot
const vault = memoryVault()
beforeAll(async () => {
  bot = await openSlackBot({ botToken: undefined, app: OAUTH_APP, vault })
  await bot.slack.start()
})
afterAll(() => bot.close())
afterEach(() => expect(bot.service.problems).toEqual([]))

const visit = (path: string, cookie = '') => fetch(`${bot.url}${path}`, { redirect: 'manual', headers: { cookie } })

/** Goes from our installation page to Slack's consent, and gives what Slack sends the browser back with. */
async function consent() {
  const page = await visit('/slack/install')
  const address = new URL(page.headers.get('location') ?? '')
  const cookie = (page.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  const answer = await fetch(`${bot.service.workspace.url}/oauth/v2/authorize/callback`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({
      user_id: ADMIN,
      redirect_uri: `${bot.url}/slack/oauth_redirect`,
      scope: address.searchParams.get('scope') ?? '',
      state: address.searchParams.get('state') ?? '',
      client_id: address.searchParams.get('client_id') ?? '',
    }),
  })
  const { pathname, search } = new URL(answer.headers.get('location') ?? '')
  return { address, cookie, back: `${pathname}${search}` }
}

test('the installation page sends to Slack, asking for what the app uses', async () => {
  const { address } = await consent()
  expect(address.pathname).toBe('/oauth/v2/authorize')
  expect(address.searchParams.get('client_id')).toBe(OAUTH_APP.clientId)
  expect(address.searchParams.get('scope')).toContain('app_mentions:read,assistant:write')
})

test('a workspace that has not installed the app is not answered, and the log says why', async () => {
  const { status, body } = await bot.post(slashCommand('help', bot.asker()))
  expect({ status, body }).toEqual({ status: 200, body: undefined })
  expect(JSON.stringify(bot.log.lines.map(({ fields }) => fields.advice))).toContain('open /slack/install')
})

test('whoever comes back without having left from here is turned away', async () => {
  const { back } = await consent()
  expect((await visit(back)).status).toBe(400)
  expect((await visit('/slack/oauth_redirect?error=access_denied')).status).toBe(500)
  expect(await findToken(vault, TEAM)).toBeUndefined()
})

test('a workspace that consented is answered with its own token, until it removes the app', async () => {
  const { back, cookie } = await consent()
  expect((await visit(back, cookie)).status).toBe(200)
  expect(await findToken(vault, TEAM)).toMatch(/^xoxb-/)
  const { body } = await bot.post(slashCommand('when did the strike start', bot.asker()))
  expect(body?.text).toContain('3 April')
  await bot.post(mention('when did the strike start', ADMIN))
  expect((await bot.service.nextCall('chat.postMessage')).token).toBe(await findToken(vault, TEAM))

  await bot.post(eventCallback({ type: 'tokens_revoked', tokens: { oauth: ['U1'], bot: [] }, event_ts: '1.1' }))
  expect(await findToken(vault, TEAM)).toBeDefined()
  await bot.post(eventCallback({ type: 'app_uninstalled', event_ts: '1.1' }))
  await expect.poll(() => findToken(vault, TEAM)).toBeUndefined()
})

test('a token that is revoked ends the installation', async () => {
  const { back, cookie } = await consent()
  await visit(back, cookie)
  await bot.post(eventCallback({ type: 'tokens_revoked', tokens: { bot: ['UBOT00001'] }, event_ts: '1.1' }))
  await expect.poll(() => findToken(vault, TEAM)).toBeUndefined()
})
