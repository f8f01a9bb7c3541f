import { describe, expect, test } from 'vitest'
import { parseSpan } from '../../../src/core/briefing/span.ts'
import type { Card } from '../../../src/core/cards/card.ts'
import { digestOfDays, openPreparing } from '../../../src/core/digests/prepareDigest.ts'
import { engineOf } from '../../fakes/asking.ts'
import { briefingWith, type WrittenParts } from '../../fakes/briefingWith.ts'
import { memorySnapshots } from '../../fakes/memoryLedger.ts'

const nowMs = Date.parse('2031-04-10T09:00Z')
const engine = (parts: WrittenParts) => engineOf(briefingWith(parts))
const linesOf = ({ lines }: Card) => lines.map(({ text }) => text)
const dead = (id: string, howMany: string, source: string, more: object = {}) => ({
  id,
  statement: `${howMany} died in the flood.`,
  frame: { what: 'dead in the flood', howMany },
  citations: [{ source }],
  ...more,
})
const quay = { id: 'quay', statement: 'The quay of Ostermoor collapsed.', citations: [{ source: 'alder' }] }

/** The digests of one channel, one after another, each after an edit of the briefing. */
async function digests(...edits: readonly WrittenParts[]) {
  const prepare = openPreparing(memorySnapshots())
  let told: string | undefined
  const cards: Card[] = []
  for (const [i, parts] of edits.entries()) {
    const prepared = await prepare(engine(parts), 'changes', told, nowMs + i * 86_400_000)
    if (prepared === undefined) throw new Error('there is always something to say of changes')
    told = prepared.told
    cards.push(prepared.digest.card)
  }
  return cards
}

describe('changes', () => {
  test('a first digest is an overview: what the curator chose', async () => {
    const facts = Array.from({ length: 9 }, (_, i) => dead(`dead-${i}`, `${i + 2} people`, 'alder'))
    const overview = ['dead-7', 'dead-1', 'dead-2', 'dead-3', 'dead-4']
    const [card] = await digests({ head: { overview }, facts })
    expect(linesOf(card as Card).slice(2)).toEqual([9, 3, 4, 5, 6].map((count) => `${count} people died in the flood.`))
  })

  test('where little of that is known yet, what weighs most stands beside it, and what is expected', async () => {
    const opening = {
      statement: 'The bridge opens soon.',
      standing: 'forecast',
      frame: { what: 'opening of the bridge', when: '2031-04-20' },
    }
    const facts = [opening, dead('dead', '12 people', 'alder'), quay]
    const [card] = await digests({ head: { overview: ['quay'] }, facts })
    expect(linesOf(card as Card)).toEqual([
      'Not true.',
      '1 source, 3 facts, 0 disagreements.',
      'The quay of Ostermoor collapsed.',
      '12 people died in the flood.',
      'The bridge opens soon.',
      'Expected',
      '20 April 2031: The bridge opens soon.',
    ])
  })

  test('where nothing was edited, nothing is new', async () => {
    const [, card] = await digests({ facts: [quay] }, { facts: [quay] })
    expect(linesOf(card as Card)).toEqual(['Nothing new (since the last digest).'])
  })

  test('other phrasings of a question are no news', async () => {
    const asked = { ...quay, asks: ['what collapsed'], related: [] }
    const [, card] = await digests({ facts: [quay] }, { facts: [asked] })
    expect(linesOf(card as Card)).toEqual(['Nothing new (since the last digest).'])
  })

  test('a new fact is told with why it matters, and its source', async () => {
    const news = { ...dead('dead', '12 people', 'birch'), matters: 'It is the first count.' }
    const [, card] = await digests({ facts: [quay] }, { facts: [quay, news] })
    expect(linesOf(card as Card)).toEqual([
      '1 new (since the last digest).',
      'New',
      '12 people died in the flood.',
      'Why it matters',
      'It is the first count.',
    ])
    expect(card?.sources.map(({ publisher }) => publisher)).toEqual(['The Birch'])
  })

  test('a later count corrects the earlier one', async () => {
    const before = [dead('dead', '12 people', 'alder')]
    const [, card] = await digests({ facts: before }, { facts: [...before, dead('dead-later', '15 people', 'birch')] })
    expect(linesOf(card as Card)).toEqual([
      '1 corrected (since the last digest).',
      'Corrected',
      'Dead in the flood: 12 people → 15 people (the later count)',
    ])
  })

  test('a figure that a curator mended is told as old and new', async () => {
    const [, card] = await digests(
      { facts: [dead('dead', '12 people', 'alder')] },
      { facts: [dead('dead', '13 people', 'alder')] },
    )
    expect(linesOf(card as Card)).toContain('Dead in the flood: 12 people → 13 people')
  })

  test('a fact that was taken out is told as withdrawn', async () => {
    const [, card] = await digests({ facts: [quay, dead('dead', '12 people', 'alder')] }, { facts: [quay] })
    expect(linesOf(card as Card)).toContain('Withdrawn from this briefing: 12 people died in the flood.')
  })

  test('a retraction is told as taken back', async () => {
    const [, card] = await digests({ facts: [quay] }, { facts: [{ ...quay, standing: 'retracted' }] })
    expect(linesOf(card as Card)[2]).toMatch(/^Taken back\. /)
  })

  test('a value that stands against another is disputed, and settled when one of them goes', async () => {
    const first = dead('dead', '15 people', 'alder')
    const other = dead('dead-other', '12 people', 'birch')
    const [, disputed, settled] = await digests({ facts: [first] }, { facts: [first, other] }, { facts: [first] })
    expect(linesOf(disputed as Card)).toEqual([
      '1 new, 1 disputed (since the last digest).',
      'New',
      '12 people died in the flood.',
      'Sources disagree',
      'Dead in the flood: 15 people (The Alder) or 12 people (The Birch)',
    ])
    expect(disputed?.actions).toContain('conflicts')
    expect(linesOf(settled as Card)).toContain('Dead in the flood: no longer 15 people against 12 people')
  })
})

describe('what is expected', () => {
  const opening = {
    id: 'opening-expected',
    statement: 'The bridge is to open on 12 April 2031.',
    standing: 'forecast',
    frame: { what: 'opening of the bridge', when: '2031-04-12' },
    citations: [{ source: 'birch' }],
  }
  const opened = { ...opening, id: 'opened', statement: 'The bridge opened.', standing: 'reported' }

  test('it is told with its day', async () => {
    const [, card] = await digests({ facts: [quay] }, { facts: [quay, opening] })
    expect(linesOf(card as Card).slice(-2)).toEqual([
      'Expected',
      '12 April 2031: The bridge is to open on 12 April 2031.',
    ])
  })

  test('when its day has passed without news, that is told once', async () => {
    const same = { facts: [quay, opening] }
    const cards = await digests(same, same, same, same, same)
    const passed = cards.map((card) => linesOf(card).includes('Was expected; no news of it'))
    expect(passed).toEqual([false, false, false, true, false])
  })

  test('when it has come, it is not missed', async () => {
    const both = { facts: [quay, opening, opened] }
    const [, ...cards] = await digests({ facts: [quay, opening] }, both, both, both, both)
    expect(cards.flatMap(linesOf).filter((line) => line.includes('xpected'))).toEqual([])
  })
})

describe('replay', () => {
  const parts = {
    head: { overview: ['quay'] },
    sources: [
      { id: 'alder', publisher: 'The Alder', title: 'First', published: '2031-04-02' },
      { id: 'birch', publisher: 'The Birch', title: 'Second', published: '2031-04-04' },
    ],
    facts: [quay, dead('dead', '12 people', 'birch')],
  }

  test('each run tells the next day as it was known then, and after the last there is none', async () => {
    const prepare = openPreparing(memorySnapshots())
    const replayed = engine(parts)
    const days: string[][] = []
    let told: string | undefined
    while (true) {
      const prepared = await prepare(replayed, 'replay', told, nowMs)
      if (prepared === undefined) break
      told = prepared.told
      days.push([...linesOf(prepared.digest.card)])
    }
    expect(days).toEqual([
      [
        'Replay, day 1 of 3: as it was known on 2 April 2031.',
        'Not true.',
        '1 source, 1 fact, 0 disagreements.',
        'The quay of Ostermoor collapsed.',
      ],
      ['Replay, day 2 of 3: as it was known on 3 April 2031.', 'Nothing new (3 April 2031).'],
      [
        'Replay, day 3 of 3: as it was known on 4 April 2031.',
        '1 new (4 April 2031).',
        'New',
        '12 people died in the flood.',
      ],
    ])
  })
})

test('channels that were told the same are told the same, made once', async () => {
  const prepare = openPreparing(memorySnapshots())
  const one = engine({ facts: [quay] })
  expect(await prepare(one, 'changes', undefined, nowMs)).toBe(await prepare(one, 'changes', undefined, nowMs + 5000))
})

test('whatever changed, a digest is short enough for a phone, and counts what it leaves out', () => {
  const facts = Array.from({ length: 60 }, (_, i) => ({
    id: `fact-${i}`,
    statement: `Number ${i}: ${'the tram drivers of Ostermoor went on strike again, '.repeat(3)}it was said.`,
    citations: [{ source: 'birch' }],
  }))
  const [first, last] = ['2031-04-09', '2031-04-09'].map((day) => parseSpan(day))
  if (first === undefined || last === undefined) throw new Error('these are days')
  const { card, facts: told } = digestOfDays(briefingWith({ facts }), first, last)
  const lines = linesOf(card)
  expect(lines.join('\n').length).toBeLessThan(1500)
  expect(lines[0]).toBe('60 new (9 April 2031).')
  const shown = lines.filter((line) => line.startsWith('Number')).length
  expect(lines).toContain(`and ${60 - shown} more`)
  expect(told).toHaveLength(60)
})
