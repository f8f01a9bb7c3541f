import { expect, test } from 'vitest'
import type { Question } from '../../../src/core/answering/answer.ts'
import { ask } from '../../../src/core/answering/ask.ts'
import { parseDay } from '../../../src/core/briefing/span.ts'
import { askRemembering } from '../../../src/core/desk/rememberAnswers.ts'
import { engineOf } from '../../fakes/asking.ts'
import { tramStrike } from '../../fakes/tramStrike.ts'

const question: Question = { text: 'when did the strike begin', verb: null, context: [], asOf: undefined }

test('the same question gets the very same answer, and the one that asking gives', () => {
  const engine = engineOf(tramStrike())
  const first = askRemembering(engine, question)
  expect(first).toEqual(ask(engine, question))
  expect(askRemembering(engine, { ...question })).toBe(first)
})

test.each([
  ['another verb', { verb: 'who' }],
  ['another thread', { context: ['who is the mayor'] }],
  ['another day', { asOf: parseDay('2000-01-01') }],
  ['another text', { text: 'why did the strike begin' }],
] as const)('%s is another question', (_, change) => {
  const engine = engineOf(tramStrike())
  const first = askRemembering(engine, question)
  const changed = { ...question, ...change }
  expect(askRemembering(engine, changed)).not.toBe(first)
  expect(askRemembering(engine, changed)).toEqual(ask(engine, changed))
})

test('an edited briefing answers anew', () => {
  const [before, after] = [engineOf(tramStrike()), engineOf(tramStrike())]
  expect(askRemembering(after, question)).not.toBe(askRemembering(before, question))
})

test('what was not asked for longest is forgotten first', () => {
  const engine = engineOf(tramStrike())
  const first = askRemembering(engine, question)
  const other = askRemembering(engine, { ...question, text: 'other 0' })
  for (let i = 1; i < 499; i++) askRemembering(engine, { ...question, text: `other ${i}` })
  expect(askRemembering(engine, question)).toBe(first)
  askRemembering(engine, { ...question, text: 'one more' })
  expect(askRemembering(engine, question)).toBe(first)
  expect(askRemembering(engine, { ...question, text: 'other 0' })).not.toBe(other)
})
