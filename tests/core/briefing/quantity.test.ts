import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  areCompatibleQuantities,
  type Bound,
  bounds,
  formatQuantity,
  isLarger,
  leaveRoom,
  parseQuantity,
  type Quantity,
  unitClass,
} from '../../../src/core/briefing/quantity.ts'

const quantity = (text: string): Quantity => {
  const parsed = parseQuantity(text)
  if (parsed === undefined) throw new Error(`${text} is no quantity`)
  return parsed
}
const areCompatible = (a: string, b: string) => areCompatibleQuantities(quantity(a), quantity(b))

const anyUnit = fc.constantFrom(
  '',
  'people',
  'days',
  'weeks',
  'hours',
  '%',
  'dollars',
  'years old',
  'square kilometres',
)
const anyValue = fc.oneof(
  fc.nat(10_000_000),
  fc.nat(1_000_000).map((n) => n / 100),
)
const anyQuantity: fc.Arbitrary<Quantity> = fc
  .record({
    value: anyValue,
    more: fc.option(fc.integer({ min: 1, max: 500 }), { nil: undefined }),
    of: fc.option(fc.nat(10_000), { nil: undefined }),
    bound: fc.constantFrom<Bound>(...bounds),
    unit: anyUnit,
  })
  .map(({ more, value, ...rest }) => ({ ...rest, value, to: more === undefined ? undefined : Math.ceil(value) + more }))

describe('the shorthand', () => {
  test.each<[string, Partial<Quantity>]>([
    ['14', { value: 14, bound: 'exactly', unit: '' }],
    ['at least 14 people', { value: 14, bound: 'at least', unit: 'people' }],
    ['Nearly 10,000 people', { value: 10_000, bound: 'nearly', unit: 'people' }],
    ['15 of 69 stores', { value: 15, of: 69, unit: 'stores' }],
    ['fifteen of the sixty-nine stores', { value: 15, of: 69, unit: 'stores' }],
    ['5 to 7 days', { value: 5, to: 7, unit: 'days' }],
    ['five to seven days', { value: 5, to: 7, unit: 'days' }],
    ['5–7 million litres', { value: 5_000_000, to: 7_000_000, unit: 'litres' }],
    ['500 to 2 thousand', { value: 500, to: 2000 }],
    ['1.1 million', { value: 1_100_000 }],
    ['2 500 people', { value: 2500, unit: 'people' }],
    ['10k people', { value: 10_000, unit: 'people' }],
    ['one hundred and sixty-four people', { value: 164, unit: 'people' }],
    ['$2 billion', { value: 2_000_000_000, unit: 'dollars' }],
    ['about €5m in aid', { value: 5_000_000, bound: 'about', unit: 'euros in aid' }],
    ['30m', { value: 30, unit: 'm' }],
    ['12.5%', { value: 12.5, unit: '%' }],
    ['10-day ultimatum', { value: 10, unit: 'day ultimatum' }],
  ])('"%s" is read', (text, expected) => {
    expect(parseQuantity(text)).toMatchObject(expected)
  })
  test.each<[string, Bound]>([
    ['no fewer than 3', 'at least'],
    ['over 3', 'more than'],
    ['up to 3', 'at most'],
    ['not more than 3', 'at most'],
    ['under 3', 'less than'],
    ['almost 3', 'nearly'],
    ['some 3', 'about'],
    ['precisely 3', 'exactly'],
  ])('"%s" is bound as %s', (text, bound) => {
    expect(parseQuantity(text)).toMatchObject({ value: 3, bound })
  })
  test.each(['', 'many people', 'hundreds of people', '2,5 million', '1/3 of the stores', '100+ people', 'at least'])(
    '"%s" is none',
    (text) => {
      expect(parseQuantity(text)).toBeUndefined()
    },
  )
  test('whatever is typed is a quantity or none, and never an error', () => {
    fc.assert(fc.property(fc.string(), (text) => parseQuantity(text) === undefined || quantity(text).value >= 0))
  })
})

describe('printing', () => {
  test.each([
    ['at least 164 people', 'at least 164 people'],
    ['exactly 2500 people', '2,500 people'],
    ['15 of the 1069 stores', '15 of 1,069 stores'],
    ['5-7 days', '5 to 7 days'],
    ['12.5 %', '12.5%'],
    ['2030', '2030'],
  ])('"%s" is printed as "%s"', (text, printed) => {
    expect(formatQuantity(quantity(text))).toBe(printed)
  })
  test('a text of its own is printed instead', () => {
    expect(formatQuantity({ ...quantity('14 people'), text: 'fourteen' })).toBe('fourteen')
  })
  test('no digit of a small figure is lost', () => {
    expect(formatQuantity(quantity('0.0004 grams'))).toBe('0.0004 grams')
  })
  test('a printed quantity reads back as itself', () => {
    fc.assert(
      fc.property(anyQuantity, (one) => {
        expect(parseQuantity(formatQuantity(one))).toEqual(one)
      }),
    )
  })
})

describe('two reports of one quantity', () => {
  test.each([
    ['about 160 people', '164 people'],
    ['nearly 10,000', '9,900'],
    ['14 people', '14 dead'],
    ['5 to 7 days', '6 days'],
    ['5 to 7 days', '6 to 8 days'],
    ['1 to 2 weeks', '10 days'],
    ['1 week', '7 days'],
    ['24 hours', '1 day'],
    ['10 days', '12 people'],
  ])('%s and %s are compatible', (a, b) => {
    expect(areCompatible(a, b)).toBe(true)
  })
  test.each([
    ['at least 14', 'at least 16'],
    ['14 people', '15 people'],
    ['about 160', '225'],
    ['5 to 7 days', '8 days'],
    ['1 week', '8 days'],
  ])('%s and %s are not', (a, b) => {
    expect(areCompatible(a, b)).toBe(false)
  })
  test('compatibility is symmetric and reflexive', () => {
    fc.assert(
      fc.property(anyQuantity, anyQuantity, (a, b) => {
        expect(areCompatibleQuantities(a, b)).toBe(areCompatibleQuantities(b, a))
        expect(leaveRoom(a, b)).toBe(leaveRoom(b, a))
        expect(areCompatibleQuantities(a, a) && leaveRoom(a, a)).toBe(true)
      }),
    )
  })
  test('a lower bound leaves room for more and not for less, an upper one the other way round', () => {
    expect(leaveRoom(quantity('at least 14'), quantity('16'))).toBe(true)
    expect(leaveRoom(quantity('at least 14'), quantity('12'))).toBe(false)
    expect(leaveRoom(quantity('less than 14'), quantity('12'))).toBe(true)
    expect(leaveRoom(quantity('14'), quantity('16'))).toBe(false)
  })
  test('a larger one is larger in the same kind of unit only', () => {
    expect(isLarger(quantity('2 weeks'), quantity('10 days'))).toBe(true)
    expect(isLarger(quantity('5 to 7 days'), quantity('6 days'))).toBe(false)
    expect(isLarger(quantity('20 people'), quantity('10 days'))).toBe(false)
  })
})

test.each([
  ['days', 'duration'],
  ['years old', 'age'],
  ['per cent of voters', 'percent'],
  ['million dollars', 'money'],
  ['people', 'count'],
  ['', 'count'],
])('the unit "%s" makes a quantity of the kind %s', (unit, kind) => {
  expect(unitClass(unit)).toBe(kind)
})
