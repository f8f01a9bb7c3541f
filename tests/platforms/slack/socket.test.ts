// Socket Mode, over a real socket.

import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openSlack, type Slack, type SlackOptions } from '../../../src/platforms/slack/openSlack.ts'
import { memoryClaims } from '../../fakes/memoryClaims.ts'
import { memoryVault } from '../../fakes/memoryVault.ts'
import { openTestDesk } from '../../fakes/openTestDesk.ts'
import { recordingLog } from '../../fakes/recordingLog.ts'
import { mention, slashCommand } from '../../fakes/slackPayloads.ts'
import { APP_TOKEN, openSlackService, type SlackService } from '../../fakes/slackService.ts'
import { BOT_TOKEN } from '../../fakes/slackWorkspace.ts'

let service: SlackService
let slack: Slack | undefined
beforeAll(async () => {
  service = await openSlackService()
})
afterAll(() => service.close())
afterEach(async () => {
  await slack?.stop()
  service.forget()
  expect(service.problems).toEqual([])
})

function open(changes: Partial<SlackOptions> = {}) {
  const log = recordingLog()
  slack = openSlack({
    desk: openTestDesk().desk,
    rasterise: async () => undefined,
    log,
    botToken: BOT_TOKEN,
    way: { kind: 'socket', appToken: APP_TOKEN },
    app: undefined,
    apiUrl: service.apiUrl,
    claims: memoryClaims({ now: () => new Date() }),
    vault: memoryVault(),
    clock: { now: () => new Date() },
    ...changes,
  })
  return { slack, log }
}

const command = (text: string) =>
  slashCommand(text, { user: service.workspace.reader, responseUrl: service.responseUrl('socket') })

test('a command is answered through the socket, and needs no address of ours', async () => {
  const { slack } = open()
  await slack.start()
  expect(slack.routes).toBeUndefined()
  const socket = await service.nextSocket()
  const answer = await service.sendEnvelope(socket, 'slash_commands', command('when did the strike start'))
  expect(answer).toMatchObject({ response_type: 'ephemeral', text: expect.stringContaining('3 April') })
})

test('an event is acknowledged at once, and answered once however often it comes', async () => {
  const { slack } = open()
  await slack.start()
  const socket = await service.nextSocket()
  const payload = mention('when did the strike start', service.workspace.reader)
  await service.sendEnvelope(socket, 'events_api', payload)
  await service.nextCall('chat.postMessage')
  await service.sendEnvelope(socket, 'events_api', payload, { retry_attempt: 1, retry_reason: 'timeout' })
  await slack.stop()
  expect(service.calls.filter(({ method }) => method === 'chat.postMessage').length).toBe(1)
})

test.each([
  ['that the network drops', (socket: { terminate: () => void }) => socket.terminate()],
  [
    'that Slack recycles',
    (socket: { send: (text: string) => void }) =>
      socket.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' })),
  ],
])('a socket %s is replaced, and the bot goes on answering', async (_, drop) => {
  const { slack, log } = open()
  await slack.start()
  drop(await service.nextSocket())
  const next = await service.nextSocket()
  const answer = await service.sendEnvelope(next, 'slash_commands', command('who is ilka voss'))
  expect(answer).toMatchObject({ text: expect.stringContaining('Voss') })
  expect(log.lines.map(({ event }) => event)).toContain('the connection to Slack was lost')
  expect(slack.health().state).toBe('ready')
})

test('a new socket is tried for until Slack gives one', async () => {
  const { slack } = open()
  await slack.start()
  service.fail('apps.connections.open', { status: 500 }, { status: 200, error: 'internal_error' })
  ;(await service.nextSocket()).terminate()
  const next = await service.nextSocket()
  expect(await service.sendEnvelope(next, 'slash_commands', command('help'))).toMatchObject({
    response_type: 'ephemeral',
  })
})

test('an app token that is revoked meanwhile shows in the health, with what to do', async () => {
  const { slack, log } = open()
  await slack.start()
  await service.nextCall('apps.connections.open')
  const failed = Promise.withResolvers<void>()
  service.fail('apps.connections.open', { status: 200, error: 'account_inactive' })
  ;(await service.nextSocket()).terminate()
  await service.nextCall('apps.connections.open')
  const waiting = setInterval(() => slack.health().state === 'failed' && failed.resolve(), 5)
  await failed.promise
  clearInterval(waiting)
  expect(slack.health().message).toMatch(/SLACK_APP_TOKEN is no longer valid/)
  expect(log.lines.some(({ level }) => level === 'error')).toBe(true)
})

test('an answer whose socket has just gone is sent to its own address', async () => {
  const { desk } = openTestDesk()
  const gate = Promise.withResolvers<void>()
  const asked = Promise.withResolvers<void>()
  const { slack } = open({
    desk: {
      ...desk,
      respond: async (visit, request) => {
        asked.resolve()
        await gate.promise
        return desk.respond(visit, request)
      },
    },
  })
  await slack.start()
  const socket = await service.nextSocket()
  await service.nextCall('apps.connections.open')
  void service.sendEnvelope(socket, 'slash_commands', command('when did the strike start'))
  await asked.promise
  // For a moment Slack gives no other socket.
  service.fail('apps.connections.open', { status: 500 }, { status: 500 })
  socket.terminate()
  await service.nextCall('apps.connections.open')
  gate.resolve()
  expect((await service.nextReply()).body.text).toContain('3 April')
})

test('a wrong app token is one line that says what to do', async () => {
  const { slack } = open({ way: { kind: 'socket', appToken: 'xapp-wrong' } })
  await expect(slack.start()).rejects.toThrow(
    /^Slack refuses SLACK_APP_TOKEN \(invalid_auth\); make an app-level token/,
  )
  expect(slack.health().state).toBe('failed')
})
