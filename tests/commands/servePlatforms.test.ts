// The whole bot on both platforms at once: `sitrep serve` as a process, a Discord and a Slack on loopback, the bundled briefing.

import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sharedPlaces } from '../fakes/backends.ts'
import { openReader } from '../fakes/discord/openReader.ts'
import { openTestDiscord, type TestDiscord } from '../fakes/discord/openTestDiscord.ts'
import { postSigned, SIGNING_SECRET } from '../fakes/slackBot.ts'
import { slashCommand } from '../fakes/slackPayloads.ts'
import { openSlackService, type SlackService } from '../fakes/slackService.ts'
import { BOT_TOKEN } from '../fakes/slackWorkspace.ts'
import { type RunningBot, startBot, stopBots } from '../startBot.ts'

const briefings = join(import.meta.dirname, '../../briefings')
const patiently = { timeout: 20_000, interval: 50 }
let discord: TestDiscord
let slack: SlackService

beforeEach(async () => {
  discord = await openTestDiscord()
  slack = await openSlackService()
})
afterEach(async () => {
  await stopBots()
  await slack.close()
  await discord.close()
})

function startOnBoth(changes: Readonly<Record<string, string>> = {}): Promise<RunningBot> {
  return startBot({
    SITREP_BRIEFINGS: briefings,
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
    SLACK_BOT_TOKEN: BOT_TOKEN,
    SLACK_SIGNING_SECRET: SIGNING_SECRET,
    SLACK_API_URL: slack.apiUrl,
    ...changes,
  })
}

const readiness = async (bot: RunningBot) => {
  const { parts } = (await (await bot.get('/readyz')).json()) as { parts: Record<string, { state: string }> }
  return Object.fromEntries(Object.entries(parts).map(([name, { state }]) => [name, state]))
}
const ready = { state: 'ready', briefings: 'ready', digests: 'ready', discord: 'ready', slack: 'ready' }

async function onSlack(bot: RunningBot, text: string, changes = {}): Promise<string> {
  const asker = { user: slack.workspace.reader, responseUrl: slack.responseUrl('r1') }
  const { status, body } = await postSigned(new URL('/slack/events', bot.url).href, slashCommand(text, asker, changes))
  return `${status} ${JSON.stringify(body)}`
}

const onDiscord = async (command: string, text: string) =>
  (await openReader(discord, { user: discord.people.mira, channel: discord.places.general }).command(command, { text }))
    .text

describe('both platforms', () => {
  test('answer the same, are ready and measured, and are left in good order; no question is logged', async () => {
    const bot = await startOnBoth({ LOG_LEVEL: 'trace' })
    await expect.poll(() => readiness(bot), patiently).toEqual(ready)
    expect((await bot.get('/readyz')).status).toBe(200)
    for (const [command, text, found] of [
      ['ask', 'when did withdrawal start', /13 January/],
      ['who', 'masimov', /National Security Committee/],
    ] as const) {
      expect(await onDiscord(command, text)).toMatch(found)
      const brief = command === 'ask' ? text : `${command} ${text}`
      expect(await onSlack(bot, brief)).toMatch(new RegExp(`^200 .*${found.source}`))
    }
    const figures = await (await bot.get('/metrics')).text()
    for (const platform of ['discord', 'slack'])
      expect(figures).toContain(`sitrep_requests_total{platform="${platform}",outcome="answered"} 2`)
    bot.signal('SIGTERM')
    expect(await bot.ended).toBe(0)
    expect(bot.printed()).not.toMatch(/masimov|withdrawal/i)
    expect(discord.problems()).toEqual([])
  })

  test('what Slack sends twice is answered once; what is not signed, not at all', async () => {
    const bot = await startOnBoth()
    await expect.poll(() => readiness(bot), patiently).toEqual(ready)
    const copy = { trigger_id: 'the-same' }
    expect(await onSlack(bot, 'who masimov', copy)).toMatch(/^200 \{.*Masimov/)
    expect(await onSlack(bot, 'who masimov', copy)).not.toContain('Masimov')
    const unsigned = await fetch(new URL('/slack/events', bot.url), { method: 'POST', body: 'command=/brief' })
    expect(unsigned.status).toBe(401)
  })
})

describe('a token that is refused', () => {
  test.each([
    ['slack', { SLACK_BOT_TOKEN: 'xoxb-revoked' }, () => onDiscord('who', 'masimov')],
    ['discord', { DISCORD_TOKEN: 'MTAw.revoked.token' }, undefined],
  ] as const)('on %s is not tried again, and leaves the other platform answering', async (failing, changes, ask) => {
    const bot = await startOnBoth(changes)
    await expect.poll(() => readiness(bot), patiently).toEqual({ ...ready, [failing]: 'failed' })
    expect((await bot.get('/readyz')).status).toBe(503)
    const told = { msg: 'a platform does not start', platform: failing, isFinal: true }
    expect(bot.lines).toContainEqual(expect.objectContaining(told))
    expect(await (ask === undefined ? onSlack(bot, 'who masimov') : ask())).toContain('Masimov')
    expect(bot.printed()).not.toContain('revoked.token')
    expect(bot.printed()).not.toContain('xoxb-revoked')
  })
})

describe.each(sharedPlaces)('two replicas on one state in $name', ({ isHere, newPlace }) => {
  test.skipIf(!isHere)('answer what reaches both of them once', async () => {
    const state = { SITREP_STATE: await newPlace() }
    const replicas = [await startOnBoth(state), await startOnBoth(state)] as const
    for (const bot of replicas) await expect.poll(() => readiness(bot), patiently).toEqual(ready)
    const copy = { trigger_id: 'for-both' }
    const answers = await Promise.all(replicas.map((bot) => onSlack(bot, 'who masimov', copy)))
    expect(answers.filter((answer) => answer.includes('Masimov'))).toHaveLength(1)
    expect(await onDiscord('ask', 'when did withdrawal start')).toMatch(/13 January/)
    expect(discord.problems()).toEqual([])
  })
})
