// A day or a figure that a yes/no question names is held against the fact's own.

import { describe, expect, test } from 'vitest'
import { answerFrom, engineOf } from '../../fakes/asking.ts'
import { tramStrike } from '../../fakes/tramStrike.ts'

const strike = engineOf(tramStrike())

describe('a day', () => {
  test.each([
    ['was Voss dismissed on 9 April', 'Yes. The government dismissed Ilka Voss'],
    ['was Voss dismissed on 4 April', 'No. The government dismissed Ilka Voss as transport minister on 9 April.'],
    ['did the strike begin on 5 April', 'No. Tram drivers in Ostermoor went on strike on 3 April.'],
    ['did pay talks open in Halden on 11 April', 'Yes. The union and Ostra Trams opened pay talks'],
  ])('%s: %s', (question, opening) => {
    expect(answerFrom(strike, question).text.slice(0, opening.length)).toBe(opening)
  })
  test('that the fact does not tell is not confirmed', () => {
    expect(answerFrom(strike, 'did stones damage trams on 6 April').text).not.toMatch(/^Yes/)
  })
})

describe('a figure', () => {
  test.each([
    ['did the fare rise by 12 percent', 'Yes. '],
    ['did the fare rise by 30 percent', 'No. '],
    ['were 15 trams damaged', 'Yes. '],
    ['were 40 trams damaged', 'No. '],
  ])('%s: %s', (question, opening) => {
    expect(answerFrom(strike, question).text.slice(0, opening.length)).toBe(opening)
  })
  test('that one of several sources gives is disputed', () => {
    expect(answerFrom(strike, 'were 44 drivers injured').text).toMatch(/^Disputed\. /)
  })
  test('that the bound leaves room for is neither confirmed nor denied', () => {
    expect(answerFrom(strike, 'were more than 60 drivers injured', { asOf: '2031-04-06' }).text).not.toMatch(
      /^(Yes|No)/,
    )
  })
})
