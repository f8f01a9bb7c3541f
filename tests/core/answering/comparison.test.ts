// Questions whether sources agree are answered with what each reports.

import { describe, expect, test } from 'vitest'
import { answerFrom, engineOf } from '../../fakes/asking.ts'
import { tramStrike } from '../../fakes/tramStrike.ts'

const strike = engineOf(tramStrike())
const sides = 'At least 31 drivers (Ostermoor Herald) and 44 drivers (The Courier): sources differ'

test.each([
  ['do the Herald and the Courier give the same number of injured drivers', `No. ${sides}`],
  ['does the Courier agree with the Herald on how many drivers were hurt', `No. ${sides}`],
  ['do the Herald and the Courier differ on the injured drivers', `Yes. ${sides}`],
  ['do the papers disagree on how many drivers were injured', `Yes. ${sides}`],
  ['which reports more injured drivers, the Herald or the Courier', sides],
  ['I keep seeing different numbers of injured drivers. Who says what?', sides],
])('%s', (question, opening) => {
  const answer = answerFrom(strike, question)
  expect(answer.text.slice(0, opening.length)).toBe(opening)
  expect(answer.isDisputed).toBe(true)
})

describe('what is no comparison', () => {
  test('"more" of something else than sources is an ordinary question', () => {
    expect(answerFrom(strike, 'were more than 20 drivers hurt').text).not.toMatch(/^(No|Yes)\. At least 31/)
  })
  test('one source that is named is asked for its own word', () => {
    expect(answerFrom(strike, 'how many drivers were hurt according to the Herald').text).toMatch(
      /^At least 31 drivers/,
    )
  })
})
