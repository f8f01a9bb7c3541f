// Mentions, direct messages, replies and threads over real sockets.

import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Desk, Visit } from '../../../src/core/desk/request.ts'
import { asPart, list } from '../../fakes/discord/checkMessage.ts'
import { openReader } from '../../fakes/discord/openReader.ts'
import { startTestBot, type TestBot } from '../../fakes/discord/openTestBot.ts'
import { openTestDiscord, type TestDiscord } from '../../fakes/discord/openTestDiscord.ts'
import { openTestDesk } from '../../fakes/openTestDesk.ts'
import { hostileTexts } from '../../fakes/randomCards.ts'

let discord: TestDiscord
let bot: TestBot
const visits: Visit[] = []
let mira: ReturnType<typeof openReader>
let tomas: ReturnType<typeof openReader>
let mention: string

beforeAll(async () => {
  discord = await openTestDiscord()
  await discord.letManage(discord.people.tomas)
  const { desk } = openTestDesk()
  const respond: Desk['respond'] = (visit, request) => {
    visits.push(visit)
    return desk.respond(visit, request)
  }
  bot = await startTestBot(discord, { desk: { ...desk, respond } })
  mira = openReader(discord, { user: discord.people.mira, channel: discord.places.general })
  tomas = openReader(discord, { user: discord.people.tomas, channel: discord.places.general })
  mention = `<@${discord.botId}>`
}, 30_000)
afterAll(async () => {
  await bot.bot.stop()
  await discord.close()
})
afterEach(() => expect(discord.problems()).toEqual([]))

const countPosts = () =>
  discord.rest.seen.filter(({ method, path }) => method === 'POST' && /messages$/.test(path)).length

describe('in a channel', () => {
  test('a mention is answered with a reply that pings nobody', async () => {
    const seen = await mira.replyTo(await mira.write(`${mention} who is Ilka Voss?`))
    expect(seen.text).toContain('Voss')
    expect(seen.body.allowed_mentions).toEqual({ parse: [], replied_user: false })
    expect(seen.body).toMatchObject({ enforce_nonce: true, nonce: expect.stringMatching(/^\d+$/) })
  })

  test('what is said to others is left alone', async () => {
    const before = countPosts()
    await mira.write('who is Ilka Voss?')
    await mira.replyTo(await mira.write(`${mention} when did the strike begin`))
    expect(countPosts()).toBe(before + 1)
  })

  test('a mention alone shows what the briefing is about', async () => {
    expect((await mira.replyTo(await mira.write(mention))).text).toContain('### Tram strike')
  })

  test('a mention may be a command', async () => {
    const seen = await mira.replyTo(await mira.write(`${mention} timeline Voss`))
    expect(seen.text).toContain('- ')
  })

  test('what concerns the asker alone is written to the asker', async () => {
    const id = await mira.write(`${mention} help`)
    const direct = await discord.directChannel(discord.people.mira)
    const { body } = await discord.rest.wait(
      ({ path, body: sent }) => path === `/channels/${direct}/messages` && asPart(sent).nonce === id,
      'a direct message',
    )
    expect(list(asPart(body).components)).not.toEqual([])
    expect(Number(asPart(body).flags) & 64).toBe(0)
  })
})

describe('a conversation goes on', () => {
  test('by replying to an answer, whoever replies, as often as they like', async () => {
    const first = await mira.replyTo(await mira.write(`${mention} who is Ilka Voss?`))
    const second = await tomas.replyTo(await tomas.write('who replaced her?', first.messageId))
    expect(second.text).toContain('Anders')
    const third = await mira.replyTo(await mira.write(`${mention} and when was she dismissed?`, second.messageId))
    expect(third.text).toMatch(/9 April|Voss/)
    const threads = new Set([first, second, third].map(({ body }) => asPart(body.message_reference).message_id))
    expect(threads.size).toBe(3)
  })

  test('by replying to the answer to a command', async () => {
    const answer = await mira.command('who', { text: 'is Ilka Voss' })
    const seen = await mira.replyTo(await mira.write(`${mention} who replaced her?`, answer.messageId))
    expect(seen.text).toContain('Anders')
  })

  test('by one command after another, each reader for themselves', async () => {
    const [anna, ben] = [
      openReader(discord, { user: discord.people.mira, channel: discord.places.news }),
      openReader(discord, { user: discord.people.tomas, channel: discord.places.news }),
    ]
    await anna.command('who', { text: 'is Ilka Voss' })
    expect((await anna.command('ask', { text: 'who replaced her?' })).text).toContain('Anders')
    expect((await ben.command('ask', { text: 'who replaced her?' })).text).not.toContain('10 April 2031')
  })

  test('in a thread, for all who write there', async () => {
    const channel = await discord.openThread('strike')
    const here = { channel, channelType: 11 }
    const first = openReader(discord, { user: discord.people.mira, ...here })
    const second = openReader(discord, { user: discord.people.tomas, ...here })
    await first.replyTo(await first.write(`${mention} who is Ilka Voss?`))
    expect((await second.replyTo(await second.write(`${mention} who replaced her?`))).text).toContain('Anders')
    expect((await second.command('ask', { text: 'when was she dismissed' })).text).toMatch(/9 April|Voss/)
  })

  test('in a direct message, without any mention', async () => {
    const channel = await discord.directChannel(discord.people.mira)
    const alone = openReader(discord, { user: discord.people.mira, channel, context: 1 })
    expect((await alone.replyTo(await alone.write('who is Ilka Voss?'))).text).toContain('Voss')
    expect((await alone.replyTo(await alone.write('who replaced her?'))).text).toContain('Anders')
    const help = await alone.replyTo(await alone.write('help'))
    expect(help.text).not.toBe('')
    const command = await alone.command('when', { text: 'did the strike begin', private: true })
    expect(command.labels).not.toContain('Share in channel')
  })
})

describe('where somebody stands', () => {
  const ask = 'when did the strike begin'
  const last = () => visits.at(-1)

  test('is told by server, channel and user, and by the right to manage the server', async () => {
    const { mira: id, tomas: other } = discord.people
    const channel = discord.places.general
    const inChannel = { platform: 'discord', tenant: discord.guildId, channel }
    await mira.replyTo(await mira.write(`${mention} ${ask}`))
    expect(last()).toMatchObject({ ...inChannel, user: id, mayManage: false })
    await tomas.replyTo(await tomas.write(`${mention} ${ask}`))
    expect(last()).toMatchObject({ ...inChannel, user: other, mayManage: true })
    await mira.command('ask', { text: ask })
    expect(last()).toMatchObject({ ...inChannel, user: id, mayManage: false })
    await openReader(discord, { user: id, channel, rights: 32n }).command('ask', { text: ask })
    expect(last()).toMatchObject({ ...inChannel, user: id, mayManage: true })
  })

  test('in a direct message is theirs to manage', async () => {
    const channel = await discord.directChannel(discord.people.mira)
    const alone = openReader(discord, { user: discord.people.mira, channel, context: 1 })
    await alone.replyTo(await alone.write(ask))
    const direct = { tenant: 'direct', channel, thread: `discord:${channel}`, mayManage: true }
    expect(last()).toMatchObject(direct)
    await alone.command('ask', { text: ask })
    expect(last()).toMatchObject(direct)
  })
})

describe('hostile text', () => {
  test.each(hostileTexts)('%j is answered or declined, and pings nobody', async (text) => {
    const seen = await mira.command('ask', { text: `${text} who is Ilka Voss`, private: true })
    const unescaped = seen.text.replace(/\\[^0-9A-Za-z\s]/g, '')
    expect(unescaped).not.toMatch(/@everyone|@here|<@|<#|<!|evil\.example\)|[\u202e\u2066\u200b]/)
    const shared = seen.labels.includes('Share in channel') ? await mira.press(seen, 'Share in channel') : undefined
    const sharedText = shared?.text.replace(/\\[^0-9A-Za-z\s]/g, '') ?? ''
    expect(sharedText).not.toMatch(/@everyone|@here|<@|<#|<!|[\u202e\u2066\u200b]/)
  })

  test.each(hostileTexts)('%j in a mention is answered', async (text) => {
    const seen = await mira.replyTo(await mira.write(`${mention} ${text}`))
    expect(seen.text).not.toBe('')
  })

  test('text of a message that is checked is quoted as it is', async () => {
    const seen = await mira.menu('Check against the briefing', 'At least 31 drivers were injured, says @everyone <@5>.')
    expect(seen.text).toContain('\\@everyone \\<\\@5\\>')
  })
})
