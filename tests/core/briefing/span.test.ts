import edtf from 'edtf'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  areCompatibleSpans,
  DAY_MS,
  formatSpan,
  overlaps,
  parseDay,
  parseSpan,
  type Span,
} from '../../../src/core/briefing/span.ts'

const span = (text: string): Span => {
  const parsed = parseSpan(text)
  if (parsed === undefined) throw new Error(`${text} is no date`)
  return parsed
}
const iso = (at: number) => (Number.isFinite(at) ? new Date(at).toISOString() : String(at))

const anyDay = fc
  .date({ min: new Date('1000-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const anyPoint = fc.oneof(
  anyDay,
  anyDay.map((day) => day.slice(0, 7)),
  anyDay.map((day) => day.slice(0, 4)),
  anyDay.map((day) => `${day}~`),
  anyDay.map((day) => `${day.slice(0, 3)}X`),
)
const anySpan = fc
  .oneof(
    anyPoint,
    fc.tuple(anyDay, anyDay).map((days) => days.sort().join('/')),
    anyPoint.map((point) => `${point}/..`),
    anyPoint.map((point) => `../${point}`),
  )
  .map(span)

describe('reading', () => {
  test.each([
    ['2030-05-03', '2030-05-03T00:00:00.000Z', '2030-05-03T23:59:59.999Z'],
    ['2030-05', '2030-05-01T00:00:00.000Z', '2030-05-31T23:59:59.999Z'],
    ['2030', '2030-01-01T00:00:00.000Z', '2030-12-31T23:59:59.999Z'],
    ['199X', '1990-01-01T00:00:00.000Z', '1999-12-31T23:59:59.999Z'],
    ['19XX', '1900-01-01T00:00:00.000Z', '1999-12-31T23:59:59.999Z'],
    ['2030-05-03/2030-05-05', '2030-05-03T00:00:00.000Z', '2030-05-05T23:59:59.999Z'],
    ['2028-02-29', '2028-02-29T00:00:00.000Z', '2028-02-29T23:59:59.999Z'],
    ['2030/..', '2030-01-01T00:00:00.000Z', 'Infinity'],
    ['../2030', '-Infinity', '2030-12-31T23:59:59.999Z'],
    ['/2030', '-Infinity', '2030-12-31T23:59:59.999Z'],
    ['2030/', '2030-01-01T00:00:00.000Z', 'Infinity'],
  ])('%s runs from %s to %s', (text, from, to) => {
    expect([iso(span(text).from), iso(span(text).to)]).toEqual([from, to])
  })
  test('a date is read as a library for the whole of EDTF reads it', () => {
    fc.assert(
      fc.property(anyPoint, (point) => {
        const { min, max } = edtf(point)
        expect(span(point)).toMatchObject({ from: min, to: max })
      }),
    )
  })
  test.each(['2030-05-03~', '199X~', '2030?', '2030-05%', '2029~/2030', '2029/2030~'])('%s is approximate', (text) => {
    expect(span(text).isApproximate).toBe(true)
  })
  test.each(['2030-02-30', '2030-02-29', '2030-04-31', '2030-13', '2030-00', '2030-05-32', '2030-02-29/2030-03-01'])(
    '%s is no date: the calendar has no such day',
    (text) => {
      expect(parseSpan(text)).toBeUndefined()
    },
  )
  test.each([
    '',
    '..',
    '../..',
    '/',
    '2030-5-3',
    '3 May 2030',
    '05/03/2030',
    '20300503',
    '12030',
    '2030 ',
    '2030-05-05/2030-05-03',
    '2030/2031/2032',
  ])('"%s" is no date', (text) => {
    expect(parseSpan(text)).toBeUndefined()
  })
  test.each(['2030-05-03T10:30', '2030-05-03T10:30:00Z', '2030-21', '20', '[2029,2030]'])(
    '%s is EDTF, but no span of days that a reader could tell',
    (text) => {
      expect(parseSpan(text)).toBeUndefined()
    },
  )
  test('a day is a plain year, month and day', () => {
    expect(parseDay('2030-05-03')?.edtf).toBe('2030-05-03')
    expect(parseDay('2030-05-03~')).toBeUndefined()
    expect(parseDay('2030-05')).toBeUndefined()
    expect(parseDay('2030-02-29')).toBeUndefined()
  })
  test('whatever is typed is a span or none, and never an error', () => {
    const typed = fc.oneof(fc.string(), fc.stringMatching(/^[0-9X/~?%.T:Z -]{0,24}$/))
    fc.assert(fc.property(typed, (text) => parseSpan(text) === undefined || formatSpan(span(text)).length > 0))
  })
})

describe('formatting', () => {
  test.each([
    ['2030-05-03', '3 May 2030'],
    ['2030-05', 'May 2030'],
    ['2030', '2030'],
    ['199X', '1990s'],
    ['19XX', '1900 to 1999'],
    ['2030-05-03~', 'about 3 May 2030'],
    ['1990~', 'about 1990'],
    ['199X~', 'about 1990s'],
    ['2030-05-03/2030-05-05', '3 to 5 May 2030'],
    ['2030-04-30/2030-05-02', '30 April to 2 May 2030'],
    ['2029-12-31/2030-01-02', '31 December 2029 to 2 January 2030'],
    ['2030-05-03/2030-05-03', '3 May 2030'],
    ['1990/2019', '1990 to 2019'],
    ['1990~/2019', 'about 1990 to 2019'],
    ['2030-05-03~/2030-05-05', 'about 3 May 2030 to 5 May 2030'],
    ['2030-04/2030-05', 'April 2030 to May 2030'],
    ['2030-05-03/..', 'from 3 May 2030'],
    ['../2030-05', 'until May 2030'],
  ])('%s is printed as %s', (text, printed) => {
    expect(formatSpan(span(text))).toBe(printed)
  })
  test('a formatted day parses back', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const printed = formatSpan(span(day))
        expect(new Date(`${printed} UTC`).toISOString().slice(0, 10)).toBe(day)
      }),
    )
  })
})

describe('comparing', () => {
  test('spans that share a moment overlap, and neighbouring days do not', () => {
    expect(overlaps(span('2030-05'), span('2030-05-31/2030-06-02'))).toBe(true)
    expect(overlaps(span('2030-05-03'), span('2030-05-04'))).toBe(false)
    expect(overlaps(span('2030-05-03/..'), span('2040'))).toBe(true)
  })
  test('a day and its month can both be true, two days cannot', () => {
    expect(areCompatibleSpans(span('2030-05-03'), span('2030-05'))).toBe(true)
    expect(areCompatibleSpans(span('2030-05-03'), span('2030-05-04'))).toBe(false)
  })
  test('an approximate day has two days of slack, an approximate year a year', () => {
    expect(areCompatibleSpans(span('2030-05-03~'), span('2030-05-05'))).toBe(true)
    expect(areCompatibleSpans(span('2030-05-03~'), span('2030-05-07'))).toBe(false)
    expect(areCompatibleSpans(span('1990~'), span('1991'))).toBe(true)
    expect(areCompatibleSpans(span('1990~'), span('1993'))).toBe(false)
  })
  test('overlapping and compatibility are symmetric and reflexive, and what overlaps is compatible', () => {
    fc.assert(
      fc.property(anySpan, anySpan, (a, b) => {
        expect(overlaps(a, b)).toBe(overlaps(b, a))
        expect(areCompatibleSpans(a, b)).toBe(areCompatibleSpans(b, a))
        expect(overlaps(a, a) && areCompatibleSpans(a, a)).toBe(true)
        if (overlaps(a, b)) expect(areCompatibleSpans(a, b)).toBe(true)
      }),
    )
  })
  test('a day lasts a day', () => {
    fc.assert(fc.property(anyDay, (day) => span(day).to - span(day).from === DAY_MS - 1))
  })
})
