import { describe, expect, test } from 'vitest'
import type { Answer } from '../../../src/core/answering/answer.ts'
import { type Expectation, judge } from '../../../src/core/answering/judge.ts'
import { answerFrom, engineOf } from '../../fakes/asking.ts'
import { tramStrike } from '../../fakes/tramStrike.ts'

const strike = engineOf(tramStrike())
const told = answerFrom(strike, 'how many trams were damaged')
const disputed = answerFrom(strike, 'how many drivers were injured')
const corrected = answerFrom(strike, 'why did Voss resign')
const declined = answerFrom(strike, 'how many buses were damaged')
const askedBack = answerFrom(strike, 'who is Brandt')

const outcome = (answer: Answer, expected: Partial<Expectation>) =>
  judge(answer, { expect: 'answer', facts: [], disputed: false, says: [], never: [], command: undefined, ...expected })
    .outcome

describe('right', () => {
  test.each<[string, Answer, Partial<Expectation>]>([
    ['an answer from one of the facts expected', told, { facts: ['fare', 'trams-damaged'] }],
    ['one that says one wording of each group, in any case', told, { says: [['fifteen', '15 OF 69'], ['stones']] }],
    ['one that cites one of the sources', told, { sources: ['herald', 'courier'] }],
    ['a disagreement that is shown', disputed, { disputed: true }],
    ['a disagreement shown without need', disputed, {}],
    ['a correction', corrected, { expect: 'correct' }],
    ['a refusal where there is nothing to say', declined, { expect: 'abstain' }],
    ['a question back', askedBack, { expect: 'ambiguous' }],
    ['a long timeline', { ...told, text: 'x'.repeat(2000) }, { command: 'timeline' }],
  ])('%s', (_, answer, expected) => {
    expect(outcome(answer, expected)).toBe('right')
  })
})

describe('wrong', () => {
  test.each<[string, Answer, Partial<Expectation>]>([
    ['an answer from another fact', told, { facts: ['fare'] }],
    ['one that lacks a wording', told, { says: [['15'], ['stones', 'rocks'], ['glass']] }],
    ['one that says what it must not', told, { never: ['of 69'] }],
    ['a refusal that says what it must not', declined, { expect: 'abstain', never: ['stones damaged'] }],
    ['one that cites another source', told, { sources: ['review'] }],
    ['one that hides a disagreement', told, { disputed: true }],
    ['one that corrects nothing', told, { expect: 'correct' }],
    ['an answer where the sources are silent', told, { expect: 'abstain' }],
    ['a question back where the sources are silent', askedBack, { expect: 'abstain' }],
    ['an answer where several are meant', told, { expect: 'ambiguous' }],
    ['one that is too long', { ...told, text: 'x'.repeat(701) }, {}],
  ])('%s', (_, answer, expected) => {
    expect(outcome(answer, expected)).toBe('wrong')
  })
})

describe('abstained', () => {
  test.each<[string, Answer, Partial<Expectation>]>([
    ['a refusal where there is an answer', declined, {}],
    ['a refusal of what should be corrected', declined, { expect: 'correct' }],
    ['a question back where there is an answer', askedBack, {}],
  ])('%s', (_, answer, expected) => {
    expect(outcome(answer, expected)).toBe('abstained')
  })
})

test('typographic quotes and runs of spaces do not matter to a wording', () => {
  const quoted = { ...told, text: 'She said  “it’s over”.' }
  expect(outcome(quoted, { says: [['"it\'s over"'], ['she said "']] })).toBe('right')
})
