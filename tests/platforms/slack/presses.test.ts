// Buttons, the menu of names, the form for a report, and the message shortcut, over real sockets.

import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openSlackBot, type SlackBot } from '../../fakes/slackBot.ts'
import { slackOptions, slackResponse, slackViewResponse } from '../../fakes/slackLimits.ts'
import {
  blockActions,
  blockSuggestion,
  messageShortcut,
  type PressOptions,
  slashCommand,
  viewSubmission,
} from '../../fakes/slackPayloads.ts'

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

type Element = { readonly text?: { readonly text: string }; readonly value?: string; readonly action_id: string }

/** The buttons under an answer, by what is written on them. */
function buttonsOf(blocks: unknown): ReadonlyMap<string, Element> {
  const rows = (blocks as { type: string; elements: Element[] }[]).filter((block) => block.type === 'actions')
  return new Map(rows.flatMap((row) => row.elements).map((element) => [element.text?.text ?? '', element]))
}

/** Asks, and presses a button under the answer. */
async function pressUnder(question: string, label: string, more: Partial<PressOptions> = {}) {
  const { body } = await bot.post(slashCommand(question, bot.asker()))
  return press(body?.blocks, label, more)
}

async function press(blocks: unknown, label: string, more: Partial<PressOptions> = {}) {
  const button = buttonsOf(blocks).get(label)
  if (button?.value === undefined) throw new Error(`no button says ${label}`)
  const payload = blockActions({ ...bot.asker(), value: button.value, actionId: button.action_id, ...more })
  expect(await bot.post(payload)).toEqual({ status: 200, body: undefined })
  return payload
}

const nextReply = async () => slackResponse.parse((await bot.service.nextReply()).body)

/** Slack lets a view be opened with a trigger that it made within three seconds. */
async function trigger(): Promise<string> {
  const { trigger_id } = await bot.service.workspace.call('views.generateTriggerId', {
    user_id: bot.service.workspace.reader,
  })
  return String(trigger_id)
}

describe('a button', () => {
  test.each([
    ['Sources', 'Ostermoor Herald'],
    ['Timeline', 'Timeline'],
    ['Where sources disagree', 'Why they differ'],
  ])('%s shows that card to whoever pressed it', async (label, expected) => {
    await pressUnder('how many drivers were hurt', label)
    const { response_type, replace_original, blocks } = await nextReply()
    expect({ response_type, replace_original }).toEqual({ response_type: 'ephemeral', replace_original: false })
    expect(JSON.stringify(blocks)).toContain(expected)
  })

  test('"Share in channel" posts the answer for all, with what was asked', async () => {
    await pressUnder('when did the strike start', 'Share in channel')
    const { response_type, replace_original, text, blocks } = await nextReply()
    expect({ response_type, replace_original }).toEqual({ response_type: 'in_channel', replace_original: false })
    expect(text).toMatch(/^when did the strike start\n/)
    expect(buttonsOf(blocks).has('Share in channel')).toBe(false)
  })

  test('with a near question asks it', async () => {
    const { body } = await bot.post(slashCommand('how much did the strike cost the operator', bot.asker()))
    const [, question = ''] = /1\. ([^\\]*)/.exec(JSON.stringify(body?.blocks)) ?? []
    await press(body?.blocks, 'Ask 1')
    const { text } = await nextReply()
    expect(question).not.toBe('')
    expect(text.startsWith(`${question}\n`)).toBe(true)
  })

  test('in a thread answers in that thread', async () => {
    await pressUnder('when did the strike start', 'Sources', { isEphemeral: false, thread: '1934000000.000100' })
    expect((await nextReply()).thread_ts).toBe('1934000000.000100')
  })

  test('that turns a page replaces what only the presser sees, and not what all see', async () => {
    const handle = await longHandle()
    const next = { ...bot.asker(), value: `sitrep:${handle}:answer:1`, actionId: 'sitrep:next' }
    await bot.post(blockActions(next))
    expect((await nextReply()).replace_original).toBe(true)
    await bot.post(blockActions({ ...next, isEphemeral: false }))
    expect((await nextReply()).replace_original).toBe(false)
  })

  test('that is pressed twice in one go is answered once', async () => {
    const payload = await pressUnder('when did the strike start', 'Sources')
    await nextReply()
    const before = bot.service.replies.length
    await bot.post(payload)
    await pressUnder('when did the strike start', 'Timeline')
    await nextReply()
    expect(bot.service.replies.length).toBe(before + 1)
  })

  test('of an answer long gone says so', async () => {
    await bot.post(blockActions({ ...bot.asker(), value: 'sitrep:gone:sources:0' }))
    expect((await nextReply()).text).toContain('too old for its buttons')
  })

  test('that is none of ours is left alone', async () => {
    const before = bot.service.replies.length
    for (const value of ['sitrep:x', 'other:1:2:3', 'sitrep:<!channel>:sources:0', ''])
      expect((await bot.post(blockActions({ ...bot.asker(), value }))).status).toBe(200)
    await pressUnder('when did the strike start', 'Sources')
    await nextReply()
    expect(bot.service.replies.length).toBe(before + 1)
  })

  test('in the App Home answers in a modal, and there in place of what the modal showed', async () => {
    const { body } = await bot.post(slashCommand('overview', bot.asker()))
    await press(body?.blocks, 'Sources', { view: { id: 'V1', type: 'home' }, trigger: await trigger() })
    const { args, result } = await bot.service.nextCall('views.open')
    expect(JSON.stringify(args.view)).toContain('Ostermoor Herald')

    const { id } = (result as { view: { id: string } }).view
    await press(body?.blocks, 'Timeline', { view: { id, type: 'modal' } })
    const updated = await bot.service.nextCall('views.update')
    expect(updated.args.view_id).toBe(id)
    expect(JSON.stringify(updated.args.view)).toContain('3 April 2031')
    await press(body?.blocks, 'Report a problem', { view: { id, type: 'modal' } })
    expect((await bot.service.nextCall('views.update')).args.view).toMatchObject({ callback_id: 'sitrep-report' })
  })
})

/** The handle of an answer. */
async function longHandle(): Promise<string> {
  const { body } = await bot.post(slashCommand('overview', bot.asker()))
  return /sitrep:([a-z0-9]+):/.exec(JSON.stringify(body))?.[1] ?? ''
}

describe('the form for a report', () => {
  test('opens on its button, and what is sent reaches the curator without a name', async () => {
    await pressUnder('when did the strike start', 'Report a problem', { trigger: await trigger() })
    const { args } = await bot.service.nextCall('views.open')
    const { private_metadata } = args.view as { private_metadata: string }
    const { body } = await bot.post(viewSubmission(private_metadata, 'It was the 2nd.', bot.service.workspace.reader))
    expect(JSON.stringify(slackViewResponse.parse(body))).toContain('Thank you')
    expect(await bot.ports.gaps.list()).toContainEqual(
      expect.objectContaining({ kind: 'report', text: 'It was the 2nd.', about: 'when did the strike start' }),
    )
  })
})

describe('the menu of names', () => {
  test.each(['vos', 'Илка', 'brandt', 'zzzz', '<!channel>'])('completes "%s" within the limits', async (typed) => {
    const { body } = await bot.post(blockSuggestion(typed, bot.service.workspace.reader))
    const { options } = slackOptions.parse(body)
    expect(options.some(({ value }) => value === 'Ilka Voss')).toBe(typed === 'vos' || typed === 'Илка')
  })

  test('asks about what is chosen, whatever was asked before', async () => {
    await bot.post(slashCommand('when did the strike start', bot.asker()))
    await bot.post(blockActions({ ...bot.asker(), actionId: 'sitrep-find', chosen: 'Ilka Voss' }))
    expect((await nextReply()).text).toContain('Ilka Voss')
  })
})

test('the message shortcut holds a message against the briefing, for whoever asked', async () => {
  await bot.post(messageShortcut('<@U1> The army cleared Linden Square.', bot.asker()))
  const { response_type, text } = await nextReply()
  expect(response_type).toBe('ephemeral')
  expect(text).toContain('Checked against the briefing')
  expect(text).toContain('The briefing contradicts this')
})
