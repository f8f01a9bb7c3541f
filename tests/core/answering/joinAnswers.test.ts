// Two questions in one.

import { describe, expect, test } from 'vitest'
import { answerFrom, engineOf } from '../../fakes/asking.ts'
import { tramStrike } from '../../fakes/tramStrike.ts'

const strike = engineOf(tramStrike())
const ask = (text: string) => answerFrom(strike, text)

describe('a double question', () => {
  test('gets both answers, in the order asked', () => {
    const answer = ask('when did the strike begin, and how many trams were damaged?')
    expect(answer.text).toBe(
      '3 April. Tram drivers in Ostermoor went on strike on 3 April. 15 of 69 trams. Stones damaged 15 of 69 trams.',
    )
    expect(answer.facts).toEqual(['strike-began', 'trams-damaged'])
    expect(answer.lines.flatMap((line) => line.facts)).toEqual(answer.facts)
  })
  test('has its second half understood after its first', () => {
    expect(ask('when was Ilka Voss dismissed and who replaced her').facts).toEqual([
      'voss-dismissed',
      'anders-appointed',
    ])
  })
  test('cites the sources of both', () => {
    const { citations } = ask('how many trams were damaged and where are the pay talks held')
    expect(citations.map(({ source, paragraphs }) => [source, ...paragraphs])).toEqual([
      ['herald', 6],
      ['review', 3],
    ])
  })
  test('cites every paragraph also where both come from one source', () => {
    const { citations } = ask('how many trams were damaged and how many passengers use the trams')
    expect(citations.find((cited) => cited.source === 'herald')?.paragraphs).toEqual([6, 11])
  })
  test('is disputed where one half is', () => {
    const [first, second] = ['how many trams were damaged', 'how many drivers were injured']
    expect(ask(`${first} and ${second}`).isDisputed).toBe(true)
    expect(ask(`${second} and ${first}`).isDisputed).toBe(true)
    expect(ask(`${first} and where are the pay talks held`).isDisputed).toBe(false)
  })
  test('is corrected where its first half is', () => {
    expect(ask('why did the army clear Linden Square and when was Voss dismissed').isCorrected).toBe(true)
  })
  test('is corrected where its second half is', () => {
    const answer = ask('when was Voss dismissed and why did the army clear Linden Square')
    expect(answer.text).toContain('That is not what the sources say.')
    expect(answer.isCorrected).toBe(true)
  })
  test('of one fact twice gets it once', () => {
    const answer = ask('when did the strike begin and when did the drivers go on strike')
    expect(answer.text).toBe('3 April. Tram drivers in Ostermoor went on strike on 3 April.')
  })
  test('of one fact in two slots tells its statement once', () => {
    const { text } = ask('when was Voss dismissed and who dismissed Ilka Voss')
    expect(text.match(/The government dismissed/g)).toHaveLength(1)
  })
  test('of one fact in two slots answers both', () => {
    const { text } = ask('when did the strike begin and why did the drivers go on strike')
    expect(text).toContain('3 April.')
    expect(text).toContain('night shifts were lengthened to eleven hours')
  })
  test('gets the one answer that there is', () => {
    const known = 'how many trams were damaged'
    const unknown = 'how much did the strike cost the operator'
    for (const text of [`${known} and ${unknown}`, `${unknown} and ${known}`]) {
      expect(ask(text)).toMatchObject({ status: 'answered', facts: ['trams-damaged'] })
    }
  })
  test('of which neither half can be answered is declined', () => {
    const answer = ask('how much did the strike cost the operator and who was at the zoo')
    expect(answer).toMatchObject({ status: 'abstained', reason: 'left open' })
  })
  test('stays within 700 characters', () => {
    const { text, lines } = ask('what caused the depot fire and how many drivers were injured on Linden Square')
    expect(text.length).toBeLessThanOrEqual(700)
    expect(text).toBe(lines.map((line) => line.text).join(' '))
  })
})

describe('one question', () => {
  test.each(['did the union and Ostra Trams open pay talks', 'who met in Halden and talked'])(
    'stays one, though it holds "and": %s',
    (text) => {
      expect(ask(text).facts).toEqual(['talks-opened'])
    },
  )
  test('of a command stays one', () => {
    const both = 'the strike and when was Voss dismissed'
    expect(answerFrom(strike, both, { verb: 'timeline' }).text).toContain('\n')
  })
})
