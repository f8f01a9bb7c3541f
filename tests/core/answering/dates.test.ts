import { describe, expect, test } from 'vitest'
import { findDate } from '../../../src/core/answering/dates.ts'

// Friday 11 April 2031, late in the day.
const newest = new Date('2031-04-11T23:59:59.999Z')
const dateIn = (text: string) => findDate(text, newest)?.edtf

describe('a day', () => {
  test.each([
    ['what happened on 8 April', '2031-04-08'],
    ['what happened on April 8', '2031-04-08'],
    ['what happened on April 8th?', '2031-04-08'],
    ['the 8th of April', '2031-04-08'],
    ['8 Apr', '2031-04-08'],
    ['Jan 8', '2031-01-08'],
    ['8 January', '2031-01-08'],
    ['8 January 2030', '2030-01-08'],
    ['January 8, 2030', '2030-01-08'],
    ['2030-01-08', '2030-01-08'],
    ['may 5', '2031-05-05'],
    ['the second of april', '2031-04-02'],
  ])('"%s" is %s', (text, expected) => {
    expect(dateIn(text)).toBe(expected)
  })
  test('the first of several is taken', () => {
    expect(dateIn('between 8 April and 10 April')).toBe('2031-04-08')
  })
  test('a day that no calendar has is none', () => {
    expect(dateIn('on 31 February')).toBeUndefined()
  })
})

describe('a weekday', () => {
  test.each([
    ['on Friday', '2031-04-11'],
    ['on Saturday', '2031-04-05'],
    ['on Sunday', '2031-04-06'],
    ['last Sunday', '2031-04-06'],
    ['on monday', '2031-04-07'],
    ['on Thursday night', '2031-04-10'],
  ])('"%s" is the last one that the newest source knows: %s', (text, expected) => {
    expect(dateIn(text)).toBe(expected)
  })
  test.each(['how many of the 69 trams sat idle', 'the sun shone on the square'])('is not read out of "%s"', (text) => {
    expect(dateIn(text)).toBeUndefined()
  })
})

describe('a month and a year', () => {
  test.each([
    ['in April 2031', '2031-04'],
    ['in May 2030', '2030-05'],
    ['in 2019', '2019'],
    ['since 1990', '1990'],
    ['of 1848', '1848'],
  ])('"%s" is %s', (text, expected) => {
    expect(dateIn(text)).toBe(expected)
  })
})

describe('no date', () => {
  test.each([
    'when did the strike begin',
    'may they strike',
    'who may strike',
    'did they march to the square',
    'how many months',
    '15 of 69 trams',
    'at 5 am',
    'from 11 pm to 5 am',
    'about 2000 drivers',
    'route 2019',
    '',
  ])('is in "%s"', (text) => {
    expect(dateIn(text)).toBeUndefined()
  })
  test.each(['a fire in 2000 homes', 'of 2000 drivers'])('is in "%s", where a figure counts something', (text) => {
    expect(dateIn(text)).toBeUndefined()
  })
})

test('a date far behind in an endless text is not looked for', () => {
  expect(dateIn(`${'tram '.repeat(400)} on 8 April`)).toBeUndefined()
})
