// Pictures on Slack, over real sockets.

import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openSlackBot, type SlackBot } from '../../fakes/slackBot.ts'
import { mention, slashCommand } from '../../fakes/slackPayloads.ts'
import { openSlackService, type SlackService } from '../../fakes/slackService.ts'

let service: SlackService
let bot: SlackBot
const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47])
beforeAll(async () => {
  service = await openSlackService()
  bot = await openSlackBot({ service, rasterise: async () => png })
  await bot.slack.start()
})
afterAll(async () => {
  await bot.close()
  await service.close()
})
afterEach(() => {
  service.forget()
  expect(service.problems).toEqual([])
})

// Its sources disagree on a figure, which is drawn.
const question = 'how many drivers were hurt'
const imageOf = (blocks: unknown) => (blocks as { type: string }[]).find(({ type }) => type === 'image')

test('a picture is uploaded and shown with its text alternative', async () => {
  expect(await bot.post(slashCommand(question, bot.asker()))).toEqual({ status: 200, body: undefined })
  const { body } = await service.nextReply()
  const { args } = await service.nextCall('files.completeUploadExternal')
  expect(imageOf(body.blocks)).toEqual({
    type: 'image',
    slack_file: { id: (args.files as { id: string }[])[0]?.id },
    alt_text: expect.stringContaining('44 drivers'),
  })
  expect(JSON.stringify(body.blocks)).not.toContain('Picture:')
})

test('a picture that Slack cannot show yet is shown a little later', async () => {
  service.fail('chat.postMessage', { status: 200, error: 'invalid_blocks' })
  await bot.post(mention(question, service.workspace.reader))
  await service.nextCall('chat.postMessage')
  expect(imageOf((await service.nextCall('chat.postMessage')).args.blocks)).toBeDefined()
})

test('one that it does not show at all is told in words', async () => {
  service.fail('response_url', { status: 400 }, { status: 400 })
  await bot.post(slashCommand(question, bot.asker()))
  const { body } = await service.nextReply()
  expect(imageOf(body.blocks)).toBeUndefined()
  expect(JSON.stringify(body.blocks)).toContain('Picture: ')
})

test('a picture that a workspace was shown is not uploaded again', async () => {
  const uploads = () => service.calls.filter(({ method }) => method === 'files.getUploadURLExternal').length
  const before = uploads()
  await bot.post(slashCommand(question, bot.asker()))
  const { body } = await service.nextReply()
  expect(imageOf(body.blocks)).toBeDefined()
  expect(before).toBeGreaterThan(0)
  expect(uploads()).toBe(before)
})

test('an upload that fails is no reason to leave the answer unsaid', async () => {
  service.fail('files.getUploadURLExternal', { status: 500 })
  const { body } = await bot.post(slashCommand('timeline', bot.asker()))
  expect(body?.text).toContain('Linden Square')
  expect(bot.log.lines.map(({ event }) => event)).toContain('a picture could not be shown')
})
