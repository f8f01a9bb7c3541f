// What goes wrong on Slack, over real sockets: slow answers, refused calls, broken ports.

import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Desk } from '../../../src/core/desk/request.ts'
import { PlatformError } from '../../../src/core/errors.ts'
import { botScopes } from '../../../src/platforms/slack/scopes.ts'
import { heldUp } from '../../fakes/heldUp.ts'
import { openTestDesk } from '../../fakes/openTestDesk.ts'
import { type BotChanges, openSlackBot, type SlackBot } from '../../fakes/slackBot.ts'
import { mention, slashCommand, viewSubmission } from '../../fakes/slackPayloads.ts'
import { openSlackService, type SlackService } from '../../fakes/slackService.ts'
import { CHANNEL } from '../../fakes/slackWorkspace.ts'

let service: SlackService
let opened: SlackBot[] = []
beforeAll(async () => {
  service = await openSlackService()
})
afterAll(() => service.close())
afterEach(async () => {
  for (const bot of opened) await bot.close()
  opened = []
  service.forget()
  expect(service.problems).toEqual([])
})

async function startedBot(changes: BotChanges = {}): Promise<SlackBot> {
  const bot = await openSlackBot({ service, ...changes })
  opened.push(bot)
  await bot.slack.start()
  return bot
}

/** A desk that waits for a sign before it answers. */
function slowDesk() {
  const { desk } = openTestDesk()
  const gate = Promise.withResolvers<void>()
  const slow: Desk = { ...desk, respond: (visit, request) => gate.promise.then(() => desk.respond(visit, request)) }
  return { desk: slow, release: gate.resolve }
}

const question = 'when did the strike start'
const events = (bot: SlackBot) => bot.log.lines.map(({ level, event }) => `${level}: ${event}`)

test('an answer that takes long is acknowledged in time, and sent when it is there', async () => {
  const { desk, release } = slowDesk()
  const bot = await startedBot({ desk, patienceMs: 20 })
  expect(await bot.post(slashCommand(question, bot.asker()))).toEqual({ status: 200, body: undefined })
  release()
  const { body } = await service.nextReply()
  expect(body).toMatchObject({ response_type: 'ephemeral', text: expect.stringContaining('3 April') })
})

test('an answer is in the acknowledgement, though the process was held up for longer than it waits', async () => {
  const bot = await startedBot({ desk: heldUp(openTestDesk().desk, 1100), patienceMs: 1000 })
  const { body } = await bot.post(slashCommand(question, bot.asker()))
  expect(body?.text).toContain('3 April')
})

test('a report that takes long closes its form in time', async () => {
  const { desk, release } = slowDesk()
  const bot = await startedBot({ desk, patienceMs: 20 })
  expect(await bot.post(viewSubmission('h1', 'Wrong.', 'U1'))).toEqual({ status: 200, body: undefined })
  release()
})

test('a response_url that fails for a moment is tried again', async () => {
  const { desk, release } = slowDesk()
  const bot = await startedBot({ desk, patienceMs: 20 })
  service.fail('response_url', { status: 500 }, { status: 429 })
  await bot.post(slashCommand(question, bot.asker()))
  release()
  expect((await service.nextReply()).body.text).toContain('3 April')
})

test('a call that comes too soon for Slack is made again when Slack allows it', async () => {
  const bot = await startedBot()
  service.fail('chat.postMessage', { status: 429, retryAfter: 1 })
  await bot.post(mention(question, service.workspace.reader))
  await service.nextCall('chat.postMessage')
  expect((await service.nextCall('chat.postMessage')).args.text).toContain('3 April')
})

test('a call whose outcome is not known is not made again, as the answer could stand there twice', async () => {
  const bot = await startedBot()
  const posts = () => service.calls.filter(({ method }) => method === 'chat.postMessage').length
  const before = posts()
  service.fail('chat.postMessage', { status: 500 })
  await bot.post(mention(question, service.workspace.reader))
  await service.nextCall('chat.postMessage')
  await bot.slack.stop()
  expect(posts()).toBe(before + 1)
  expect(events(bot)).toContain('error: an event from Slack could not be answered')
})

test('a desk that breaks is told to the asker alone, in plain words, and to the log', async () => {
  const desk: Desk = { ...openTestDesk().desk, respond: () => Promise.reject(new Error('disk on fire')) }
  const bot = await startedBot({ desk })
  const { body } = await bot.post(slashCommand(question, bot.asker()))
  expect(body).toMatchObject({ response_type: 'ephemeral', text: expect.stringContaining('a fault on our side') })
  await bot.post(mention(question, service.workspace.reader))
  const { args } = await service.nextCall('chat.postEphemeral')
  expect(args).toMatchObject({ channel: CHANNEL, user: service.workspace.reader })
  expect(JSON.stringify([body, args])).not.toContain('disk on fire')
  expect(events(bot)).toContain('error: a request could not be answered')
})

test('without its claims the bot answers, rather than not', async () => {
  const bot = await startedBot({ claims: { claim: () => Promise.reject(new Error('no state')) } })
  expect((await bot.post(slashCommand(question, bot.asker()))).body?.text).toContain('3 April')
  expect(events(bot)).toContain('error: an event could not be claimed')
})

test('a token that is revoked while the bot runs shows in its health, with what to do', async () => {
  const bot = await startedBot()
  expect(bot.slack.health()).toEqual({ state: 'ready' })
  service.fail('chat.postMessage', { status: 200, error: 'token_revoked' })
  await bot.post(mention(question, service.workspace.reader))
  await service.nextCall('chat.postMessage')
  await bot.slack.stop()
  const line = bot.log.lines.find(({ level }) => level === 'error')
  expect(line?.fields.advice).toMatch(/SLACK_BOT_TOKEN is no longer valid \(token_revoked\); install the app again/)
})

/** A port on which nobody listens. */
async function closedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** How a bot fails to start. */
async function failureOf(changes: BotChanges): Promise<string> {
  const bot = await openSlackBot({ service, ...changes })
  opened.push(bot)
  const error: unknown = await bot.slack.start().catch((one: unknown) => one)
  if (!(error instanceof PlatformError)) throw new Error('the bot started', { cause: error })
  expect(bot.slack.health()).toEqual({ state: 'failed', message: error.message })
  expect(error.message).not.toMatch(/xoxb-\w/)
  return error.message
}

test('a wrong token, a revoked one, a service that is not there: one line each that says what to do', async () => {
  expect(await failureOf({ botToken: 'xoxb-wrong' })).toMatch(/Slack refuses SLACK_BOT_TOKEN .*; copy the Bot User/)
  service.fail('auth.test', { status: 200, error: 'account_inactive' })
  expect(await failureOf({})).toMatch(/no longer valid \(account_inactive\)/)
  service.fail('auth.test', { status: 503 })
  expect(await failureOf({})).toMatch(/Slack answers 503 at http/)
  const nobody = `http://127.0.0.1:${await closedPort()}/api/`
  expect(await failureOf({ apiUrl: nobody })).toBe(
    `Slack cannot be reached at ${nobody} (ECONNREFUSED); check the network, or SLACK_API_URL where it is set`,
  )
})

test('of all failures to start only a refused token is final', async () => {
  const bot = await openSlackBot({ service })
  opened.push(bot)
  for (const [failure, isFinal] of [
    [{ status: 200, error: 'invalid_auth' }, true],
    [{ status: 200, error: 'token_revoked' }, true],
    [{ status: 200, error: 'internal_error' }, false],
    [{ status: 503 }, false],
    [{ status: 429, retryAfter: 1 }, false],
  ] as const) {
    service.fail('auth.test', failure)
    await expect(bot.slack.start()).rejects.toMatchObject({ name: 'PlatformError', isFinal })
  }
})

test('without the permission to write the bot does not start, and each that the app lacks is named', async () => {
  const poor = await openSlackService(['commands', 'im:history'])
  const bot = await openSlackBot({ service: poor })
  await expect(bot.slack.start()).rejects.toThrow(
    /lacks the permission app_mentions:read \(.*chat:write \(.*users:read \(.*\); update it from .*, install it again/,
  )
  await bot.close()
  await poor.close()
})

test('without other permissions it answers, and tells once and in its health what does not work and what to do', async () => {
  const poor = await openSlackService(botScopes.filter((scope) => scope !== 'files:write' && scope !== 'users:read'))
  const bot = await openSlackBot({ service: poor, rasterise: async () => new Uint8Array(8) })
  await bot.slack.start()
  const warning =
    'the Slack app lacks the permission files:write (without it pictures are told in words), ' +
    "users:read (without it the workspace's admins cannot manage digests, but only whom the settings name); " +
    'update it from "sitrep manifest slack" at api.slack.com/apps, install it again and restart Sitrep'
  expect(bot.slack.health()).toEqual({ state: 'ready', message: warning })
  expect(bot.log.lines.filter(({ level }) => level === 'warn').map(({ fields }) => fields.advice)).toEqual([warning])
  expect((await bot.post(slashCommand(question, bot.asker()))).body?.text).toContain('3 April')
  expect(JSON.stringify((await bot.post(slashCommand('timeline strike', bot.asker()))).body)).toContain('Picture: ')
  await bot.close()
  await poor.close()
})

test('what runs is finished before the bot stops, and nothing new is taken', async () => {
  const { desk, release } = slowDesk()
  const bot = await startedBot({ desk, patienceMs: 20 })
  await bot.post(slashCommand(question, bot.asker()))
  const stopping = bot.slack.stop()
  expect((await bot.post(slashCommand('help', bot.asker()))).status).toBe(503)
  release()
  await stopping
  expect(service.replies.at(-1)?.body.text).toContain('3 April')
  expect(bot.slack.health()).toEqual({ state: 'stopped' })
})
