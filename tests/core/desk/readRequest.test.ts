import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readRequest } from '../../../src/core/desk/readRequest.ts'

const asked = (text: string, verb: string | null = null) => ({ kind: 'ask', text, verb })

describe('a question', () => {
  test.each([
    ['when did the strike begin', asked('when did the strike begin')],
    ['who weir', asked('weir', 'who')],
    ['who is weir', asked('who is weir')],
    ['/who weir', asked('weir', 'who')],
    ['/brief who weir', asked('weir', 'who')],
    ['timeline the strike in the north', asked('the strike in the north', 'timeline')],
    ['howmany drivers were hurt in all', asked('drivers were hurt in all', 'howmany')],
    ['sources say what', asked('sources say what')],
  ])('%s', (typed, request) => {
    expect(readRequest(typed)).toEqual(request)
  })

  test('a day behind "as of" is taken for the day as of which to answer', () => {
    expect(readRequest('how many were hurt as of 2031-04-06?')).toEqual({
      ...asked('how many were hurt'),
      asOf: '2031-04-06',
    })
    expect(readRequest('who weir --as-of 2031-04 --briefing tram-strike')).toEqual({
      ...asked('weir', 'who'),
      asOf: '2031-04',
      briefing: 'tram-strike',
    })
  })

  test('what is no day stays in the question', () => {
    expect(readRequest('how many were hurt as of 2031-13-06')).toEqual(asked('how many were hurt as of 2031-13-06'))
  })
})

describe('the briefing itself', () => {
  test.each([
    ['', 'overview'],
    ['overview', 'overview'],
    ['Sources', 'sources'],
    ['conflicts', 'conflicts'],
    ['catch-up', 'catch-up'],
    ['catch up', 'catch-up'],
    ['help', 'help'],
  ])('"%s" asks for it', (typed, kind) => {
    expect(readRequest(typed)).toEqual({ kind })
  })

  test('a briefing can be named', () => {
    expect(readRequest('conflicts --briefing tram-strike')).toEqual({ kind: 'conflicts', briefing: 'tram-strike' })
  })
})

describe('digests', () => {
  const order = (typed: string) => {
    const request = readRequest(typed)
    return request.kind === 'digest' ? request.order : request
  }

  test('a subscription names briefing, schedule, zone and mode in any order', () => {
    expect(order('digest subscribe tram-strike daily 09:00 Europe/Berlin replay quiet')).toEqual({
      kind: 'subscribe',
      briefing: 'tram-strike',
      schedule: 'daily 09:00',
      zone: 'Europe/Berlin',
      mode: 'replay',
      isQuiet: true,
    })
  })

  test.each(['europe/berlin', 'America/New_York', 'utc', 'in asia/tokyo'])('%s is a time zone', (zone) => {
    expect(order(`digest subscribe daily 09:00 ${zone}`)).toMatchObject({
      schedule: 'daily 09:00',
      zone: zone.replace('in ', ''),
    })
  })

  test('a cron expression is kept as it is, and no zone is made up where none is named', () => {
    expect(order('digest subscribe 30 8 * * 1-5')).toEqual({
      kind: 'subscribe',
      briefing: undefined,
      schedule: '30 8 * * 1-5',
      zone: undefined,
      mode: 'changes',
      isQuiet: false,
    })
  })

  test('a preview has a period', () => {
    expect(order('digest preview 2031-04-05 2031-04-08')).toEqual({
      kind: 'preview',
      briefing: undefined,
      since: '2031-04-05',
      until: '2031-04-08',
      mode: 'changes',
    })
  })

  test('subscriptions are listed, paused, resumed and removed', () => {
    expect(order('digest')).toEqual({ kind: 'list' })
    expect(order('digest pause k3')).toEqual({ kind: 'pause', subscription: 'k3' })
    expect(order('digest resume k3')).toEqual({ kind: 'resume', subscription: 'k3' })
    expect(order('digest remove k3')).toEqual({ kind: 'remove', subscription: 'k3' })
  })

  test('what only begins like an order is a question', () => {
    expect(readRequest('digest of the week')).toEqual(asked('digest of the week'))
  })
})

test('every text is some request', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => readRequest(text).kind !== undefined))
})
