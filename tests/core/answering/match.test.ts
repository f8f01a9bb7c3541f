import { describe, expect, test } from 'vitest'
import { understand } from '../../../src/core/answering/inquiry.ts'
import { type Match, matchFact, matchOpen } from '../../../src/core/answering/match.ts'
import { engineOf } from '../../fakes/asking.ts'
import { briefingWith } from '../../fakes/briefingWith.ts'

const entities = [
  { id: 'voss', kind: 'person', name: 'Ilka Voss' },
  { id: 'anders', kind: 'person', name: 'Jonas Anders' },
  { id: 'drivers', kind: 'group', name: 'drivers' },
  { id: 'square', kind: 'place', name: 'Linden Square', partOf: 'town' },
  { id: 'town', kind: 'place', name: 'Ostermoor' },
]

/** The matches of facts with a question, in the order of the facts. */
function matchesOf(question: string, facts: readonly object[]): Match[] {
  const engine = engineOf(briefingWith({ entities, facts }))
  const inquiry = understand(engine, question, null)
  return engine.briefing.facts.map((fact) => matchFact(engine.viewOf(fact), inquiry, engine.lexicon))
}

/** Expects that the first of two facts answers a question better than the second. */
function expectBetter(question: string, better: object, worse: object): void {
  const [a, b] = matchesOf(question, [better, worse])
  const [c, d] = matchesOf(question, [worse, better])
  expect(a?.score).toBeGreaterThan(b?.score ?? 1)
  expect(d?.score).toBeGreaterThan(c?.score ?? 1)
}

const clash = (frame: object, more: object = {}) => ({
  statement: 'Drivers clashed with guards on Linden Square.',
  frame: { what: 'clash', ...frame },
  ...more,
})

describe('of two facts in the same words, the one with what is asked for is better', () => {
  test.each([
    ['when', 'when did drivers clash with guards', { when: '2031-04-05' }],
    ['how many', 'how many drivers clashed with guards', { howMany: '40 drivers' }],
    ['how long', 'how long did drivers clash with guards', { howMany: '3 hours' }],
    ['what share', 'what share of drivers clashed with guards', { howMany: '40 percent of drivers' }],
    ['why', 'why did drivers clash with guards', { why: 'an unpaid shift' }],
    ['who', 'who clashed with guards', { who: 'drivers' }],
    ['where', 'where did drivers clash with guards', { where: 'square' }],
    ['a quote', 'what did drivers say about the clash with guards', { quote: 'They hit us.' }],
  ])('%s', (_, question, filled) => {
    expectBetter(question, clash(filled), clash({}))
  })
  test('a figure of the class asked for', () => {
    const days = clash({ howMany: '3 days' })
    const people = clash({ howMany: '3 drivers' })
    expectBetter('how long did drivers clash with guards', days, people)
    expectBetter('how many drivers clashed with guards', people, days)
  })
  test('somebody, and no place, for "who"', () => {
    expectBetter('who clashed with guards', clash({ who: 'drivers' }), clash({ where: 'square' }))
  })
  test('what has not been done, told as such or by its opposite', () => {
    const freed = { statement: 'Police freed 12 drivers.', frame: { howMany: '12 drivers' } }
    const held = { statement: 'Police arrested 9 drivers.', frame: { howMany: '9 drivers' } }
    expectBetter('how many drivers have not been freed', held, freed)
    expectBetter('how many drivers have been freed', freed, held)
  })
  test('a figure of what is to be counted', () => {
    const soldiers = { statement: 'Soldiers of many countries came.', frame: { howMany: '2,500 soldiers' } }
    const countries = { statement: 'Soldiers of many countries came.', frame: { howMany: '6 countries' } }
    expectBetter('how many soldiers came', soldiers, countries)
    expectBetter('how many countries came', countries, soldiers)
  })
  test('somebody other than the one whom the question names', () => {
    const saw = (who: string) => ({ statement: 'Ilka Voss and others saw it.', frame: { who } })
    expectBetter('who saw it with Ilka Voss', saw('anders'), saw('voss'))
  })
  test('a phrasing of the curator, even one that shares no word with the statement', () => {
    const asked = { ...clash({}), asks: ['did the tram people fight on the plaza'] }
    expectBetter('did the tram people fight on the plaza', asked, clash({}))
  })
})

describe('of two facts that have what is asked for, better is', () => {
  test('the one of the day that the question names', () => {
    const question = 'how many drivers clashed with guards on 5 April'
    const [first, second] = ['2031-04-05', '2031-04-07'].map((when) => clash({ when, howMany: '40 drivers' }))
    expectBetter(question, first ?? {}, second ?? {})
  })
  test('the one of the source that the question names', () => {
    const [alder, birch] = ['alder', 'birch'].map((source) =>
      clash({ when: '2031-04-05' }, { citations: [{ source }] }),
    )
    expectBetter('according to The Birch, when did drivers clash with guards', birch ?? {}, alder ?? {})
    expectBetter('according to The Alder, when did drivers clash with guards', alder ?? {}, birch ?? {})
  })
  test('the one that is framed with the person named, over one that is not', () => {
    const by = (who: string, name: string) => ({
      statement: `${name} left the town.`,
      frame: { who, when: '2031-04-05' },
    })
    expectBetter('when did Voss leave', by('voss', 'Ilka Voss'), by('anders', 'Jonas Anders'))
  })
  test('what happened over what was expected, unless the question looks ahead', () => {
    const event = clash({ when: '2031-04-05' })
    const forecast = clash({ when: '2031-04-05' }, { standing: 'forecast' })
    expectBetter('when did drivers clash with guards', event, forecast)
    expectBetter('when will drivers clash with guards', forecast, event)
  })
  test('a length, where "how long" is asked of something that has one', () => {
    const road = { statement: 'The line to Halden is 12 km long.', frame: { what: 'line to Halden', howMany: '12 km' } }
    const tickets = { statement: 'The line to Halden sells 900 tickets.', frame: { howMany: '900 tickets' } }
    expectBetter('how long is the line to Halden', road, tickets)
  })
  test('the one that holds the very words which the question quotes', () => {
    const quoting = { statement: 'A driver spoke up.', frame: { quote: 'Not one tram will leave.' } }
    const inOtherOrder = { statement: 'A driver said that not one will leave a tram.', frame: { saidBy: 'drivers' } }
    expectBetter('which driver said "not one tram will leave"', quoting, inOtherOrder)
  })
})

describe('a match', () => {
  test('is a share between 0 and 1 in every feature', () => {
    const facts = [clash({ who: 'drivers', where: 'square' }), { statement: 'It rained.' }]
    for (const { features, score } of matchesOf('when did drivers clash in Ostermoor', facts))
      for (const value of [...Object.values(features).filter((one) => one !== features.lost), score]) {
        expect(value).toBeGreaterThanOrEqual(0)
        expect(value).toBeLessThanOrEqual(1.1)
      }
  })
  test('says which words of the question the fact does not speak of', () => {
    const [match] = matchesOf('when did drivers clash with zebras', [clash({ when: '2031-04-05' })])
    expect(match?.missing.map(({ unit }) => unit.words.join(' '))).toEqual(['zebras'])
  })
  test('knows a synonym, a form of a word, and a place by what lies in it', () => {
    const hurt = { statement: 'Drivers were injured on Linden Square.', frame: { where: 'square' } }
    const [match] = matchesOf('were drivers wounded in Ostermoor', [hurt])
    expect(match?.missing).toEqual([])
  })
  test('names the false belief that the question comes nearest to', () => {
    const fact = clash({}, { corrects: ['the army ran away', 'the army cleared the square'] })
    const [match] = matchesOf('why did the army clear the square', [fact])
    expect(match?.belief?.text).toBe('the army cleared the square')
    expect(matchesOf('why did it rain', [fact])[0]?.beliefScore).toBe(0)
  })
})

test('an open question matches by its own phrasings, the nearest of them', () => {
  const open = [{ id: 'loss', asks: ['who paid', 'how much did the strike cost the operator'] }]
  const engine = engineOf(briefingWith({ facts: [{}], open }))
  const [loss] = engine.briefing.open
  const score = (text: string) =>
    loss === undefined ? -1 : matchOpen(engine.asksOf(loss), understand(engine, text, null))
  expect(score('how much did the strike cost the operator')).toBeGreaterThan(score('how much did the fire cost'))
  expect(score('when did it rain')).toBe(0)
})
