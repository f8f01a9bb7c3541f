// Questions to an invented briefing, from the words of a reader to the words of the answer.

import { describe, expect, test } from 'vitest'
import { readCommand } from '../../../src/core/answering/ask.ts'
import { answerFrom, engineOf } from '../../fakes/asking.ts'
import { tramStrike } from '../../fakes/tramStrike.ts'

const strike = engineOf(tramStrike())

describe('an answer opens with what is asked for', () => {
  test.each([
    ['when did the strike begin', '3 April. Tram drivers', 'strike-began'],
    ['when was Voss dismissed', '9 April. The government', 'voss-dismissed'],
    ['when will the strike end', 'Expected: 20 April. ', 'strike-end'],
    ['how many trams were damaged', '15 of 69 trams. ', 'trams-damaged'],
    ['how many police officers were hurt', 'Nearly 10 police officers', 'police-hurt'],
    ['how many passengers use the trams', 'About 160,000 passengers ', 'passengers'],
    ['by how much did the fare go up', '12 percent. ', 'fare'],
    ['who replaced Voss', 'Jonas Anders ', 'anders-appointed'],
    ['who cleared the square', 'Police ', 'clash'],
    ['where are the pay talks held', 'Halden. ', 'talks-opened'],
    ['where was the fire', 'The Kell Street depot. ', 'depot-fire'],
    [
      'what exactly did Voss say about the strike',
      '“This strike betrays every passenger of this town.” ',
      'voss-betrayal',
    ],
  ])('%s → %s', (question, opening, fact) => {
    const answer = answerFrom(strike, question)
    expect(answer.status).toBe('answered')
    expect(answer.text.slice(0, opening.length)).toBe(opening)
    expect(answer.facts[0]).toBe(fact)
  })
  test('and says it once where the statement opens with it', () => {
    expect(answerFrom(strike, 'how many passengers use the trams').text).toBe(
      'About 160,000 passengers ride the trams on a working day.',
    )
  })
})

describe('a question is understood', () => {
  test.each([
    ['in capitals', 'WHEN WAS VOSS DISMISSED'],
    ['with what surrounds it in a chat', 'erm, pls: when was Ms. Voss dismissed?!'],
    ['misspelt', 'when was vosss dismised'],
    ['in other words', 'when was Voss fired'],
    ['in another script', 'when was Восс dismissed'],
    ['with words behind a line break', 'when was Voss\ndismissed'],
    ['with control characters', 'when\u0000 was \u001b[31mVoss\u0007 dismissed'],
    ['with words that say nothing', 'do you know when Voss was actually dismissed'],
  ])('%s', (_, question) => {
    expect(answerFrom(strike, question).text).toMatch(/^9 April\. The government dismissed Ilka Voss/)
  })
  test.each([
    ['when', 'the start of the strike', 'strike-began'],
    ['howmany', 'trams damaged', 'trams-damaged'],
    ['where', 'the fire', 'depot-fire'],
    ['why', 'Voss dismissed', 'voss-dismissed'],
  ] as const)('by the command /%s, though the words do not say it', (verb, text, fact) => {
    expect(answerFrom(strike, text, { verb }).facts[0]).toBe(fact)
  })
  test.each(['what happened on Sunday', 'what happened on Sunday, 6 April'])(
    'by a weekday or month, which is no misspelt word of the briefing: %s',
    (question) => {
      expect(answerFrom(strike, question).facts).toContain('depot-fire')
    },
  )
})

describe('a question that holds nothing', () => {
  test.each(['', '   ', '?!', '🚋🚋', '\u0000\u0007\u200b'])('%j is told what to ask about', (question) => {
    const answer = answerFrom(strike, question)
    expect(answer).toMatchObject({ status: 'abstained', reason: 'empty', facts: [], citations: [] })
    expect(answer.text).toMatch(/^Ask about /)
    expect(answer.nearby).not.toEqual([])
  })
})

describe('a question without end', () => {
  test.each([
    ['one word', 'x'.repeat(100_000)],
    ['many words', 'zebra kangaroo '.repeat(7000)],
    ['many questions', 'what did she say and when '.repeat(4000)],
    ['many line breaks', 'and how many \n'.repeat(8000)],
    ['quotation marks', '"'.repeat(100_000)],
    ['another script', 'Ж'.repeat(100_000)],
    ['figures', '1'.repeat(100_000)],
  ])('of %s gets an answer of the usual length', (_, question) => {
    for (const answer of [answerFrom(strike, question), answerFrom(strike, 'why?', { after: [question] })]) {
      expect(answer.text.length).toBeGreaterThan(0)
      expect(answer.text.length).toBeLessThanOrEqual(700)
    }
  })
  test('is answered by its beginning', () => {
    const answer = answerFrom(strike, `when was Voss dismissed ${' '.repeat(100_000)}and what of the zebras`)
    expect(answer.facts[0]).toBe('voss-dismissed')
    expect(answer.trace.find((one) => one.step === 'words')?.found).toBe('when was voss dismissed')
  })
})

describe('a command in a thread', () => {
  test.each([
    ['/who voss', { verb: 'who', text: 'voss' }],
    ['/brief when voss', { verb: 'when', text: 'voss' }],
    ['/HOWMANY arrests', { verb: 'howmany', text: 'arrests' }],
    ['/ask is it over', { verb: null, text: 'is it over' }],
    ['who is voss', { verb: null, text: 'who is voss' }],
    ['5/6 trams', { verb: null, text: '5/6 trams' }],
    ['', { verb: null, text: '' }],
  ])('%s is taken apart', (message, expected) => {
    expect(readCommand(message)).toEqual(expected)
  })
  test('/ask leaves a question as it is', () => {
    expect(readCommand('/ask when did it end')).toEqual({ verb: null, text: 'when did it end' })
  })
})

describe('the trace', () => {
  test('tells each step of the way: words, spelling, what is asked, names, date, matches, decision', () => {
    const { trace } = answerFrom(strike, 'how many drivrs did the police clear on 5 April')
    const found = (step: string) => trace.filter((one) => one.step === step).map((one) => one.found)
    expect(found('spelling')).toEqual(['drivrs → drivers'])
    expect(found('asked')).toEqual(['howMany'])
    expect(found('names').join()).toMatch(/drivers.*police|police.*drivers/)
    expect(found('date')).toEqual(['2031-04-05'])
    expect(found('match').length).toBeGreaterThan(1)
    expect(found('decision')).toHaveLength(1)
  })
})
