// What can go wrong on Discord, over real sockets: slowness, doubled and late events, limits, faults, lost connections,
// wrong tokens; and starting and stopping.

import { type AddressInfo, createServer } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { noticeCard } from '../../../src/core/cards/card.ts'
import type { Desk, Shown } from '../../../src/core/desk/request.ts'
import { asPart } from '../../fakes/discord/checkMessage.ts'
import { openReader, type Seen } from '../../fakes/discord/openReader.ts'
import { holdBack, makeTestBot, startTestBot } from '../../fakes/discord/openTestBot.ts'
import { openTestDiscord, type TestDiscord } from '../../fakes/discord/openTestDiscord.ts'
import { memoryClaims } from '../../fakes/memoryClaims.ts'
import { openTestDesk } from '../../fakes/openTestDesk.ts'

let discord: TestDiscord
let reader: ReturnType<typeof openReader>
const opened: { readonly stop: () => Promise<void> }[] = []

beforeAll(async () => {
  discord = await openTestDiscord()
  reader = openReader(discord, { user: discord.people.mira, channel: discord.places.general })
}, 30_000)
afterAll(() => discord.close())
afterEach(async () => {
  await Promise.all(opened.splice(0).map((bot) => bot.stop()))
  expect(discord.problems()).toEqual([])
})

async function start(changes: Parameters<typeof startTestBot>[1] = {}) {
  const started = await startTestBot(discord, changes)
  opened.push(started.bot)
  return started
}

const requestsOf = (id: string) => discord.rest.seen.filter(({ path }) => path.includes(id))
const voss = { text: 'is Ilka Voss' }
const askVoss = () =>
  reader.interact(2, { id: '1', name: 'who', type: 1, options: [{ name: 'text', type: 3, value: 'is Ilka Voss' }] })
/** A desk that shows this, whatever is asked. */
const showing = (shown: Partial<Shown>): Desk => ({
  ...openTestDesk().desk,
  respond: async () => ({ card: noticeCard('A notice.'), handle: undefined, isPrivate: false, ...shown }),
})
const eventually = async (holds: () => boolean) => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5))
}

describe('a slow answer', () => {
  test('is deferred within three seconds, and given when it is there', async () => {
    const { desk, letGo } = holdBack(openTestDesk().desk)
    await start({ desk })
    const began = performance.now()
    const id = await askVoss()
    const { body } = await discord.rest.wait(({ path }) => path.includes(id), 'a deferral')
    expect(performance.now() - began).toBeLessThan(3000)
    expect(body).toEqual({ type: 5, data: { flags: 0 } })
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, 3100 - (performance.now() - began))))
    letGo()
    expect(await reader.see(id)).toMatchObject({ first: 5, isPrivate: false, text: expect.stringContaining('Voss') })
  })

  test('stays for the asker alone where that was wished', async () => {
    const { desk, letGo } = holdBack(openTestDesk().desk)
    await start({ desk, deferAfterMs: 1 })
    const asked = reader.command('who', { ...voss, private: true })
    await eventually(() =>
      discord.rest.seen.some(({ body }) => asPart(body).type === 5 && asPart(asPart(body).data).flags === 64),
    )
    letGo()
    expect(await asked).toMatchObject({ first: 5, isPrivate: true })
  })

  test('that turns out to be for the asker alone is not shown to others', async () => {
    const { desk, letGo } = holdBack(showing({ isPrivate: true }))
    await start({ desk, deferAfterMs: 1 })
    const id = await askVoss()
    await discord.rest.wait(({ path }) => path.includes(id), 'a deferral')
    letGo()
    const { body } = await discord.rest.wait(
      ({ method, path }) => method === 'POST' && path.startsWith('/webhooks/') && path.endsWith(id),
      'a follow-up',
    )
    expect(Number(asPart(body).flags) & 64).toBe(64)
    expect(requestsOf(id).map(({ method }) => method)).toEqual(['POST', 'DELETE', 'POST'])
  })

  test('to a message is announced by typing', async () => {
    const { desk, letGo } = holdBack(openTestDesk().desk)
    await start({ desk, deferAfterMs: 1 })
    const id = await reader.write(`<@${discord.botId}> who is Ilka Voss`)
    await discord.rest.wait(({ path }) => path.endsWith('/typing'), 'typing')
    letGo()
    expect((await reader.replyTo(id)).text).toContain('Voss')
  })
})

describe('pages', () => {
  const card = {
    ...noticeCard(
      ...Array.from({ length: 90 }, (_, i) => `${i}: the union and the operator met at the depot once more.`),
    ),
    kind: 'answer' as const,
  }

  test('are turned in place where the reader is alone with them', async () => {
    await start({ desk: showing({ card, handle: 'h1' }) })
    const first = await reader.command('ask', { text: 'x', private: true })
    const second = await reader.press(first, 'Next')
    expect(second).toMatchObject({ first: 7, text: expect.stringContaining('Page 2 of') })
    expect(await reader.press(second, 'Previous')).toMatchObject({
      first: 7,
      text: expect.stringContaining('Page 1 of'),
    })
  })

  test('of what all can see are turned for oneself', async () => {
    await start({ desk: showing({ card, handle: 'h1' }) })
    const first = await reader.command('ask', { text: 'x' })
    expect(await reader.press(first, 'Next')).toMatchObject({ first: 4, isPrivate: true })
  })

  test('that take long are turned in place too', async () => {
    let held = showing({ card, handle: 'h1' })
    await start({ desk: { ...held, respond: (...asked) => held.respond(...asked) }, deferAfterMs: 50 })
    const first = await reader.command('ask', { text: 'x', private: true })
    const { desk, letGo } = holdBack(held)
    held = desk
    const turned = reader.press(first, 'Next')
    await eventually(() => discord.rest.seen.some(({ body }) => asPart(body).type === 6))
    letGo()
    expect(await turned).toMatchObject({ first: 6, text: expect.stringContaining('Page 2 of') })
  })

  test('a limit stands beside the page that was to be turned', async () => {
    let desk = showing({ card, handle: 'h1' })
    await start({ desk: { ...desk, respond: (...asked) => desk.respond(...asked) } })
    const first = await reader.command('ask', { text: 'x', private: true })
    desk = showing({ isPrivate: true })
    expect(await reader.press(first, 'Next')).toMatchObject({ first: 4, isPrivate: true, text: '- A notice.' })
  })
})

describe('a picture', () => {
  const card = {
    ...noticeCard('31 or 44.'),
    picture: { svg: '<svg xmlns="http://www.w3.org/2000/svg"/>', alt: 'Two counts' },
  }

  test('is attached', async () => {
    await start({ desk: showing({ card }), rasterise: async () => new Uint8Array([137, 80, 78, 71]) })
    const seen = await reader.command('ask', { text: 'x' })
    expect(seen.files).toEqual(['picture.png'])
    expect(JSON.stringify(seen.body)).toContain('attachment://picture.png')
  })

  test('is attached to a deferred answer too', async () => {
    const { desk, letGo } = holdBack(showing({ card }))
    await start({ desk, rasterise: async () => new Uint8Array([137, 80, 78, 71]), deferAfterMs: 1 })
    const id = await askVoss()
    await discord.rest.wait(({ path }) => path.includes(id), 'a deferral')
    letGo()
    expect(await reader.see(id)).toMatchObject({ first: 5, files: ['picture.png'] })
  })

  test('that cannot be drawn is left out', async () => {
    const { log } = await start({
      desk: showing({ card }),
      rasterise: async () => {
        throw new Error('no fonts')
      },
    })
    expect(await reader.command('ask', { text: 'x' })).toMatchObject({
      files: [],
      text: expect.stringContaining('31 or 44'),
    })
    expect(log.lines).toContainEqual(expect.objectContaining({ level: 'warn', event: 'a picture could not be drawn' }))
  })
})

describe('limits and faults of our own are told to the asker alone', () => {
  test('too many questions', async () => {
    await start({ desk: openTestDesk({ limits: { take: async () => 5000 } }).desk })
    expect(await reader.command('who', voss)).toMatchObject({
      isPrivate: true,
      text: expect.stringContaining('5 seconds'),
    })
  })

  test('a desk that fails', async () => {
    const respond = async () => {
      throw new Error('secret inside')
    }
    const { log } = await start({ desk: { ...openTestDesk().desk, respond } })
    const seen: Seen = await reader.command('who', voss)
    expect(seen).toMatchObject({ isPrivate: true, text: expect.stringContaining('a fault on our side') })
    expect(seen.text).not.toContain('secret')
    expect(log.lines).toContainEqual(expect.objectContaining({ level: 'error', event: 'an answer could not be shown' }))
  })
})

describe('an event that comes twice', () => {
  test('is answered once', async () => {
    const { log } = await start()
    const id = await askVoss()
    await reader.interact(
      2,
      { id: '1', name: 'who', type: 1, options: [{ name: 'text', type: 3, value: 'x' }] },
      {},
      id,
    )
    await reader.see(id)
    await reader.command('who', voss)
    expect(requestsOf(id)).toHaveLength(1)
    expect(log.lines.filter(({ level }) => level !== 'info' && level !== 'debug')).toEqual([])
  })

  test('is answered by one of two replicas', async () => {
    const claims = memoryClaims({ now: () => new Date() })
    await start({ claims })
    await start({ claims })
    const id = await askVoss()
    await reader.see(id)
    const message = await reader.write(`<@${discord.botId}> who is Ilka Voss`)
    await reader.replyTo(message)
    await Promise.all(opened.splice(0).map((bot) => bot.stop()))
    expect(requestsOf(id)).toHaveLength(1)
    expect(discord.rest.seen.filter(({ body }) => asPart(body).nonce === message)).toHaveLength(1)
  })

  test('is refused by Discord where claims fail, which is no error', async () => {
    const claim = async () => {
      throw new Error('the state is gone')
    }
    const bots = [await start({ claims: { claim } }), await start({ claims: { claim } })]
    const id = await askVoss()
    await reader.see(id)
    await eventually(() => requestsOf(id).length === 2)
    await Promise.all(opened.splice(0).map((bot) => bot.stop()))
    expect(
      requestsOf(id)
        .map(({ status }) => status)
        .sort(),
    ).toEqual([204, 400])
    const lines = bots.flatMap(({ log }) => log.lines)
    expect(lines).toContainEqual(
      expect.objectContaining({ level: 'info', event: 'there was nobody to answer any more' }),
    )
    expect(lines.filter(({ level, event }) => level === 'error' && event !== 'an event could not be claimed')).toEqual(
      [],
    )
  })
})

describe('Discord fails', () => {
  const callback = /^POST \/interactions\//
  const posting = /^POST \/channels\/\d+\/messages/

  test('a rate limit is waited for', async () => {
    await start()
    discord.rest.fail(callback, {
      status: 429,
      body: { message: 'slow down', retry_after: 0.2, global: false },
      headers: { 'retry-after': '0.2' },
    })
    expect((await reader.command('who', voss)).text).toContain('Voss')
  })

  test('an error of its own is tried again', async () => {
    await start()
    discord.rest.fail(callback, { status: 500 })
    const id = await askVoss()
    await eventually(() => requestsOf(id).some(({ status }) => status === 204))
  })

  test.each(['lost', 'refused'] as const)('a reply that is %s leaves one message', async (fault) => {
    const { log } = await start()
    discord.rest.fail(posting, fault)
    const id = await reader.write(`<@${discord.botId}> who is Ilka Voss`)
    const { messageId } = await reader.replyTo(id)
    const stored = await discord.twin.prisma.message.findMany({ where: { nonce: id } })
    expect(stored.map((message) => message.id)).toEqual([messageId])
    expect(log.lines.filter(({ level }) => level === 'error')).toEqual([])
  })

  test.each(['lost', 'refused'] as const)('an answer to a command that is %s is given once', async (fault) => {
    const { log } = await start()
    discord.rest.fail(callback, fault)
    const id = await askVoss()
    await eventually(() => requestsOf(id).some(({ status }) => status === 204 || status === 400))
    await Promise.all(opened.splice(0).map((bot) => bot.stop()))
    expect(requestsOf(id).map(({ status }) => status)).toEqual(fault === 'lost' ? [0, 400] : [204])
    expect(log.lines.filter(({ event }) => event !== 'commands registered')).toEqual([])
  })

  test('an interaction that is over is let go quietly', async () => {
    const { log } = await start()
    discord.rest.fail(callback, { status: 404, body: { message: 'Unknown interaction', code: 10062 } })
    await askVoss()
    await eventually(() => log.lines.some(({ event }) => event === 'there was nobody to answer any more'))
    expect(log.lines.some(({ level }) => level === 'error')).toBe(false)
  })

  test('an answer that is too late for its interaction is let go, and the bot goes on', async () => {
    const { desk, letGo } = holdBack(openTestDesk().desk)
    const { bot, log } = await start({ desk, deferAfterMs: 1 })
    discord.rest.fail(/^PATCH \/webhooks/, { status: 401, body: { message: 'Invalid Webhook Token', code: 50027 } })
    const id = await askVoss()
    await discord.rest.wait(({ path }) => path.includes(id), 'a deferral')
    letGo()
    await eventually(() => log.lines.some(({ event }) => event === 'there was nobody to answer any more'))
    expect(bot.health()).toEqual({ state: 'ready' })
    expect((await reader.command('who', voss)).text).toContain('Voss')
  })

  test('a channel that may not be written in is logged with what to do', async () => {
    const { log } = await start()
    discord.rest.fail(posting, { status: 403, body: { message: 'Missing Permissions', code: 50013 } })
    await reader.write(`<@${discord.botId}> who is Ilka Voss`)
    await eventually(() => log.lines.some(({ level }) => level === 'warn'))
    expect(log.lines.find(({ level }) => level === 'warn')?.fields.advice).toMatch(/Send Messages/)
    expect((await reader.command('who', voss)).text).toContain('Voss')
  })
})

describe('the connection', () => {
  test('that is lost is made again, and what came meanwhile is answered once', async () => {
    const { bot } = await start()
    const before = discord.gateway.counts().resumed
    discord.gateway.drop()
    await eventually(() => bot.health().state === 'starting')
    const id = await askVoss()
    expect((await reader.see(id)).text).toContain('Voss')
    await eventually(() => bot.health().state === 'ready')
    expect(discord.gateway.counts().resumed).toBe(before + 1)
    expect(requestsOf(id)).toHaveLength(1)
  })

  test('is not made again with a token that is not valid any more, and that is said', async () => {
    const { bot, log } = await start()
    discord.revokeToken()
    discord.gateway.drop()
    await eventually(() => bot.health().state === 'failed')
    discord.restoreToken()
    expect(bot.health().message).toMatch(/Discord refuses DISCORD_TOKEN/)
    expect(log.lines).toContainEqual(expect.objectContaining({ level: 'error', event: 'discord is lost' }))
  })

  test('a token that is refused while answering makes the bot fail too', async () => {
    const { bot } = await start()
    discord.revokeToken()
    await reader.write(`<@${discord.botId}> who is Ilka Voss`)
    await eventually(() => bot.health().state === 'failed')
    discord.restoreToken()
    expect(bot.health().message).toMatch(/Discord refuses DISCORD_TOKEN/)
  })
})

describe('starting', () => {
  test('with a wrong token fails with one line that says what to do, without the token', async () => {
    const { bot } = makeTestBot(discord, { token: 'wrong.token.of-mine' })
    const failure = await bot.start().catch((error: Error) => error)
    expect(failure).toMatchObject({
      name: 'PlatformError',
      message: expect.stringMatching(/^Discord refuses DISCORD_TOKEN.*Reset Token/),
    })
    expect(String(failure)).not.toContain('wrong.token')
    expect(bot.health()).toMatchObject({ state: 'failed' })
  })

  test('where nothing answers fails with one line', async () => {
    const { bot } = makeTestBot(discord, { apiUrl: `http://127.0.0.1:${await freePort()}/api` })
    await expect(bot.start()).rejects.toThrow(/^Discord cannot be reached at 127\.0\.0\.1:\d+ \(ECONNREFUSED\)/)
  })

  test('where the gateway does not answer fails with one line', async () => {
    const silent = createServer()
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
    const { port } = silent.address() as AddressInfo
    discord.rest.fail(/gateway\/bot$/, { status: 200, body: { ...discord.rest.gatewayBot(`ws://127.0.0.1:${port}/`) } })
    const { bot } = makeTestBot(discord, { startWithinMs: 300 })
    await expect(bot.start()).rejects.toThrow(/^Discord's gateway cannot be reached within 0.3 seconds/)
    silent.close()
  })

  test('where Discord has a fault fails with one line', async () => {
    for (let i = 0; i < 4; i++) discord.rest.fail(/@me$/, { status: 503 })
    await expect(makeTestBot(discord).bot.start()).rejects.toThrow(/error \(503\).*discordstatus/)
  })

  test('registers the commands when they have changed, and only then', async () => {
    const puts = () => discord.rest.seen.filter(({ method }) => method === 'PUT').length
    discord.rest.setCommands([])
    await start()
    const before = puts()
    await start()
    expect(puts()).toBe(before)
    discord.rest.setCommands(discord.rest.commands().slice(1))
    await start()
    expect(puts()).toBe(before + 1)
  })

  test('goes on where commands cannot be registered', async () => {
    discord.rest.fail(/^GET .*commands$/, { status: 403, body: { message: 'Missing Access', code: 50001 } })
    const { bot, log } = await start()
    expect(bot.health()).toEqual({ state: 'ready' })
    expect(log.lines).toContainEqual(
      expect.objectContaining({ level: 'warn', event: 'commands could not be registered' }),
    )
  })
})

describe('stopping', () => {
  test('finishes what runs and takes nothing new', async () => {
    const { desk, asked, letGo } = holdBack(openTestDesk().desk)
    const { bot } = await start({ desk, deferAfterMs: 5000 })
    const running = await askVoss()
    const heard = reader.see(running)
    await asked
    const stopped = bot.stop()
    const late = await askVoss()
    letGo()
    await stopped
    expect((await heard).text).toContain('Voss')
    expect(requestsOf(late)).toEqual([])
    expect(bot.health()).toEqual({ state: 'stopped' })
  })
})

test('stopping while it starts leaves no connection behind', async () => {
  const { bot } = makeTestBot(discord)
  const before = discord.gateway.counts().identified
  const started = bot.start()
  await bot.stop()
  await started
  expect(bot.health()).toEqual({ state: 'stopped' })
  expect(discord.gateway.counts().identified).toBe(before)
})

/** A port of this machine on which nobody listens. */
async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
