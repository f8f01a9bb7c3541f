// For tests of the bot's faults and of its start and stop: a test Discord for a file, a reader on it, and bots that are
// stopped after each test. Every request that a bot sent is held against the schema.

import { afterAll, afterEach, beforeAll, expect, vi } from 'vitest'
import { noticeCard } from '../../../src/core/cards/card.ts'
import type { Desk, Shown } from '../../../src/core/desk/request.ts'
import { openTestDesk } from '../openTestDesk.ts'
import { openReader } from './openReader.ts'
import { startTestBot } from './openTestBot.ts'
import { openTestDiscord, type TestDiscord } from './openTestDiscord.ts'

export function withDiscord() {
  let opened: TestDiscord | undefined
  const bots: { readonly stop: () => Promise<void> }[] = []
  const discord = () => {
    if (opened === undefined) throw new Error('the test Discord opens before the first test')
    return opened
  }
  const reader = () => openReader(discord(), { user: discord().people.mira, channel: discord().places.general })
  const stopBots = () => Promise.all(bots.splice(0).map((bot) => bot.stop()))

  beforeAll(async () => {
    opened = await openTestDiscord()
  }, 30_000)
  afterAll(() => discord().close())
  afterEach(async () => {
    await stopBots()
    expect(discord().problems()).toEqual([])
  })

  return {
    discord,
    reader,
    async start(changes: Parameters<typeof startTestBot>[1] = {}) {
      const started = await startTestBot(discord(), changes)
      bots.push(started.bot)
      return started
    },
    stopBots,
    /** All that was sent for an interaction. */
    requestsOf: (id: string) => discord().rest.seen.filter(({ path }) => path.includes(id)),
    /** Asks by a command; returns the interaction's id. */
    askVoss: () => {
      const options = [{ name: 'text', type: 3, value: 'is Ilka Voss' }]
      return reader().interact(2, { id: '1', name: 'who', type: 1, options })
    },
    /** Writes to the bot in a channel; returns the message's id. */
    mentionVoss: () => reader().write(`<@${discord().botId}> who is Ilka Voss`),
  }
}

/** A desk that shows this, whatever is asked. */
export function showing(shown: Partial<Shown>): Desk {
  const respond = async () => ({ card: noticeCard('A notice.'), handle: undefined, isPrivate: false, ...shown })
  return { ...openTestDesk().desk, respond }
}

export const eventually = (holds: () => boolean) => vi.waitUntil(holds, { timeout: 8000, interval: 5 })
