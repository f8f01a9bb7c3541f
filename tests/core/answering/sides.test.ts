// Whose word an answer is, as of when, and where sources differ.

import { describe, expect, test } from 'vitest'
import { type Asking, answerFrom, engineOf } from '../../fakes/asking.ts'
import { briefingWith } from '../../fakes/briefingWith.ts'
import { tramStrike } from '../../fakes/tramStrike.ts'

const strike = engineOf(tramStrike())
const from = (facts: readonly object[], question: string, asking?: Asking) =>
  answerFrom(engineOf(briefingWith({ facts })), question, asking)

describe('where sources differ', () => {
  test('both values come first, each with its source, and why they differ', () => {
    const answer = answerFrom(strike, 'how many drivers were injured')
    expect(answer.isDisputed).toBe(true)
    expect(answer.text).toMatch(
      /^At least 31 drivers \(Ostermoor Herald\) or 44 drivers \(The Courier\): sources differ on the drivers injured; the higher count is the later one\. /,
    )
    expect(answer.facts.slice().sort()).toEqual(['drivers-hurt', 'drivers-hurt-later'])
    expect(answer.citations.map((cited) => cited.source).sort()).toEqual(['courier', 'herald'])
    expect(answer.conflicts.map((conflict) => conflict.reason)).toEqual(['later count'])
  })
  test('two claimants are named', () => {
    const { text } = answerFrom(strike, 'what caused the depot fire')
    expect(text).toContain("rson (Tram Workers' Union; The Courier)")
    expect(text).toContain('a faulty battery (Ostra Trams; The Courier)')
    expect(text).toContain('each is the word of one party')
  })
  test('also where something else is asked, behind the answer', () => {
    const { text } = answerFrom(strike, 'who set the depot on fire')
    expect(text).toMatch(/^The union says .* Sources differ on the cause of the depot fire: /)
  })
  const bees = (howMany: unknown, source: string, more: object = {}) => ({
    statement: 'Bees died in the fire.',
    frame: { what: 'bees killed', howMany },
    citations: [{ source }],
    ...more,
  })
  test.each([
    ['they do not count the same', bees({ value: 90, unit: 'bees', scope: 'killed and lost' }, 'birch')],
    ['one of them was taken back', bees('90 bees', 'birch', { standing: 'retracted' })],
    ['one figure is a sum', bees({ value: 90, unit: 'bees', derived: '40 + 50' }, 'birch')],
  ])('because %s', (reason, other) => {
    const { text } = from([bees('40 bees', 'alder'), other], 'how many bees died')
    expect(text).toContain('40 bees (The Alder)')
    expect(text).toContain('90 bees')
    expect(text).toContain(`sources differ on the bees killed; ${reason}.`)
  })
  test('because two expectations differ', () => {
    const end = (when: string, source: string) => ({
      ...bees(undefined, source),
      statement: 'The flood is to end.',
      standing: 'forecast',
      frame: { what: 'end of the flood', when },
    })
    const { text } = from([end('2031-04-10', 'alder'), end('2031-04-20', 'birch')], 'when will the flood end')
    expect(text).toMatch(/^10 April \(The Alder\) or 20 April \(The Birch\): .*; all are expectations\./)
  })
  test('a value that a source reports otherwise than the statement is a side', () => {
    const citations = [{ source: 'alder' }, { source: 'birch', reports: { howMany: '90 bees' } }]
    const answer = from([bees('40 bees', 'alder', { citations })], 'how many bees died')
    expect(answer.text).toMatch(/^40 bees \(The Alder\) or 90 bees \(The Birch\): /)
  })
  test('the sides are shown also where there are many', () => {
    const sources = Array.from({ length: 26 }, (_, i) => ({
      id: `paper-${i}`,
      publisher: `The Daily Paper Number ${i}`,
      title: 'Bees',
      published: '2031-04-02',
    }))
    const citations = sources.map(({ id }, i) => ({ source: id, reports: { howMany: `${(i + 1) * 100} bees` } }))
    const briefing = briefingWith({ sources, facts: [bees('100 bees', 'paper-0', { citations })] })
    const { isDisputed, text } = answerFrom(engineOf(briefing), 'how many bees died')
    expect([isDisputed, /differ/.test(text)]).toEqual([true, true])
  })

  test('a correction that shows two sides cites both', () => {
    const facts = [
      bees('40 bees', 'alder', { corrects: ['a dragon killed the bees'] }),
      bees('90 bees', 'birch', { statement: 'Ninety of them died.' }),
    ]
    const answer = from(facts, 'why did a dragon kill the bees')
    expect(answer).toMatchObject({ isCorrected: true, isDisputed: true })
    expect(answer.text).toContain('90 bees (The Birch)')
    expect(answer.citations.map((cited) => cited.source)).toEqual(['alder', 'birch'])
  })

  describe('and one is asked', () => {
    test.each([
      ['the Herald', 'At least 31 drivers were injured', 'drivers-hurt'],
      ['The Courier', '44 drivers. ', 'drivers-hurt-later'],
    ])('%s gives its own word', (source, opening, fact) => {
      const answer = answerFrom(strike, `according to ${source}, how many drivers were injured`)
      expect(answer).toMatchObject({ status: 'answered', isDisputed: false, facts: [fact] })
      expect(answer.text.slice(0, opening.length)).toBe(opening)
    })
    test('its own word is printed, where it reports otherwise than the statement', () => {
      const citations = [{ source: 'alder' }, { source: 'birch', reports: { howMany: '90 bees' } }]
      const facts = [bees('40 bees', 'alder', { citations })]
      expect(from(facts, 'how many bees died according to The Birch').text).toContain('90 bees')
    })
    test('a source that does not report it is not given the word of another', () => {
      expect(answerFrom(strike, 'when did the strike begin according to the Evening Review').status).toBe('abstained')
    })
  })
})

describe('as of a day', () => {
  test('a question is answered once a source of that day has it', () => {
    const question = 'when was Voss dismissed'
    const before = answerFrom(strike, question, { asOf: '2031-04-11' })
    expect(before).toMatchObject({ status: 'abstained', reason: 'not known yet' })
    expect(before.text).toMatch(/^By 11 April none of the sources had reported that\./)
    expect(before.facts).not.toContain('voss-dismissed')
    expect(answerFrom(strike, question, { asOf: '2031-04-12' }).facts).toEqual(['voss-dismissed'])
  })
  test('only the side that was known is told', () => {
    const answer = answerFrom(strike, 'how many drivers were injured', { asOf: '2031-04-07' })
    expect(answer).toMatchObject({ status: 'answered', isDisputed: false, facts: ['drivers-hurt'] })
    expect(answer.text).not.toContain('44')
    expect(answer.citations.map((cited) => cited.source)).toEqual(['herald'])
  })
  test('only sources that were out are cited', () => {
    expect(answerFrom(strike, 'when did the strike begin', { asOf: '2031-04-07' }).citations).toHaveLength(1)
    expect(answerFrom(strike, 'when did the strike begin', { asOf: '2031-04-08' }).citations).toHaveLength(2)
  })
  test('a fact that puts sources together is known with the last of them', () => {
    const question = 'how many people were arrested'
    expect(answerFrom(strike, question, { asOf: '2031-04-07' }).reason).toBe('not known yet')
    expect(answerFrom(strike, question, { asOf: '2031-04-08' }).facts).toEqual(['arrests'])
  })
  test('before the first source nothing is known', () => {
    const answer = answerFrom(strike, 'when did the strike begin', { asOf: '2031-04-05' })
    expect(answer).toMatchObject({ status: 'abstained', reason: 'before the sources', facts: [], nearby: [] })
    expect(answer.text).toBe('Nothing is known as of 5 April: the oldest source of this briefing is of 6 April.')
  })
  test('the answer says of which day it is; without one, of the newest source', () => {
    expect(answerFrom(strike, 'who is Voss', { asOf: '2031-04-08' }).asOf).toBe('8 April 2031')
    expect(answerFrom(strike, 'who is Voss').asOf).toBe('12 April 2031')
  })
  test('no value is told that only a later source reports', () => {
    const citations = [{ source: 'birch' }, { source: 'alder', reports: { howMany: '20 bees' } }]
    const facts = [{ statement: 'The fire killed 40 bees.', frame: { howMany: '40 bees' }, citations }]
    expect(from(facts, 'how many bees were killed', { asOf: '2031-04-03' }).text).not.toContain('40')
  })
  test('no near question is shown that could not be answered yet', () => {
    const facts = [{ asks: ['was the mill sold'], citations: [{ source: 'birch' }] }, { asks: ['did the mill burn'] }]
    const briefing = briefingWith({ facts, head: { overview: ['fact-1', 'fact-2'] } })
    expect(answerFrom(engineOf(briefing), '?', { asOf: '2031-04-03' }).nearby).toEqual(['did the mill burn'])
  })
})
