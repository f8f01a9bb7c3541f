// Commands, buttons and forms over real sockets: from the gateway through the real desk to what Discord is sent.

import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openReader } from '../../fakes/discord/openReader.ts'
import { startTestBot, type TestBot } from '../../fakes/discord/openTestBot.ts'
import { openTestDiscord, type TestDiscord } from '../../fakes/discord/openTestDiscord.ts'

let discord: TestDiscord
let bot: TestBot
let reader: ReturnType<typeof openReader>

beforeAll(async () => {
  discord = await openTestDiscord()
  bot = await startTestBot(discord)
  reader = openReader(discord, { user: discord.people.mira, channel: discord.places.general })
}, 30_000)
afterAll(async () => {
  await bot.bot.stop()
  await discord.close()
})
afterEach(() => expect(discord.problems()).toEqual([]))

describe('each verb is answered', () => {
  test.each([
    ['who', 'ilka voss', /Voss/],
    ['what', 'did Voss say', /Voss/],
    ['when', 'did the strike begin', /April 2031/],
    ['where', 'were drivers injured', /Linden Square/],
    ['why', 'was Voss dismissed', /Voss/],
    ['howmany', 'drivers were injured', /31/],
    ['timeline', 'Voss', /April/],
    ['ask', 'who replaced Voss', /Anders/],
  ])('/%s %s', async (verb, text, found) => {
    const seen = await reader.command(verb, { text })
    expect(seen.text).toMatch(found)
    expect(seen.text).toMatch(/As of .* · Tram strike/)
    expect({ first: seen.first, isPrivate: seen.isPrivate }).toEqual({ first: 4, isPrivate: false })
    expect(seen.labels).toContain('Report a problem')
  })
})

test('an answer carries its sources with number, date and paragraph', async () => {
  const { text } = await reader.command('howmany', { text: 'drivers were injured' })
  expect(text).toMatch(/\[1\][\s\S]*-# \[1\] .*2031, paragraph/)
})

test('as of a day, what came out later is not known', async () => {
  const { text } = await reader.command('who', { text: 'replaced Voss', 'as-of': '2031-04-07' })
  expect(text).not.toContain('Anders')
  expect(text).toContain('As of 7 April 2031')
})

test('a wrong date is told to the asker alone', async () => {
  const seen = await reader.command('who', { text: 'Voss', 'as-of': 'some day' })
  expect(seen.text).toContain('That is no date')
  expect(seen).toMatchObject({ isPrivate: true, labels: [] })
})

test('what the briefing does not hold is declined, with what can be asked instead', async () => {
  const seen = await reader.command('ask', { text: 'how much did the strike cost the operator' })
  expect(seen.text).toContain("the operator's loss")
})

test('a private answer can be shared, and then says what was asked', async () => {
  const alone = await reader.command('when', { text: 'did the strike begin', private: true })
  expect(alone).toMatchObject({ isPrivate: true, first: 4 })
  expect(alone.labels).toContain('Share in channel')
  const shared = await reader.press(alone, 'Share in channel')
  expect(shared).toMatchObject({ isPrivate: false, first: 4 })
  expect(shared.text).toMatch(/^### \/when did the strike begin\n/)
  expect(shared.labels).not.toContain('Share in channel')
})

describe('buttons open cards for whoever pressed them', () => {
  test.each(['Sources', 'Timeline', 'Where sources disagree'])('%s', async (label) => {
    const answer = await reader.command('howmany', { text: 'drivers were injured' })
    const seen = await reader.press(answer, label)
    expect(seen).toMatchObject({ isPrivate: true, first: 4 })
    expect(seen.text).toContain(`### ${label}`)
    expect(seen.labels).not.toContain('Share in channel')
  })

  test('a near question is answered where it stands', async () => {
    const declined = await reader.command('ask', { text: 'how much did the strike cost the operator' })
    const label = declined.labels[0] ?? ''
    const seen = await reader.press(declined, label)
    expect(seen.isPrivate).toBe(false)
    expect(seen.text).toMatch(/^### /)
  })

  test('a problem is reported in a form, and kept without the name of who reported it', async () => {
    const answer = await reader.command('who', { text: 'ilka voss' })
    const form = await reader.press(answer, 'Report a problem')
    expect(form.first).toBe(9)
    expect(form.body).toMatchObject({ title: 'Report a problem' })
    const thanks = await reader.fill(String(form.body.custom_id), 'report', 'She is <@1> not minister @everyone')
    expect(thanks).toMatchObject({ isPrivate: true })
    expect(thanks.text).toContain('Thank you')
    const gaps = await bot.ports.gaps.list()
    expect(gaps.find(({ kind }) => kind === 'report')).toMatchObject({
      text: 'She is <@1> not minister @everyone',
      about: 'ilka voss',
    })
    expect(JSON.stringify(gaps)).not.toContain(discord.people.mira)
  })

  test('of an answer that is forgotten says so', async () => {
    const answer = await reader.command('who', { text: 'ilka voss' })
    const old = JSON.parse(JSON.stringify(answer).replaceAll(/sitrep:[a-z0-9]+:/g, 'sitrep:forgotten:'))
    expect(await reader.press(old, 'Sources')).toMatchObject({
      isPrivate: true,
      text: expect.stringContaining('too old'),
    })
  })
})

describe('the briefing itself', () => {
  test.each([
    ['overview', /Tram strike/],
    ['sources', /Ostermoor Herald/],
    ['conflicts', /### Where sources disagree/],
  ])('/brief %s', async (part, found) => {
    const seen = await reader.command('brief', {}, part)
    expect(seen.text).toMatch(found)
    expect(seen.isPrivate).toBe(false)
  })

  test.each(['help', 'catch-up'])('/brief %s is for the asker', async (part) => {
    expect(await reader.command('brief', {}, part)).toMatchObject({ isPrivate: true, first: 4 })
  })
})

test('a digest is ordered from the desk, and concerns who orders it', async () => {
  const manager = openReader(discord, { user: discord.people.mira, channel: discord.places.general, rights: 32n })
  const ordered = await manager.command('digest', { schedule: 'daily 09:00', zone: 'Europe/Berlin' }, 'subscribe')
  expect(ordered).toMatchObject({ isPrivate: true, text: expect.stringContaining('ordered: subscribe') })
})

test("a message's claims are checked, for whoever asked", async () => {
  const seen = await reader.menu('Check against the briefing', 'At least 31 drivers were injured. @everyone look!')
  expect(seen).toMatchObject({ isPrivate: true })
  expect(seen.text).toContain('### Checked against the briefing')
  expect(seen.text).toContain('At least 31 drivers were injured')
})

describe('while typing', () => {
  test.each([
    ['ilk', 'Ilka Voss'],
    ['Восс', 'Ilka Voss'],
    ['andres', 'Jonas Anders'],
  ])('%s is completed to %s', async (typed, name) => {
    expect((await reader.type('who', { text: typed }, 'text')).join()).toContain(name)
  })

  test('briefings and time zones are completed', async () => {
    expect(await reader.type('who', { text: 'x', briefing: 'tram' }, 'briefing')).toEqual(['Tram strike'])
    expect(await reader.type('digest', { schedule: 'x', zone: 'berl' }, 'zone', 'subscribe')).toEqual(['Europe/Berlin'])
  })

  test('at most 25 choices are offered, and none for nonsense', async () => {
    expect((await reader.type('digest', { zone: '' }, 'zone', 'subscribe')).length).toBe(25)
    expect(await reader.type('who', { text: 'qqqqxxqqq' }, 'text')).toEqual([])
  })
})

test('a command, button or form that is not known is told so, and nothing breaks', async () => {
  expect(await reader.command('weather', { text: 'x' })).toMatchObject({ isPrivate: true })
  const answer = await reader.command('who', { text: 'ilka voss' })
  const foreign = JSON.parse(JSON.stringify(answer).replaceAll('sitrep:', 'other:'))
  expect(await reader.press(foreign, 'Sources')).toMatchObject({ text: expect.stringContaining('not offered') })
  expect(await reader.fill('other:1', 'report', 'x')).toMatchObject({ isPrivate: true })
})

test('nothing of this was a fault', () => {
  expect(bot.log.lines.filter(({ level }) => level === 'warn' || level === 'error')).toEqual([])
})

test('no log line holds what was asked, or a token', () => {
  const told = JSON.stringify(bot.log.lines)
  expect(told).not.toContain('strike')
  expect(told).not.toContain('token-')
  expect(told).not.toContain(discord.token)
})
