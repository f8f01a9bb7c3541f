// Events that come twice or too late, and Discord's own faults, over real sockets.

import { describe, expect, test } from 'vitest'
import { asPart } from '../../fakes/discord/checkMessage.ts'
import { holdBack } from '../../fakes/discord/openTestBot.ts'
import { eventually, withDiscord } from '../../fakes/discord/withDiscord.ts'
import { memoryClaims } from '../../fakes/memoryClaims.ts'
import { openTestDesk } from '../../fakes/openTestDesk.ts'

const { discord, reader, start, stopBots, requestsOf, askVoss, mentionVoss } = withDiscord()
const voss = { text: 'is Ilka Voss' }

describe('an event that comes twice', () => {
  test('is answered once', async () => {
    const { log } = await start()
    const id = await askVoss()
    await reader().interact(
      2,
      { id: '1', name: 'who', type: 1, options: [{ name: 'text', type: 3, value: 'x' }] },
      {},
      id,
    )
    await reader().see(id)
    await reader().command('who', voss)
    expect(requestsOf(id)).toHaveLength(1)
    expect(log.lines.filter(({ level }) => level !== 'info' && level !== 'debug')).toEqual([])
  })

  test('is answered by one of two replicas', async () => {
    const claims = memoryClaims({ now: () => new Date() })
    await start({ claims })
    await start({ claims })
    const id = await askVoss()
    await reader().see(id)
    const message = await mentionVoss()
    await reader().replyTo(message)
    await stopBots()
    expect(requestsOf(id)).toHaveLength(1)
    expect(discord().rest.seen.filter(({ body }) => asPart(body).nonce === message)).toHaveLength(1)
  })

  test('is refused by Discord where claims fail, which is no error', async () => {
    const claim = async () => {
      throw new Error('the state is gone')
    }
    const bots = [await start({ claims: { claim } }), await start({ claims: { claim } })]
    const id = await askVoss()
    await reader().see(id)
    await eventually(() => requestsOf(id).length === 2)
    await stopBots()
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
    discord().rest.fail(callback, {
      status: 429,
      body: { message: 'slow down', retry_after: 0.2, global: false },
      headers: { 'retry-after': '0.2' },
    })
    expect((await reader().command('who', voss)).text).toContain('Voss')
  })

  test('an error of its own is tried again', async () => {
    await start()
    discord().rest.fail(callback, { status: 500 })
    const id = await askVoss()
    await eventually(() => requestsOf(id).some(({ status }) => status === 204))
  })

  test.each(['lost', 'refused'] as const)('a reply that is %s leaves one message', async (fault) => {
    const { log } = await start()
    discord().rest.fail(posting, fault)
    const id = await mentionVoss()
    const { messageId } = await reader().replyTo(id)
    const stored = await discord().twin.prisma.message.findMany({ where: { nonce: id } })
    expect(stored.map((message) => message.id)).toEqual([messageId])
    expect(log.lines.filter(({ level }) => level === 'error')).toEqual([])
  })

  test.each(['lost', 'refused'] as const)('an answer to a command that is %s is given once', async (fault) => {
    const { log } = await start()
    discord().rest.fail(callback, fault)
    const id = await askVoss()
    await eventually(() => requestsOf(id).some(({ status }) => status === 204 || status === 400))
    await stopBots()
    expect(requestsOf(id).map(({ status }) => status)).toEqual(fault === 'lost' ? [0, 400] : [204])
    expect(log.lines.filter(({ event }) => event !== 'commands registered')).toEqual([])
  })

  test('an interaction that is over is let go quietly', async () => {
    const { log } = await start()
    discord().rest.fail(callback, { status: 404, body: { message: 'Unknown interaction', code: 10062 } })
    await askVoss()
    await eventually(() => log.lines.some(({ event }) => event === 'there was nobody to answer any more'))
    expect(log.lines.some(({ level }) => level === 'error')).toBe(false)
  })

  test('an answer that is too late for its interaction is let go, and the bot goes on', async () => {
    const { desk, letGo } = holdBack(openTestDesk().desk)
    const { bot, log } = await start({ desk, deferAfterMs: 1 })
    discord().rest.fail(/^PATCH \/webhooks/, { status: 401, body: { message: 'Invalid Webhook Token', code: 50027 } })
    const id = await askVoss()
    await discord().rest.wait(({ path }) => path.includes(id), 'a deferral')
    letGo()
    await eventually(() => log.lines.some(({ event }) => event === 'there was nobody to answer any more'))
    expect(bot.health()).toEqual({ state: 'ready' })
    expect((await reader().command('who', voss)).text).toContain('Voss')
  })

  test('a channel that may not be written in is logged with what to do', async () => {
    const { log } = await start()
    discord().rest.fail(posting, { status: 403, body: { message: 'Missing Permissions', code: 50013 } })
    await mentionVoss()
    await eventually(() => log.lines.some(({ level }) => level === 'warn'))
    expect(log.lines.find(({ level }) => level === 'warn')?.fields.advice).toMatch(/Send Messages/)
    expect((await reader().command('who', voss)).text).toContain('Voss')
  })
})
