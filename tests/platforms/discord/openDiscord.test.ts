// Starting, stopping, and a connection that is lost, over real sockets.

import { type AddressInfo, createServer } from 'node:net'
import { describe, expect, test } from 'vitest'
import { holdBack, makeTestBot } from '../../fakes/discord/openTestBot.ts'
import { eventually, withDiscord } from '../../fakes/discord/withDiscord.ts'
import { openTestDesk } from '../../fakes/openTestDesk.ts'

const { discord, reader, start, requestsOf, askVoss, mentionVoss } = withDiscord()

describe('the connection', () => {
  test('that is lost is made again, and what came meanwhile is answered once', async () => {
    const { bot } = await start()
    const before = discord().gateway.counts().resumed
    discord().gateway.drop()
    await eventually(() => bot.health().state === 'starting')
    const id = await askVoss()
    expect((await reader().see(id)).text).toContain('Voss')
    await eventually(() => bot.health().state === 'ready')
    expect(discord().gateway.counts().resumed).toBe(before + 1)
    expect(requestsOf(id)).toHaveLength(1)
  })

  test('is not made again with a token that is not valid any more, and that is said', async () => {
    const { bot, log } = await start()
    discord().revokeToken()
    discord().gateway.drop()
    await eventually(() => bot.health().state === 'failed')
    discord().restoreToken()
    expect(bot.health().message).toMatch(/Discord refuses DISCORD_TOKEN/)
    expect(log.lines).toContainEqual(expect.objectContaining({ level: 'error', event: 'discord is lost' }))
  })

  test('a token that is refused while answering makes the bot fail too', async () => {
    const { bot } = await start()
    discord().revokeToken()
    await mentionVoss()
    await eventually(() => bot.health().state === 'failed')
    discord().restoreToken()
    expect(bot.health().message).toMatch(/Discord refuses DISCORD_TOKEN/)
  })
})

describe('starting', () => {
  test('with a wrong token fails with one line that says what to do, without the token', async () => {
    const { bot } = makeTestBot(discord(), { token: 'wrong.token.of-mine' })
    const failure = await bot.start().catch((error: Error) => error)
    expect(failure).toMatchObject({
      name: 'PlatformError',
      message: expect.stringMatching(/^Discord refuses DISCORD_TOKEN.*Reset Token/),
    })
    expect(String(failure)).not.toContain('wrong.token')
    expect(bot.health()).toMatchObject({ state: 'failed' })
  })

  test('where nothing answers fails with one line', async () => {
    const { bot } = makeTestBot(discord(), { apiUrl: `http://127.0.0.1:${await freePort()}/api` })
    await expect(bot.start()).rejects.toThrow(/^Discord cannot be reached at 127\.0\.0\.1:\d+ \(ECONNREFUSED\)/)
  })

  test('where the gateway does not answer fails with one line', async () => {
    const silent = createServer()
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
    const { port } = silent.address() as AddressInfo
    discord().rest.fail(/gateway\/bot$/, {
      status: 200,
      body: { ...discord().rest.gatewayBot(`ws://127.0.0.1:${port}/`) },
    })
    const { bot } = makeTestBot(discord(), { startWithinMs: 300 })
    await expect(bot.start()).rejects.toThrow(/^Discord's gateway cannot be reached within 0.3 seconds/)
    silent.close()
  })

  test('where Discord has a fault fails with one line', async () => {
    for (let i = 0; i < 4; i++) discord().rest.fail(/@me$/, { status: 503 })
    await expect(makeTestBot(discord()).bot.start()).rejects.toThrow(/error \(503\).*discordstatus/)
  })

  test('registers the commands when they have changed, and only then', async () => {
    const puts = () => discord().rest.seen.filter(({ method }) => method === 'PUT').length
    discord().rest.setCommands([])
    await start()
    const before = puts()
    await start()
    expect(puts()).toBe(before)
    discord().rest.setCommands(discord().rest.commands().slice(1))
    await start()
    expect(puts()).toBe(before + 1)
  })

  test('goes on where commands cannot be registered', async () => {
    for (const method of ['GET', 'PUT'])
      discord().rest.fail(new RegExp(`^${method} .*commands$`), {
        status: 403,
        body: { message: 'Missing Access', code: 50001 },
      })
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
    const heard = reader().see(running)
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
  const { bot } = makeTestBot(discord())
  const before = discord().gateway.counts().identified
  const started = bot.start()
  await bot.stop()
  await started
  expect(bot.health()).toEqual({ state: 'stopped' })
  expect(discord().gateway.counts().identified).toBe(before)
})

/** A port of this machine on which nobody listens. */
async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
