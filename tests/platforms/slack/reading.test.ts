// What Slack sends, read into requests. Pure.

import { describe, expect, test } from 'vitest'
import { visitOf } from '../../../src/platforms/slack/place.ts'
import { readSlashCommand } from '../../../src/platforms/slack/readCommand.ts'
import { readMessage } from '../../../src/platforms/slack/readMessage.ts'
import { readPress } from '../../../src/platforms/slack/readPress.ts'
import { homeView } from '../../../src/platforms/slack/views.ts'
import { blockActions, directMessage, mention, slashCommand } from '../../fakes/slackPayloads.ts'

const asker = { user: 'U1', responseUrl: 'https://hooks.example/1' }
const place = { tenant: 'T1', channel: 'C1', user: 'U1', thread: undefined }

describe('a conversation', () => {
  test('is the thread, the direct conversation, or the reader in the channel', () => {
    const threadOf = (more: object) => visitOf({ ...place, ...more }, false).thread
    expect(threadOf({ thread: '1.2' })).toBe('slack/T1/C1/1.2')
    expect(threadOf({})).toBe('slack/T1/C1/by/U1')
    expect(threadOf({ channel: 'D1' })).toBe('slack/T1/D1')
    expect(threadOf({ isFresh: true })).toBeUndefined()
  })
})

describe('a command', () => {
  const read = (text: string, command = '/brief') =>
    readSlashCommand(slashCommand(text, asker, { command }), { whois: 'who' }).request
  test('is read by the grammar that all platforms share', () => {
    expect(read('who voss as of 2031-04-06')).toEqual({ kind: 'ask', verb: 'who', text: 'voss', asOf: '2031-04-06' })
    expect(read('digest list')).toEqual({ kind: 'digest', order: { kind: 'list' } })
  })
  test('of its own name has its verb, whatever is typed', () => {
    expect(read('voss', '/whois')).toEqual({ kind: 'ask', verb: 'who', text: 'voss' })
    expect(read('sources', '/whois')).toEqual({ kind: 'ask', verb: 'who', text: 'sources' })
    expect(read('', '/whois')).toEqual({ kind: 'help' })
    expect(read('voss', '/somewhois')).toMatchObject({ verb: null })
  })
  test('of an organisation without a workspace is at home in the organisation', () => {
    const { team_id: _, ...body } = slashCommand('help', asker, { enterprise_id: 'E1' })
    expect(readSlashCommand(body, {}).place.tenant).toBe('E1')
  })
})

test('each copy of an event has the same key, and no other has', () => {
  const payload = mention('help', 'U1')
  expect(readMessage(payload)?.key).toBe(readMessage(structuredClone(payload))?.key)
  expect(readMessage(mention('help', 'U1'))?.key).not.toBe(readMessage(payload)?.key)
})

test('what is no message for us is none', () => {
  for (const payload of [{}, null, directMessage('hi', 'U1', 'C1', { channel_type: 'mpim' })])
    expect(readMessage(payload)).toBeUndefined()
})

test('what is no button of ours is none', () => {
  for (const value of [undefined, '', 'sitrep:a:b:c', 'sitrep:a:sources:1:2', 'x'.repeat(2000)])
    expect(readPress(blockActions({ ...asker, ...(value === undefined ? {} : { value }) }))).toBeUndefined()
  expect(readPress({ type: 'block_actions', actions: [] })).toBeUndefined()
})

test('the App Home names the briefings where there are several', () => {
  const briefing = (slug: string) => ({ slug, title: `About ${slug}`, summary: '' })
  const view = (slugs: string[]) => JSON.stringify(homeView({ text: '', blocks: [] }, slugs.map(briefing)))
  expect(view(['one'])).not.toContain('About one')
  expect(view(['one', 'two'])).toContain('Briefings: About one (one), About two (two)')
})
