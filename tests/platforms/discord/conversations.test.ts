import { expect, test } from 'vitest'
import { openConversations } from '../../../src/platforms/discord/conversations.ts'

type Written = {
  id: string
  channel_id: string
  message_reference?: { message_id: string; type: 0; channel_id: string }
}

const message = (id: string, replyTo?: string): Written => ({
  id,
  channel_id: 'c',
  ...(replyTo === undefined ? {} : { message_reference: { message_id: replyTo, type: 0, channel_id: 'c' } }),
})
const nothing = async () => undefined

test('a message that replies to none begins a conversation', async () => {
  const { find } = openConversations(nothing)
  expect(await find(message('1'))).toBe('discord:c:1')
})

test('a reply to an answer goes on with what was answered', async () => {
  const { find, note } = openConversations(nothing)
  const thread = await find(message('1'))
  note('2', thread)
  expect(await find(message('3', '2'))).toBe(thread)
})

test('a reply to what was answered before a restart is followed back to where it began', async () => {
  const before = [message('1'), message('2', '1'), message('3', '2'), message('4', '3')]
  const { find } = openConversations(async (_, id) => before.find((one) => one.id === id))
  expect(await find({ ...message('5', '4'), referenced_message: before[3] as never })).toBe('discord:c:1')
})

test('what must not be read begins where reading ends', async () => {
  const { find } = openConversations(nothing)
  expect(await find({ ...message('5', '4'), referenced_message: message('4', '3') as never })).toBe('discord:c:3')
})

test('an endless chain is not followed to its end', async () => {
  let looked = 0
  const { find } = openConversations(async (_, id) => {
    looked++
    return message(id, String(Number(id) - 1))
  })
  await find(message('1000', '999'))
  expect(looked).toBe(10)
})

test('a reply to the answer to a command goes on with what its asker asked', async () => {
  const { find } = openConversations(nothing)
  const answer = { ...message('2'), interaction_metadata: { user: { id: 'mira' } } }
  expect(await find({ ...message('3', '2'), referenced_message: answer as never })).toBe('discord:c:mira')
})

test('only so many messages are remembered', async () => {
  const { find, note } = openConversations(nothing)
  note('old', 'discord:c:root')
  for (let i = 0; i < 10_000; i++) note(String(i), 'discord:c:x')
  expect(await find(message('new', 'old'))).toBe('discord:c:old')
})
