import { describe, expect, test } from 'vitest'
import { readMessage } from '../../../src/platforms/discord/readMessage.ts'

const botId = '900'
const said = (content: string, more: object = {}) =>
  readMessage(
    {
      id: '1',
      channel_id: '2',
      guild_id: '3',
      type: 0,
      author: { id: '4', username: 'reader' },
      content,
      mentions: [{ id: botId }],
      ...more,
    } as never,
    botId,
    false,
  )

describe('what is said to the bot is read', () => {
  test.each([
    ['<@900> who is Ilka Voss', { kind: 'ask' }],
    ['<@!900>timeline Voss', { kind: 'ask', verb: 'timeline', text: 'Voss' }],
    ['sources <@900>', { kind: 'sources' }],
    ['<@900>', { kind: 'overview' }],
    ['<@900> when did it begin as of 2031-04-07', { kind: 'ask', asOf: '2031-04-07' }],
  ])('%s', (content, request) => {
    expect(said(content)).toMatchObject({ isDirect: false, request })
  })

  test('a direct message needs no mention, and is one conversation', () => {
    const reading = said('who is Ilka Voss', { guild_id: undefined, mentions: [], channel_type: 1 })
    expect(reading).toMatchObject({ isDirect: true, isThread: true })
  })

  test('a thread is one conversation', () => {
    expect(said('<@900> hello there', { channel_type: 11 })?.isThread).toBe(true)
    expect(said('<@900> hello there', { channel_type: 0 })?.isThread).toBe(false)
  })

  test('a reply that pings needs no other mention', () => {
    expect(said('who replaced her?', { type: 19 })?.request).toMatchObject({ kind: 'ask' })
  })
})

describe('what is not said to the bot is left alone', () => {
  test.each([
    ['a message that does not mention it', { mentions: [] }],
    ['a mention of somebody else', { mentions: [{ id: '901' }] }],
    ['what a bot says', { author: { id: '5', username: 'x', bot: true } }],
    ['what a webhook says', { webhook_id: '7' }],
    ['what Discord itself says', { type: 7 }],
    ['a group without a mention', { guild_id: undefined, channel_type: 3, mentions: [] }],
    ['a reply without text', { content: '', type: 19 }],
  ])('%s', (_, more) => {
    expect(said('who is Ilka Voss', more)).toBeUndefined()
  })
})
