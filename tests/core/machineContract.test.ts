import { describe, expect, test } from 'vitest'
import type { Answer } from '../../src/core/answering/answer.ts'
import { parseDay } from '../../src/core/briefing/span.ts'
import { readQuestion, toAnswerObject } from '../../src/core/machineContract.ts'

const read = (value: unknown) => readQuestion(JSON.stringify(value))

describe('a question', () => {
  test('has a text, a verb, earlier questions and a day', () => {
    expect(read({ id: 'a', q: 'masimov', cmd: 'who', context: ['x'], asof: '2022-01-11' })).toEqual({
      kind: 'question',
      id: 'a',
      question: { text: 'masimov', verb: 'who', context: ['x'], asOf: parseDay('2022-01-11') },
    })
  })

  test('needs no more than an id and a text', () => {
    const bare = { text: 'why', verb: null, context: [], asOf: undefined }
    expect(read({ id: 0, q: 'why' })).toEqual({ kind: 'question', id: 0, question: bare })
    expect(read({ id: 0, q: 'why', cmd: null, context: null, asof: null })).toMatchObject({ question: bare })
  })

  test('may have its verb in its text, where there is no other', () => {
    expect(read({ id: 1, q: '/who masimov' })).toMatchObject({ question: { text: 'masimov', verb: 'who' } })
    expect(read({ id: 1, q: '/who x', cmd: 'why' })).toMatchObject({ question: { text: '/who x', verb: 'why' } })
  })

  test('may carry fields that are not known here', () => {
    expect(read({ id: 1, q: 'why', lang: 'en' })).toMatchObject({ kind: 'question' })
  })
})

describe('what is no question', () => {
  test.each([
    [{ id: 'a' }, 'a', 'q must be a string'],
    [{ id: 'a', q: null }, 'a', 'q must be a string'],
    [{ q: 'x' }, null, 'id must be a string or a number'],
    [{ id: {}, q: 'x' }, null, 'id must be a string or a number'],
    [{ id: 1, q: 'x', cmd: 'WHO' }, 1, 'cmd must be null or one of who, what, when, where, why, howmany, timeline'],
    [{ id: 1, q: 'x', context: 'y' }, 1, 'context must be a list of strings'],
    [{ id: 1, q: 'x', context: [5] }, 1, 'context must be strings'],
    [{ id: 1, q: 'x', asof: '2022-02-30' }, 1, 'asof must be null or a day of the calendar, YYYY-MM-DD'],
    [{ id: 1, q: 'x', asof: 20220130 }, 1, 'asof must be null or a date, YYYY-MM-DD'],
    [[], null, 'must be an object {"id","q","cmd","context","asof"}'],
    [null, null, 'must be an object {"id","q","cmd","context","asof"}'],
  ])('%j', (value, id, error) => {
    expect(read(value)).toEqual({ kind: 'malformed', id, error })
  })

  test('a text that is not JSON', () => {
    expect(readQuestion('{"id":1')).toMatchObject({
      kind: 'malformed',
      id: null,
      error: expect.stringMatching(/^is not valid JSON: /),
    })
  })
})

test('an answer names its sources in the order in which it cites them', () => {
  const cited = (source: string) => ({
    source,
    publisher: '',
    title: '',
    published: '',
    paragraphs: [],
    url: undefined,
  })
  const answer: Answer = {
    status: 'answered',
    text: 'Yes.',
    lines: [],
    facts: ['f', 'g'],
    citations: [cited('z'), cited('a')],
    conflicts: [],
    score: 1,
    isDisputed: true,
    isCorrected: false,
    reason: undefined,
    nearby: [],
    asOf: '',
    trace: [],
  }
  expect(toAnswerObject(7, answer, 1.23456)).toEqual({
    id: 7,
    status: 'answered',
    text: 'Yes.',
    facts: ['f', 'g'],
    sources: ['z', 'a'],
    disputed: true,
    corrected: false,
    ms: 1.235,
  })
})
