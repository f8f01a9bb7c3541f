import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readSchedule } from '../../../src/core/digests/schedule.ts'
import { spokenSchedule } from '../../../src/core/digests/spokenSchedule.ts'

const cronOf = (typed: string) => readSchedule(typed, 'UTC').schedule?.cron ?? ''

test.each([
  ['0 9 * * *', 'daily 09:00'],
  ['30 8 * * 1-5', 'weekdays 08:30'],
  ['0 12 * * 0,6', 'weekends 12:00'],
  ['0 9 * * 1', 'every Monday 09:00'],
  ['5 17 * * 1,4', 'every Monday and Thursday 17:05'],
  ['0 0 * * 0,1,2', 'every Sunday, Monday and Tuesday 00:00'],
  ['0 * * * *', 'hourly'],
])('%j is told as %j', (cron, words) => {
  expect(spokenSchedule(cron)).toBe(words)
})

test.each([
  '*/15 * * * *',
  '0 9 1 * *',
  '0 9 * 5 *',
  '0 9 * * 7',
  '0 9 * * MON',
  '0 9 * * 1#2',
  '0 9,17 * * *',
  '61 9 * * *',
])('%j has no words, and is told as it is', (cron) => {
  expect(spokenSchedule(cron)).toBe(cron)
})

const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'))
const names = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const on = fc.oneof(
  fc.constantFrom('daily', 'weekdays', 'weekends', 'each day'),
  fc.uniqueArray(fc.constantFrom(...names), { minLength: 1 }).map((some) => `every ${some.join(' and ')}`),
)
const typed = fc.oneof(
  fc.constant('hourly'),
  fc.tuple(on, time).map((parts) => parts.join(' ')),
)

test('what was typed in words is told in words, which read as the same schedule', () => {
  fc.assert(
    fc.property(typed, (text) => {
      const told = spokenSchedule(cronOf(text))
      expect(told).toMatch(/^(?:hourly|(?:daily|week(?:day|end)s|every [A-Z].*day) \d\d:\d\d)$/)
      expect(cronOf(told)).toBe(cronOf(text))
    }),
  )
})

test('whatever the expression, what is told reads as the same one', () => {
  const field = fc.constantFrom('*', '0', '9', '05', '1-5', '0,6', '6,0', '1,3', '*/2', 'MON', 'L')
  fc.assert(
    fc.property(fc.tuple(field, field, field, field, field), (fields) => {
      const cron = cronOf(fields.join(' '))
      if (cron !== '') expect(cronOf(spokenSchedule(cron))).toBe(cron)
    }),
    { numRuns: 1000 },
  )
})
