import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tokenise } from '../../../src/core/answering/tokens.ts'

const words = (text: string) => tokenise(text).map((token) => token.word)

describe('words', () => {
  test.each([
    ['case does not matter', 'The MAYOR Resigned', ['the', 'mayor', 'resigned']],
    ['punctuation parts words', 'Trams: late, again?! (Yes.)', ['trams', 'late', 'again', 'yes']],
    ['a hyphen parts words', 'the pay-talks', ['the', 'pay', 'talks']],
    ['a time of day is one', 'at 1:55 a.m.', ['at', '1:55', 'am']],
    ['a list without spaces keeps its words apart', 'trams,buses', ['trams', 'buses']],
  ])('%s', (_, text, expected) => {
    expect(words(text)).toEqual(expected)
  })
  test.each(['', '   ', '?!…', '🚋', '\u0000\u0007'])('%j holds none', (text) => {
    expect(tokenise(text)).toEqual([])
  })
})

describe('contractions and possessives', () => {
  test.each([
    ["don't", ['do', 'not']],
    ["won't", ['will', 'not']],
    ["can't", ['can', 'not']],
    ["who's", ['who', 'is']],
    ["what's", ['what', 'is']],
    ["they're", ['they', 'are']],
    ["they've", ['they', 'have']],
    ["she'll", ['she', 'will']],
    ["she'd", ['she', 'would']],
    ["I'm", ['i', 'am']],
  ])('%s is taken apart', (text, expected) => {
    expect(words(text)).toEqual(expected)
    expect(words(text.replace("'", '’'))).toEqual(expected)
  })
  test.each([
    ["Voss's", ['voss']],
    ['Voss’s', ['voss']],
    ["the workers' pay", ['the', 'workers', 'pay']],
  ])('%s loses the mark of its owner', (text, expected) => {
    expect(words(text)).toEqual(expected)
  })
})

describe('figures', () => {
  test.each([
    ['2,500', '2500'],
    ['1,500,000', '1500000'],
    ['2500', '2500'],
    ['2.5k', '2500'],
    ['10.5', '10.5'],
    ['12%', '12%'],
    ['3rd', '3rd'],
    ['fifteen', '15'],
    ['Twenty', '20'],
  ])('%s is read as %s', (text, expected) => {
    expect(words(text)).toEqual([expected])
  })
  test('"one" stays a word, since it is a pronoun too', () => {
    expect(words('which one')).toEqual(['which', 'one'])
  })
  test.each([
    ['64.1k', ['64100']],
    ['2.01k', ['2010']],
  ])('thousands of %s carry no dust of binary fractions', (text, expected) => {
    expect(words(text)).toEqual(expected)
  })
  test('a figure of two words is the figure in digits', () => {
    expect(words('twenty-one trams')).toEqual(words('21 trams'))
  })
})

describe('initials', () => {
  test.each([
    ['the U.S. army', ['the', 'us', 'army']],
    ['J.K. Rowling', ['jk', 'rowling']],
    ['at 5 p.m.', ['at', '5', 'pm']],
  ])('%s are one word', (text, expected) => {
    expect(words(text)).toEqual(expected)
  })
  test('initials lose the mark of their owner', () => {
    expect(words("the U.S.'s trams, the U.S's trams")).not.toContain('uss')
  })
  test.each([
    ['Jan.6', ['jan', '6']],
    ['the end.I went', ['the', 'end', 'i', 'went']],
  ])('a full stop without a space parts the words of %s', (text, expected) => {
    expect(words(text)).toEqual(expected)
  })
})

describe('scripts and accents', () => {
  test.each([
    ['Илка Восс', ['ilka', 'voss']],
    ['Łódź', ['lodz']],
    ['Åse Hølm', ['ase', 'holm']],
    ['e\u0301lite', ['elite']],
    ['ＶＯＳＳ', ['voss']],
  ])('%s is read in plain Latin letters', (text, expected) => {
    expect(words(text)).toEqual(expected)
  })
  test.each(['東京', 'Ελλάδα', 'القاهرة'])('%s has words', (text) => {
    expect(words(text)).not.toEqual([])
  })
  test('invisible characters do not part a word', () => {
    expect(words('Vo\u200bss dis\u00admissed')).toEqual(['voss', 'dismissed'])
  })
})

describe('capitals', () => {
  const shapes = (text: string) =>
    tokenise(text).map(({ isCapitals, isCapitalised }) => ({ isCapitals, isCapitalised }))

  test('a word in capitals alone is told from one that begins with a capital', () => {
    expect(shapes('US Us us')).toEqual([
      { isCapitals: true, isCapitalised: true },
      { isCapitals: false, isCapitalised: true },
      { isCapitals: false, isCapitalised: false },
    ])
  })
  test('initials are in capitals; a single letter and a figure are not', () => {
    expect(shapes('U.S.')[0]?.isCapitals).toBe(true)
    expect(shapes('I 15').map((shape) => shape.isCapitals)).toEqual([false, false])
  })
})

test('words that are read again stay as they are', () => {
  const text = fc.string({ unit: fc.constantFrom(..."abnst sSTNJá'’.,-%0123Жя🚋\t"), maxLength: 14 })
  fc.assert(
    fc.property(text, (one) => {
      const read = words(one)
      expect(words(read.join(' '))).toEqual(read)
      expect(read.filter((word) => word === '' || /[\sA-Z]/.test(word))).toEqual([])
    }),
  )
})
