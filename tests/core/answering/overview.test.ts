// Questions that name nothing: the whole briefing, a day, a greeting.

import { describe, expect, test } from 'vitest'
import { answerFrom, engineOf } from '../../fakes/asking.ts'
import { tramStrike } from '../../fakes/tramStrike.ts'

const strike = engineOf(tramStrike())

describe('what asks for everything gets the facts that the curator chose', () => {
  test.each(['what happened', 'summary please', "what's going on?", 'give me the latest news', 'what is this about'])(
    '%s',
    (question) => {
      const answer = answerFrom(strike, question)
      expect(answer.facts.slice(0, 2)).toEqual(['strike-began', 'drivers-hurt'])
      expect(answer.text).toBe(
        'Tram drivers in Ostermoor went on strike on 3 April. At least 31 drivers were injured on Linden Square. Sources differ on the drivers injured.',
      )
      expect(answer.isDisputed).toBe(true)
    },
  )
  test('but not where something is named', () => {
    expect(answerFrom(strike, 'what happened to Voss').facts).not.toContain('strike-began')
  })
})

describe('a greeting is met with what can be asked', () => {
  test.each(['hello', 'Hi there!', 'thanks a lot', 'what can you do', 'lol ok', 'hmm'])('%s', (question) => {
    expect(answerFrom(strike, question)).toMatchObject({ status: 'abstained', reason: 'empty' })
  })
})

test('a day is told by what is dated to it, and not by what lies somewhere in its month', () => {
  const { facts } = answerFrom(strike, 'what happened on 5 April')
  expect(facts).toEqual(['clash'])
})
