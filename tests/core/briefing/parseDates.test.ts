import { expect, test } from 'vitest'
import { parseDates } from '../../../src/core/briefing/parseDates.ts'

test.each([
  ['first used on 20 February, 17 days before the attack', 2031, 2, 20],
  ['compulsory from 1 May.', 2031, 5, 1],
  ['on Tuesday, 4 March', 2031, 3, 4],
  ['from May 1', 2031, 5, 1],
  ['on 20 February, 1991 it was', 1991, 2, 20],
])('%s names a day', (text, year, month, day) => {
  const [found] = parseDates(text, new Date('2031-03-20T12:00Z'))
  expect(found?.start.isCertain('day')).toBe(true)
  expect(['year', 'month', 'day'].map((part) => found?.start.get(part as 'year'))).toEqual([year, month, day])
})
