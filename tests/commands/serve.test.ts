// The bot as an operator runs it: a process of its own, real sockets, signals.

import { existsSync } from 'node:fs'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openRequest } from '../openRequest.ts'
import { fixtureBriefings, runSitrep } from '../runSitrep.ts'
import { startBot, stopBots } from '../startBot.ts'

const patiently = { timeout: 20_000, interval: 50 }
const question = 'when did the Merrow run aground'
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sitrep-serve-'))
})
afterEach(async () => {
  await stopBots()
  await rm(folder, { recursive: true })
})

/** A folder of settings of its own, with the project's lexicon. */
async function configWith(text: string): Promise<string> {
  const config = join(folder, 'config')
  await cp(join(import.meta.dirname, '../../config'), config, { recursive: true })
  await writeFile(join(config, 'sitrep.yaml'), text)
  return config
}

const asleep = '127.0.0.1:9'
const discordAsleep = { DISCORD_TOKEN: 'abcdef.ghijkl.mnopqr', DISCORD_API_URL: `http://${asleep}/api` }

test('without any token it answers, is alive, ready and measured, and ends well when it is told to', async () => {
  const bot = await startBot()
  expect(new URL(bot.url).hostname).toBe('127.0.0.1')
  expect(await (await bot.ask(question)).json()).toMatchObject({ id: 1, status: 'answered', facts: ['ran-aground'] })
  expect((await bot.get('/healthz')).status).toBe(200)
  const ready = await bot.get('/readyz')
  expect([ready.status, await ready.json()]).toMatchObject([
    200,
    { status: 'ready', parts: { state: { state: 'ready' } } },
  ])
  const figures = await (await bot.get('/metrics')).text()
  expect(figures).toContain('sitrep_requests_total{platform="api",outcome="answered"} 1')
  expect(figures).toContain('sitrep_answer_seconds_count{platform="api"} 1')
  expect(figures).toContain('sitrep_briefings{standing="open"} 2')
  bot.signal('SIGTERM')
  expect(await bot.ended).toBe(0)
  expect(bot.lines.map((line) => line.msg)).toEqual(expect.arrayContaining(['stopping', 'stopped']))
})

describe('an edit', () => {
  test('answers without a restart; a broken one leaves the last good one, and is seen from outside', async () => {
    await cp(fixtureBriefings, join(folder, 'briefings'), { recursive: true })
    const bot = await startBot({ SITREP_BRIEFINGS: join(folder, 'briefings') })
    const file = join(folder, 'briefings/ferry-2031/facts/all.yaml')
    const text = await readFile(file, 'utf8')
    const answer = async () => ((await (await bot.ask(question)).json()) as { text: string }).text
    expect(await answer()).toContain('4 March')
    await writeFile(file, text.replaceAll('4 March', '5 March').replaceAll('2031-03-04', '2031-03-05'))
    await expect.poll(answer, patiently).toContain('5 March')
    await writeFile(file, '- id: [')
    await expect
      .poll(async () => (await bot.get('/metrics')).text(), patiently)
      .toContain('sitrep_briefings{standing="broken"} 1')
    expect(await answer()).toContain('5 March')
    const { parts } = (await (await bot.get('/readyz')).json()) as { parts: { briefings: object } }
    expect(parts.briefings).toEqual({ state: 'ready', message: expect.stringContaining('ferry-2031/facts/all.yaml:1') })
    expect(bot.lines.filter((line) => line.msg === 'briefing is broken')).toHaveLength(1)
    await writeFile(file, text)
    await expect.poll(answer, patiently).toContain('4 March')
  })
})

describe('told to stop', () => {
  test('it takes nothing new, finishes what runs, and ends with 0', async () => {
    const bot = await startBot()
    const running = await openRequest(bot.url, '/api/ask', JSON.stringify({ id: 1, q: question }))
    bot.signal('SIGTERM')
    await expect
      .poll(
        () =>
          bot.get('/healthz').then(
            () => 'open',
            () => 'closed',
          ),
        patiently,
      )
      .toBe('closed')
    expect(await running.finish()).toMatch(/^HTTP\/1\.1 200 [\s\S]*"status":"answered"/)
    expect(await bot.ended).toBe(0)
  })
  test('what does not finish within the grace time is cut off, and that is told', async () => {
    const bot = await startBot({ SITREP_CONFIG: await configWith('stop: { graceSeconds: 0.3 }') })
    await openRequest(bot.url, '/api/ask', '{}')
    bot.signal('SIGINT')
    expect(await bot.ended).toBe(0)
    expect(bot.lines.at(-1)).toMatchObject({ level: 'warn', msg: expect.stringContaining('cut off') })
  })
  test('by Ctrl-C, which a terminal and npm both send, it still finishes what runs', async () => {
    const bot = await startBot()
    const running = await openRequest(bot.url, '/api/ask', JSON.stringify({ id: 1, q: question }))
    bot.signal('SIGINT')
    await expect.poll(() => bot.lines.map((line) => line.msg), patiently).toContain('stopping')
    bot.signal('SIGINT')
    expect(await running.finish()).toContain('"status":"answered"')
    expect(await bot.ended).toBe(0)
  })
  test('a second time it ends at once', async () => {
    const bot = await startBot()
    await openRequest(bot.url, '/api/ask', '{}')
    bot.signal('SIGTERM')
    await expect.poll(() => bot.lines.map((line) => line.msg), patiently).toContain('stopping')
    bot.signal('SIGTERM')
    expect(await bot.ended).toBe(1)
  })
})

describe('a platform that cannot be reached', () => {
  test('leaves the rest answering; readiness names it and says what to do', async () => {
    const bot = await startBot(discordAsleep)
    const readiness = async () => {
      const response = await bot.get('/readyz')
      return { code: response.status, ...((await response.json()) as object) }
    }
    await expect.poll(readiness, patiently).toMatchObject({
      code: 503,
      parts: { state: { state: 'ready' }, discord: { state: 'failed', message: expect.stringContaining(asleep) } },
    })
    expect((await bot.ask(question)).status).toBe(200)
    expect(await (await bot.get('/metrics')).text()).toContain('sitrep_ready{part="discord"} 0')
    expect(bot.lines).toContainEqual(
      expect.objectContaining({ level: 'warn', platform: 'discord', url: discordAsleep.DISCORD_API_URL }),
    )
    bot.signal('SIGTERM')
    expect(await bot.ended).toBe(0)
  })
})

describe('what is not told', () => {
  test('no secret is printed or served, whatever fails', async () => {
    const secrets = {
      DISCORD_TOKEN: 'discord.hush.hush',
      SITREP_KEY: 'key-hush-hush-hush',
      SITREP_OPERATOR_TOKEN: 'operator-hush-hush',
    }
    const bot = await startBot({ ...discordAsleep, ...secrets, LOG_LEVEL: 'trace' })
    await expect.poll(bot.printed, patiently).toContain('a platform does not start')
    const served = await Promise.all(
      ['/', '/readyz', '/metrics', '/healthz'].map(async (path) => (await bot.get(path)).text()),
    )
    bot.signal('SIGTERM')
    await bot.ended
    expect(`${bot.printed()}${served.join('')}`).not.toContain('hush')
  })
  test('questions are not logged', async () => {
    const bot = await startBot({ LOG_LEVEL: 'trace' })
    await bot.ask('who is Zanzibarbar Quux')
    bot.signal('SIGTERM')
    await bot.ended
    expect(bot.printed()).not.toMatch(/zanzibarbar/i)
  })
})

test('who asks too much has to wait, as the settings say', async () => {
  const bot = await startBot({ SITREP_CONFIG: await configWith('limits: { api: { times: 2, seconds: 60 } }') })
  const statuses = []
  for (let i = 0; i < 3; i++) statuses.push((await bot.ask(question)).status)
  expect(statuses).toEqual([200, 200, 429])
})

describe('what is wrong ends it before it has begun, with one message', () => {
  test('a port that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => other.once('listening', resolve))
    const { port } = other.address() as { port: number }
    const environment = { PORT: String(port), SITREP_STATE: join(folder, 'state.sqlite') }
    const { code, errors } = await runSitrep(['serve'], { environment })
    other.close()
    expect({ code, errors }).toEqual({
      code: 1,
      errors: `sitrep: PORT ${port} is taken on 127.0.0.1 by another program; stop that one, or set PORT to another port\n`,
    })
  })
  test.each([
    [{ SLACK_APP_TOKEN: 'xapp-1' }, 'SLACK_APP_TOKEN is set and SLACK_BOT_TOKEN is not'],
    [{ PORT: 'eighty' }, 'PORT must be a port'],
    [{ SITREP_CONFIG: '/nowhere' }, 'lexicon.yaml'],
    [{ SITREP_BRIEFINGS: '/nowhere' }, '/nowhere: no briefings can be read there'],
    [{ SITREP_STATE: 'mysql://db/sitrep' }, 'SITREP_STATE'],
  ])('%j', async (wrong, message) => {
    const state = join(folder, 'state.sqlite')
    const { code, out, errors } = await runSitrep(['serve'], {
      environment: { PORT: '0', SITREP_STATE: state, ...wrong },
    })
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(errors).toContain(message)
    expect(errors).not.toMatch(/^ {4}at /m)
  })
  test('settings that are wrong are found before anything is written', async () => {
    const state = join(folder, 'state.sqlite')
    const config = await configWith('limit: 3')
    const { code, errors } = await runSitrep(['serve'], { environment: { SITREP_STATE: state, SITREP_CONFIG: config } })
    expect(code).toBe(1)
    expect(errors).toContain('sitrep.yaml:1: there is no setting "limit"')
    expect(existsSync(state)).toBe(false)
  })
})
