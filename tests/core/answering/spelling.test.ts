import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildSpelling } from '../../../src/core/answering/spelling.ts'

const counts = new Map([
  ['injured', 4],
  ['dismissed', 3],
  ['ostermoor', 5],
  ['square', 3],
  ['linden', 3],
  ['strike', 6],
  ['drivers', 6],
  ['lock', 1],
  ['gate', 1],
  ['pay', 1],
  ['tram', 2],
])
const english = new Set(['lack', 'straw', 'late', 'gave', 'people', 'money', 'bay', 'stride'])
const forms = new Set(['locked', 'striking'])
const pairs = new Set(['linden square', 'pay talks', 'iron gate', 'the strike'])
const spelling = buildSpelling({
  words: counts,
  isForm: (word) => forms.has(word),
  hasPair: (before, after) => pairs.has(`${before} ${after}`),
  english: { has: (word) => english.has(word), common: () => ['people', 'money'] },
})
const repair = (word: string, before?: string, after?: string) => spelling.repair(word, [before, after])

describe('a misspelt word', () => {
  test.each([
    ['one letter missing', 'injurd', 'injured'],
    ['one letter too many', 'strrike', 'strike'],
    ['one wrong letter', 'stroke', 'strike'],
    ['two letters missing', 'dismised', 'dismissed'],
    ['two wrong letters in a long word', 'ostarmoar', 'ostermoor'],
    ['letters that changed places', 'sqaure', 'square'],
    ['letters that changed places in a short word', 'trma', 'tram'],
    ['a wrong first letter', 'kinjured', 'injured'],
  ])('with %s is known: %s → %s', (_, wrong, right) => {
    expect(repair(wrong)).toBe(right)
  })
  test('may be an owner without an apostrophe', () => {
    expect(repair('ostermars')).toBe('ostermoor')
  })
  test('tells what an English word beside it was meant to be', () => {
    expect(spelling.repairBeside('gave', ['iron', undefined])).toBe('gate')
    expect(spelling.repairBeside('late', ['iron', undefined])).toBeUndefined()
    expect(spelling.repairBeside('gave', ['pay', undefined])).toBeUndefined()
  })
  test('may be a common word that the briefing does not hold', () => {
    expect(repair('peopel')).toBe('people')
  })
  test('is rather the word of the briefing than a common one as near', () => {
    const near = buildSpelling({
      words: new Map([['honey', 1]]),
      isForm: () => false,
      hasPair: () => false,
      english: { has: () => false, common: () => ['money'] },
    })
    expect(near.repair('joney', [])).toBe('honey')
  })
  test('is rather the more frequent of two words that are as near', () => {
    const near = buildSpelling({
      words: new Map([
        ['boat', 1],
        ['coat', 90],
      ]),
      isForm: () => false,
      hasPair: () => false,
      english: { has: () => false, common: () => [] },
    })
    expect(near.repair('roat', [])).toBe('coat')
  })
})

describe('a word is left alone', () => {
  test.each([
    ['that is English, though a word of the briefing is near', 'lack'],
    ['that is another form of a known word', 'locked'],
    ['that is near to none', 'zebra'],
    ['that is too far from the nearest', 'xstrikexxx'],
    ['of three letters', 'pey'],
    ['with a figure', 'strik3'],
    ['in another script', 'страйк'],
    ['that is endless', 'strike'.repeat(20)],
    ['that is none', ''],
  ])('%s', (_, word) => {
    expect(repair(word)).toBeUndefined()
  })
})

describe('neighbours', () => {
  test('an English word is repaired where the briefing has that pair of words', () => {
    expect(repair('late', 'iron')).toBe('gate')
    expect(repair('late', 'old')).toBeUndefined()
  })
  test('a short word is repaired where the briefing has that pair of words', () => {
    expect(repair('pey', undefined, 'talks')).toBe('pay')
    expect(repair('bay', undefined, 'talks')).toBeUndefined()
  })
})

describe('every word', () => {
  const neighbour = fc.option(fc.constantFrom('linden', 'the', 'iron', 'talks', 'x'), { nil: undefined })
  const letters = fc.string({ unit: fc.constantFrom(...'abdeiklnrstuy'), minLength: 1, maxLength: 10 })

  test('that is known stays as it is, whatever stands beside it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...counts.keys(), ...forms), neighbour, neighbour, (word, before, after) => {
        expect(repair(word, before, after)).toBeUndefined()
      }),
    )
  })
  test('that is repaired becomes a known or a common one', () => {
    fc.assert(
      fc.property(letters, neighbour, neighbour, (word, before, after) => {
        expect([undefined, ...counts.keys(), 'people', 'money']).toContain(repair(word, before, after))
      }),
    )
  })
  test('of five letters or more that lacks one inner letter is found again', () => {
    const long = [...counts.keys()].filter((word) => word.length >= 6)
    fc.assert(
      fc.property(fc.constantFrom(...long), fc.nat(), (word, at) => {
        const gap = 1 + (at % (word.length - 2))
        const wrong = word.slice(0, gap) + word.slice(gap + 1)
        expect(repair(wrong)).toBe(word)
      }),
    )
  })
})
