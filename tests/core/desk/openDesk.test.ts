import { describe, expect, test } from 'vitest'
import type { Card } from '../../../src/core/cards/card.ts'
import type { Request, Shown } from '../../../src/core/desk/request.ts'
import { openTestDesk, visitor } from '../../fakes/openTestDesk.ts'

const question = (text: string) => ({ kind: 'ask', text, verb: null }) as const
const texts = ({ lines }: Card) => lines.map((line) => line.text).join('\n')
const press = (shown: Shown, action: Extract<Request, { kind: 'press' }>['action']): Request => ({
  kind: 'press',
  handle: shown.handle ?? '',
  action,
})

describe('a question', () => {
  test('is answered by a card with sources, a stamp and buttons', async () => {
    const { desk, told } = openTestDesk()
    const { card, handle, isPrivate } = await desk.respond(visitor, question('when did the strike start'))
    expect(texts(card)).toMatch(/^3 April/)
    expect(card.lines[0]?.cites).toEqual([1, 2])
    expect(card.sources.map((source) => source.publisher)).toEqual(['Ostermoor Herald', 'The Courier'])
    expect(card.stamp).toBe('As of 12 April 2031 · Tram strike')
    expect(card.actions).toEqual(['sources', 'timeline', 'report'])
    expect([handle, isPrivate]).toEqual(['handle1', false])
    expect(told).toEqual(['discord answered'])
  })

  test('where sources differ says so in a line of its own, with a button and a picture of the figures', async () => {
    const { card } = await openTestDesk().desk.respond(visitor, question('how many drivers were hurt'))
    expect(card.lines.some((line) => line.kind === 'dispute')).toBe(true)
    expect(card.actions).toContain('conflicts')
    expect(card.picture?.alt).toContain('44')
  })

  test('as of a day is answered with what was known then', async () => {
    const { desk } = openTestDesk()
    const { card } = await desk.respond(visitor, { ...question('how many drivers were hurt'), asOf: '2031-04-06' })
    expect(texts(card)).toContain('31 drivers')
    expect(texts(card)).not.toContain('44')
    expect(card.stamp).toBe('As of 6 April 2031 · Tram strike')
  })

  test('is understood from the earlier ones of its thread', async () => {
    const { desk } = openTestDesk()
    const visit = { ...visitor, thread: 'thread-1' }
    await desk.respond(visit, question('how many drivers were hurt'))
    const { card } = await desk.respond(visit, question('and police officers?'))
    expect(texts(card)).toMatch(/^Nearly 10 police officers/)
    const alone = await desk.respond(visitor, question('and police officers?'))
    expect(texts(alone.card)).not.toBe(texts(card))
  })

  test('that cannot be answered is kept for the curator without its asker', async () => {
    const { desk, ports } = openTestDesk()
    await desk.respond(visitor, question('how much money did Ostra Trams lose'))
    await desk.respond({ ...visitor, user: 'user-2' }, question('How much money did Ostra Trams lose?'))
    const gaps = await ports.gaps.list()
    expect(gaps).toHaveLength(1)
    expect(gaps[0]).toMatchObject({ kind: 'question', briefing: 'invented', count: 2, day: '2031-04-14' })
    expect(JSON.stringify(gaps)).not.toContain('user-')
  })
})

describe('what is no question of the briefing is said to the asker alone', () => {
  test('an unknown briefing', async () => {
    const { card, isPrivate } = await openTestDesk().desk.respond(visitor, { kind: 'overview', briefing: 'ferry' })
    expect(texts(card)).toBe('There is no briefing of that name. There is: invented.')
    expect(isPrivate).toBe(true)
  })

  test('a date that is none', async () => {
    const { desk } = openTestDesk()
    const { card, isPrivate } = await desk.respond(visitor, { ...question('who is Voss'), asOf: 'yesterday' })
    expect(texts(card)).toMatch(/^That is no date\./)
    expect(isPrivate).toBe(true)
  })

  test('a reader who asks too much at once', async () => {
    const keys: string[] = []
    const limits = { take: async (taken: readonly string[]) => keys.push(...taken) * 600 }
    const { desk, told } = openTestDesk({ limits })
    const { card, isPrivate } = await desk.respond(visitor, question('who is Voss'))
    expect(texts(card)).toBe('That was a lot at once. Ask again in 2 seconds.')
    expect(isPrivate).toBe(true)
    expect(keys).toEqual(['user/discord/server-1/user-1', 'channel/discord/server-1/channel-1'])
    expect(told).toEqual(['discord limited'])
  })

  test('a fault of ours, which is logged', async () => {
    const threads = {
      read: async () => {
        throw new Error('the disk is full')
      },
      add: async () => undefined,
    }
    const { desk, told } = openTestDesk({ threads })
    const { card, isPrivate } = await desk.respond({ ...visitor, thread: 't' }, question('who is Voss'))
    expect(texts(card)).toMatch(/^This could not be answered/)
    expect(isPrivate).toBe(true)
    expect(told).toEqual(['error: a request could not be answered', 'discord failed'])
  })
})

describe('a button', () => {
  test('shows the sources of the answer with what each bears out', async () => {
    const { desk } = openTestDesk()
    const shown = await desk.respond(visitor, question('when did the strike start'))
    const { card } = await desk.respond(visitor, press(shown, 'sources'))
    expect(card.title).toBe('Sources')
    expect(card.sources.map((source) => source.id)).toEqual(['herald', 'courier'])
  })

  test('shows the timeline of whom the answer tells of', async () => {
    const { desk } = openTestDesk()
    const shown = await desk.respond(visitor, question('who is Ilka Voss'))
    const { card } = await desk.respond(visitor, press(shown, 'timeline'))
    expect(card.kind).toBe('timeline')
    expect(card.lines.length).toBeGreaterThan(1)
  })

  test('shows where sources disagree, each value with who and when, and why they differ', async () => {
    const { desk } = openTestDesk()
    const shown = await desk.respond(visitor, question('how many drivers were hurt'))
    const { card } = await desk.respond(visitor, press(shown, 'conflicts'))
    expect(texts(card)).toBe(
      [
        'Drivers injured: how many',
        'at least 31 drivers: Ostermoor Herald, 6 April 2031',
        '44 drivers: The Courier, 8 April 2031',
        'Why they differ: the higher count is the later one.',
      ].join('\n'),
    )
  })

  test('asks a near question, which then stands above its answer', async () => {
    const { desk } = openTestDesk()
    const shown = await desk.respond(visitor, question('when did the strike start'))
    const { card } = await desk.respond(visitor, press(shown, { nearby: 0 }))
    expect(card.title).toBe(shown.card.nearby[0])
    expect(card.sources.length).toBeGreaterThan(0)
  })

  test('shares the answer with what was asked above it', async () => {
    const { desk } = openTestDesk()
    const shown = await desk.respond(visitor, { kind: 'ask', text: 'Voss', verb: 'who' })
    const shared = await desk.respond(visitor, press(shown, 'share'))
    expect(shared.card.title).toBe('/who Voss')
    expect(shared.card.lines).toEqual(shown.card.lines)
  })

  test('of a card that is forgotten says so', async () => {
    const { desk } = openTestDesk()
    for (const action of ['sources', { nearby: 0 }] as const) {
      const { card, isPrivate } = await desk.respond(visitor, { kind: 'press', handle: 'gone', action })
      expect(texts(card)).toBe('This answer is too old for its buttons. Ask again.')
      expect(isPrivate).toBe(true)
    }
  })
})

describe('a report', () => {
  test('is kept with the question that it is about, without who wrote it', async () => {
    const { desk, ports } = openTestDesk()
    const shown = await desk.respond(visitor, question('who is Ilka Voss'))
    const thanks = await desk.respond(visitor, { kind: 'report', handle: shown.handle ?? '', text: ' She resigned. ' })
    expect(texts(thanks.card)).toMatch(/^Thank you\./)
    expect(await ports.gaps.list()).toMatchObject([
      { kind: 'report', text: 'She resigned.', about: 'who is Ilka Voss', briefing: 'invented' },
    ])
  })

  test('that is empty is not kept', async () => {
    const { desk, ports } = openTestDesk()
    const shown = await desk.respond(visitor, question('who is Ilka Voss'))
    await desk.respond(visitor, { kind: 'report', handle: shown.handle ?? '', text: ' ' })
    expect(await ports.gaps.list()).toEqual([])
  })
})

describe('the briefing itself', () => {
  test('has an overview with what its curator chose', async () => {
    const { card } = await openTestDesk().desk.respond(visitor, { kind: 'overview' })
    expect(card.title).toBe('Tram strike')
    expect(texts(card)).toContain('Tram drivers in Ostermoor went on strike on 3 April 2031.')
    expect(texts(card)).toMatch(/\d sources, \d+ facts, \d+ disagreements\./)
  })

  test('as of a day has the sources that were out, the newest first', async () => {
    const { card } = await openTestDesk().desk.respond(visitor, { kind: 'sources', asOf: '2031-04-09' })
    expect(card.lines.map((line) => line.text.split(',')[0])).toEqual(['The Courier', 'Ostermoor Herald'])
  })

  test('has all its disagreements', async () => {
    const { card } = await openTestDesk().desk.respond(visitor, { kind: 'conflicts' })
    expect(card.lines.filter((line) => line.kind === 'heading').map((line) => line.text)).toEqual(
      expect.arrayContaining(['Drivers injured: how many', 'Cause of the depot fire: what']),
    )
  })

  test('explains itself to the asker alone', async () => {
    const { card, isPrivate } = await openTestDesk().desk.respond(visitor, { kind: 'help' })
    expect(texts(card)).toContain('The briefing: Tram strike.')
    expect(card.nearby.length).toBeGreaterThan(0)
    expect(isPrivate).toBe(true)
  })
})

describe('a message checked against the briefing', () => {
  const check = async (text: string) => (await openTestDesk().desk.respond(visitor, { kind: 'check', text })).card

  test('has under each claim what the briefing holds', async () => {
    const card = await check('The army cleared Linden Square. Wow! It rained in Lisbon all day.')
    expect(card.lines.map((line) => [line.kind, line.text])).toEqual([
      ['heading', '“The army cleared Linden Square.”'],
      ['dispute', 'The briefing contradicts this:'],
      ['item', 'Police cleared the drivers from Linden Square on 5 April 2031.'],
      ['heading', '“It rained in Lisbon all day.”'],
      ['item', 'The briefing holds nothing on this.'],
    ])
  })

  test('is taken apart before a figure too', async () => {
    const card = await check('Police cleared Linden Square. 44 drivers were injured.')
    expect(card.lines.filter((line) => line.kind === 'heading')).toHaveLength(2)
  })

  test('that claims nothing is said to claim nothing', async () => {
    expect(texts(await check('Wow!'))).toBe('This message claims nothing that can be checked.')
  })

  test('of many sentences is checked so far as one card goes', async () => {
    const card = await check('The strike began on 3 April. '.repeat(20))
    expect(card.lines.filter((line) => line.kind === 'heading')).toHaveLength(8)
    expect(texts(card)).toContain('Only the first 8 sentences were checked.')
  })
})

describe('digests', () => {
  test('are left to who knows them, and shown to the asker alone', async () => {
    const { desk } = openTestDesk()
    const listed = await desk.respond(visitor, { kind: 'digest', order: { kind: 'list' } })
    expect([texts(listed.card), listed.isPrivate]).toEqual(['ordered: list', true])
    const caught = await desk.respond(visitor, { kind: 'catch-up' })
    expect([texts(caught.card), caught.isPrivate]).toEqual(['changes in invented', true])
  })
})
