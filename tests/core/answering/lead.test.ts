// The word that opens the answer to a question whether something is so.

import { describe, expect, test } from 'vitest'
import { answerFrom, engineOf } from '../../fakes/asking.ts'
import { briefingWith } from '../../fakes/briefingWith.ts'
import { tramStrike } from '../../fakes/tramStrike.ts'

const strike = engineOf(tramStrike())

test.each([
  ['yes', 'was Voss dismissed', 'Yes. The government dismissed'],
  ['yes', 'is there a curfew', 'Yes. The government imposed'],
  ['no', 'did the army come to Ostermoor', 'No. The army was not sent'],
  ['not yet', 'has the strike ended', 'Not yet. The strike is expected'],
  ['not yet', 'is the strike over', 'Not yet. The strike is expected'],
  ['disputed', 'did the police use tear gas', 'Disputed. Witnesses and police'],
  ['claimed', 'did the operator break its pledge', 'Claimed, not established. Ostra Trams broke'],
])('%s: %s', (_, question, opening) => {
  const answer = answerFrom(strike, question)
  expect(answer.status).toBe('answered')
  expect(answer.text.slice(0, opening.length)).toBe(opening)
})
test('what two parties say differently is disputed, before both sides are told', () => {
  expect(answerFrom(strike, 'was it arson at the depot').text).toMatch(/^(Disputed|Claimed, not established)\b/)
})

describe('who holds an office', () => {
  test.each([
    ['is Anders now transport minister', '2031-04-12', 'Yes. '],
    ['is Voss still transport minister', '2031-04-12', 'No. '],
    ['is Voss still transport minister', undefined, 'No. '],
    ['is Otto Brandt still police chief', '2031-04-08', 'Yes. '],
  ])('%s, as of %s: %s', (question, asOf, opening) => {
    const answer = answerFrom(strike, question, asOf === undefined ? {} : { asOf })
    expect(answer.text.slice(0, opening.length)).toBe(opening)
  })
  test.each([
    ['is Anders transport minister', 'Yes. '],
    ['is Voss transport minister', 'No. '],
  ])('%s, without "now" or "still": %s', (question, opening) => {
    expect(answerFrom(strike, question).text.slice(0, opening.length)).toBe(opening)
  })
})

/** How the answer opens, from a briefing of one fact. */
function opening(question: string, fact: object): string | undefined {
  const { text } = answerFrom(engineOf(briefingWith({ facts: [fact] })), question)
  return /^(Yes|No|Not yet|Disputed|Claimed, not established)\./.exec(text)?.[1]
}

describe('without a word of the curator', () => {
  const opened = { statement: 'The bridge was opened to trams.' }
  const notOpened = { statement: 'The bridge was not opened to trams.' }

  test('a statement that holds all of the question is a yes, one that denies it a no', () => {
    expect(opening('was the bridge opened to trams', opened)).toBe('Yes')
    expect(opening('was the bridge opened to trams', notOpened)).toBe('No')
  })
  test('a question that is itself denied turns that round', () => {
    expect(opening('was the bridge not opened to trams', notOpened)).toBe('Yes')
    expect(opening('was the bridge not opened to trams', opened)).toBe('No')
  })
  test('a statement of the opposite is a no', () => {
    expect(opening('was the bridge closed to trams', opened)).toBe('No')
  })
  test('a statement that lacks a word of the question is neither', () => {
    expect(opening('was the bridge opened to trams and horses', opened)).toBeUndefined()
  })
  test('a forecast is a not yet, unless the question looks ahead', () => {
    const forecast = { statement: 'The bridge is to be opened to trams.', standing: 'forecast' }
    expect(opening('was the bridge opened to trams', forecast)).toBe('Not yet')
    expect(opening('will the bridge be opened to trams', forecast)).toBeUndefined()
  })
  test('a claim is never a yes', () => {
    expect(opening('was the bridge opened to trams', { ...opened, standing: 'claimed' })).toBe(
      'Claimed, not established',
    )
  })
  test('what somebody denies is neither', () => {
    expect(opening('was the bridge opened to trams', { ...notOpened, standing: 'denied' })).toBeUndefined()
  })
})

test('the word that the curator gave to a phrasing wins, for that phrasing alone', () => {
  const fact = {
    statement: 'The bridge was opened to trams.',
    asks: [{ ask: 'can buses cross the river', lead: 'no' }],
  }
  expect(opening('can buses cross the river', fact)).toBe('No')
  expect(opening('was the bridge opened to trams', fact)).toBe('Yes')
})
test('only a question whether it is so gets such a word', () => {
  expect(opening('what was opened to trams', { statement: 'The bridge was opened to trams.' })).toBeUndefined()
})
