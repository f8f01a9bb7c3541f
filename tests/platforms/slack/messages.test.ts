// Mentions, direct messages, threads, the App Home and the agent pane, over real sockets.

import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openSlackBot, type SlackBot } from '../../fakes/slackBot.ts'
import { directMessage, eventCallback, mention } from '../../fakes/slackPayloads.ts'
import { ADMIN, BOT_USER, CHANNEL } from '../../fakes/slackWorkspace.ts'

let bot: SlackBot
beforeAll(async () => {
  bot = await openSlackBot()
  await bot.slack.start()
})
afterAll(() => bot.close())
afterEach(() => {
  bot.service.forget()
  expect(bot.service.problems).toEqual([])
})

const { reader, direct } = {
  reader: () => bot.service.workspace.reader,
  direct: () => bot.service.workspace.direct,
}

/** What the bot posts when this event arrives. */
async function posted(payload: object, method = 'chat.postMessage') {
  expect((await bot.post(payload)).status).toBe(200)
  return (await bot.service.nextCall(method)).args
}

describe('a mention', () => {
  test('is answered in its thread, for all', async () => {
    const payload = mention('when did the strike start?', reader())
    const { channel, thread_ts, text, blocks } = await posted(payload)
    expect({ channel, thread_ts }).toEqual({ channel: CHANNEL, thread_ts: payload.event.ts })
    expect(text).toContain('3 April')
    expect(JSON.stringify(blocks)).not.toContain('Share in channel')
  })

  test('in a thread is a follow-up of what was asked there', async () => {
    const first = mention('when did the strike start?', reader())
    await posted(first)
    const { text, thread_ts } = await posted(mention('why?', ADMIN, { thread_ts: String(first.event.ts) }))
    expect(text).toContain('eleven hours')
    expect(thread_ts).toBe(first.event.ts)
    expect((await posted(mention('why?', reader()))).text).not.toContain('eleven hours')
  })

  test('that wants a digest is answered to the asker alone', async () => {
    const { user, channel, text } = await posted(mention('digest list', reader()), 'chat.postEphemeral')
    expect({ user, channel, text }).toEqual({ user: reader(), channel: CHANNEL, text: 'ordered: list' })
  })

  test('of which Slack sends copies is answered once', async () => {
    const payload = mention('who is mara brandt', reader())
    await posted(payload)
    const before = bot.service.calls.length
    await bot.post(payload, { 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'http_timeout' })
    await bot.post(payload, { 'x-slack-retry-num': '2', 'x-slack-retry-reason': 'http_timeout' })
    await posted(mention('who is ilka voss', reader()))
    expect(bot.service.calls.length).toBe(before + 1)
  })

  test('with markup is read as its writer sees it', async () => {
    const asked = 'when did the <https://strike.example|strike> start, <@U0SOMEONE> &amp; <#C1|general>?'
    expect((await posted(mention(asked, reader()))).text).toContain('3 April')
  })
})

describe('a direct message', () => {
  test('is answered there, outside of any thread', async () => {
    const { channel, thread_ts, text } = await posted(directMessage('when did the strike start', reader(), direct()))
    expect({ channel, thread_ts }).toEqual({ channel: direct(), thread_ts: undefined })
    expect(text).toContain('3 April')
  })

  test('follows up on the one before', async () => {
    await posted(directMessage('when did the strike start', reader(), direct()))
    expect((await posted(directMessage('why?', reader(), direct()))).text).toContain('eleven hours')
  })

  test('in a thread of the agent pane is answered in that thread', async () => {
    const thread = '1934000000.900000'
    const { thread_ts } = await posted(directMessage('overview', reader(), direct(), { thread_ts: thread }))
    expect(thread_ts).toBe(thread)
  })

  test('also shows what is only for the asker, as nobody else is there', async () => {
    expect((await posted(directMessage('help', reader(), direct()))).text).toContain('Ask in plain words')
  })
})

test('messages of bots, edits and messages in channels are left alone', async () => {
  const before = bot.service.calls.length
  await bot.post(directMessage('who is voss', BOT_USER, direct(), { bot_id: 'BBOT00001' }))
  await bot.post(directMessage('who is voss', reader(), direct(), { subtype: 'message_changed' }))
  await bot.post(directMessage('who is voss', reader(), CHANNEL, { channel_type: 'channel' }))
  await bot.post(mention('who is voss', reader(), { channel: direct() }))
  await posted(directMessage('help', reader(), direct()))
  expect(bot.service.calls.length).toBe(before + 1)
})

describe('the app itself', () => {
  test('shows the overview in its Home, with a menu of names', async () => {
    const opened = { type: 'app_home_opened', user: reader(), channel: direct(), tab: 'home', event_ts: '1.1' }
    const { user_id, view } = await posted(eventCallback(opened), 'views.publish')
    expect(user_id).toBe(reader())
    expect(JSON.stringify(view)).toContain('The tram strike in Ostermoor')
    expect(JSON.stringify(view)).toContain('external_select')
  })

  test.each([
    ['app_home_opened', () => ({ user: reader(), channel: direct(), tab: 'messages' }), undefined],
    [
      'assistant_thread_started',
      () => ({
        assistant_thread: { user_id: reader(), channel_id: direct(), thread_ts: '1934000000.800000', context: {} },
      }),
      '1934000000.800000',
    ],
  ])('suggests questions of the briefing in the agent pane (%s)', async (type, more, thread) => {
    const { channel_id, thread_ts, prompts } = await posted(
      eventCallback({ type, event_ts: '1.1', ...more() }),
      'assistant.threads.setSuggestedPrompts',
    )
    expect({ channel_id, thread_ts }).toEqual({ channel_id: direct(), thread_ts: thread })
    const questions = (prompts as { message: string }[]).map(({ message }) => message)
    expect(questions).toContain('when did the strike start')
    expect(questions.length).toBeLessThanOrEqual(4)
  })
})
