// Slash commands over real sockets: signed posts in, the acknowledgement or a response_url out.

import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { hostileTexts } from '../../fakes/randomCards.ts'
import { openSlackBot, type SlackBot } from '../../fakes/slackBot.ts'
import { slackResponse } from '../../fakes/slackLimits.ts'
import { slashCommand } from '../../fakes/slackPayloads.ts'

let bot: SlackBot
beforeAll(async () => {
  bot = await openSlackBot()
  await bot.slack.start()
})
afterAll(() => bot.close())
afterEach(() => expect(bot.service.problems).toEqual([]))

/** The acknowledgement of a command, held against Slack's limits. */
async function command(text: string, more: Record<string, string> = {}) {
  const { status, body } = await bot.post(slashCommand(text, bot.asker(), more))
  expect(status).toBe(200)
  return slackResponse.parse(body)
}

describe('each verb is answered at once', () => {
  test.each([
    ['who voss', 'Ilka Voss'],
    ['what happened on linden square', 'Linden Square'],
    ['when did the strike start', '3 April'],
    ['where did the clash happen', 'Linden Square'],
    ['why did the drivers stop work', 'eleven hours'],
    ['howmany drivers were hurt', '31 drivers'],
    ['timeline voss', '9 April'],
    ['overview', 'The tram strike in Ostermoor'],
    ['', 'The tram strike in Ostermoor'],
    ['sources', 'Ostermoor Herald'],
    ['conflicts', 'Why they differ'],
    ['help', 'Ask in plain words'],
    ['catch-up', 'changes in'],
    ['digest list', 'ordered: list'],
  ])('/brief %s', async (text, expected) => {
    const { text: fallback, blocks } = await command(text)
    expect(JSON.stringify([fallback, blocks])).toContain(expected)
  })
})

test('an answer is for the asker alone, who can share it', async () => {
  const { response_type, replace_original, blocks } = await command('when did the strike start')
  expect({ response_type, replace_original }).toEqual({ response_type: 'ephemeral', replace_original: false })
  expect(JSON.stringify(blocks)).toContain('"Share in channel"')
})

test('a command of its own has its verb', async () => {
  expect((await command('voss', { command: '/whois' })).text).toContain('Ilka Voss')
  expect((await command('the strike start', { command: '/acme-when' })).text).toContain('3 April')
  expect((await command('', { command: '/when' })).text).toContain('Ask in plain words')
})

test('as of a day, later sources are not known', async () => {
  expect((await command('how many drivers were hurt')).text).toContain('44')
  const { text, blocks } = await command('how many drivers were hurt as of 2031-04-06')
  expect(text).not.toContain('44')
  expect(JSON.stringify(blocks)).toContain('As of 6 April 2031')
})

test('where sources disagree, the disagreement stands apart', async () => {
  const { text } = await command('how many drivers were hurt')
  expect(text).toMatch(/^>≠ /m)
})

test('a question that the briefing cannot answer is declined, with questions that it can', async () => {
  const { text, blocks } = await command('how much did the strike cost the operator')
  expect(text).toContain("the size of the operator's loss")
  expect(JSON.stringify(blocks)).toContain('nearby-0')
})

test('follow-ups are understood with what the reader asked before in that channel', async () => {
  const there = { channel_id: 'C0FOLLOW' }
  await command('when did the strike start', there)
  expect((await command('why?', there)).text).toContain('eleven hours')
  expect((await command('why?', { channel_id: 'C0OTHER' })).text).not.toContain('eleven hours')
})

test('hostile text stays text', async () => {
  for (const hostile of hostileTexts) {
    const answer = JSON.stringify(await command(`who is ${hostile}`))
    expect(answer).not.toMatch(/<[!@#]|@here|@channel|@everyone|https:\/\/evil\.example>/)
  }
})

test('a long text is answered within the limits', async () => {
  await command('why '.repeat(900))
})

test('a command that is sent twice is answered once', async () => {
  const payload = slashCommand('when did the strike start', bot.asker())
  const [first, second] = [await bot.post(payload), await bot.post(payload)]
  expect(first.body?.text).toContain('3 April')
  expect(second).toEqual({ status: 200, body: undefined })
})

test('an admin manages digests and others do not', async () => {
  const seen: boolean[] = []
  const managing = await openSlackBot({
    service: bot.service,
    managers: ['UMANAGER1'],
    desk: {
      ...bot.desk,
      respond: (visit, request) => {
        seen.push(visit.mayManage)
        return bot.desk.respond(visit, request)
      },
    },
  })
  await managing.slack.start()
  for (const user of ['U000000001', bot.service.workspace.reader, 'UMANAGER1', 'UUNKNOWN1'])
    await managing.post(slashCommand('digest list', managing.asker(user)))
  expect(seen).toEqual([true, false, true, false])
  await managing.close()
})
