import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { numberAtStart, numbersIn, numberWord } from '../../../src/core/briefing/numbers.ts'

describe('numbers in a text', () => {
  test('"160,000" is one number and not 160', () => {
    expect(numbersIn('160,000 litres')).toEqual([160_000])
  })
  test.each([
    ['2 500 people', [2500]],
    ['1,234,567.5', [1_234_567.5]],
    ['In 2030 164 people', [2030, 164]],
    ['2.5k, 3m, 10bn and 1.1 million', [2500, 3_000_000, 3, 10_000_000_000, 1_100_000]],
    ['5 m tall', [5]],
    ['2030-05-03', [2030, 5, 3]],
    ['31 of 69 workers', [31, 69]],
  ])('%s holds %j', (text, numbers) => {
    expect(numbersIn(text)).toEqual(numbers)
  })
  test.each([
    ['fifteen', [15]],
    ['Twenty-one and twenty two', [21, 22]],
    ['ten thousand five hundred', [10_500]],
    ['one hundred and sixty-four people', [164]],
    ['two hundred and fifty thousand', [250_000]],
    ['between one hundred and two hundred', [100, 200]],
    ['twelve and twenty', [12, 20]],
    ['a million', [1_000_000]],
    ['the ten-day closure, two-thirds', [10, 2]],
    ['within a week', [1]],
  ])('%s holds %j, in words', (text, numbers) => {
    expect(numbersIn(text)).toEqual(numbers)
  })
  test.each(['hundreds of people', 'several hundred', 'no-one', 'often', 'weight', ''])('"%s" holds none', (text) => {
    expect(numbersIn(text)).toEqual([])
  })
  test('a number is found again among words, with separators or without', () => {
    fc.assert(
      fc.property(fc.nat(2_000_000_000), (n) => {
        expect(numbersIn(`There were ${n} of them`)).toEqual([n])
        expect(numbersIn(`There were ${n.toLocaleString('en-GB')} of them`)).toEqual([n])
      }),
    )
  })
})

test('a number word has its value, and other words have none', () => {
  expect(['zero', 'nineteen', 'ninety-nine', 'many'].map(numberWord)).toEqual([0, 19, 99, undefined])
})

describe('the number at the start of a text', () => {
  test('a lone m may be metres and is left to the unit', () => {
    expect(numberAtStart('30m deep')).toMatchObject({ value: 30, length: 2 })
  })
  test.each(['2,5 million', '1/3 of them', '14:30', '1.2.3', 'many'])('"%s" starts with none', (text) => {
    expect(numberAtStart(text)).toBeUndefined()
  })
})
