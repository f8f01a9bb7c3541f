import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { claimsIn } from '../../../src/core/cards/claimsIn.ts'

test.each([
  [
    'Police cleared Linden Square and 44 drivers were injured.',
    'Police cleared Linden Square',
    '44 drivers were injured.',
  ],
  [
    'The strike began on 3 April, and the mayor has resigned.',
    'The strike began on 3 April',
    'the mayor has resigned.',
  ],
  ['The square was closed but trams were running.', 'The square was closed', 'trams were running.'],
  ['The union called a strike and the operator gave in.', 'The union called a strike', 'the operator gave in.'],
  ['The union called a strike; the operator was fined.', 'The union called a strike', 'the operator was fined.'],
  ['44 were hurt, 31 were treated and 2 were flown out.', '44 were hurt, 31 were treated', '2 were flown out.'],
  ['Smith and Jones were fired and the depot was shut.', 'Smith and Jones were fired', 'the depot was shut.'],
])('%j holds two claims', (sentence, ...halves) => {
  expect(claimsIn(sentence)).toEqual(halves)
})

describe('one claim stays one', () => {
  test.each([
    'Smith and Jones were fired.',
    'Police cleared the square and arrested 44 drivers.',
    'Officials said Smith and Jones were fired.',
    'The mayor believed that trams and buses were running.',
    'The strike began after the union and the operator had met.',
    'Drivers injured on Linden Square and Market Street were treated.',
    'Drivers injured in trams and buses were treated.',
    'The injured drivers and passengers were treated.',
    'Foreign armed forces and protesters were fired at.',
    'Some United Nations staff and drivers were there.',
    'More than a hundred and 44 drivers were there.',
    'Police arrested Smith and union leaders accused of looting.',
    'Police shot Smith and a wanted man.',
    'Police cleared the square and the drivers who were there.',
    'Trams were stopped and so were buses.',
    'The mayor was fired and she has left.',
    'He was killed and was buried.',
    'It was not the army but police who were there.',
    'Between 5 and 8 April the square was closed.',
    'Police arrested 14 people between 9 and 11 May 2031.',
    'Lines in closed and open depots were checked.',
    'The strike was about fares and wages, the Herald had learned.',
    'If the union was banned and the operator was fined, nobody knows.',
    'Bread, salt and sugar were sold.',
    'The union (founded 2019) and the operator were fined.',
  ])('%j', (sentence) => {
    expect(claimsIn(sentence)).toEqual([sentence])
  })
})

test('cutting loses no word but what joined the halves', () => {
  const word = fc.constantFrom(
    ...['police', 'were', 'was', 'and', 'but', ';', 'drivers', '44', 'said', 'cleared', 'the', 'square', 'had', 'it'],
  )
  fc.assert(
    fc.property(fc.array(word, { minLength: 3, maxLength: 20 }), (words) => {
      const without = (texts: readonly string[]) =>
        texts
          .join(' ')
          .replace(/\b(?:and|but)\b|;/g, ' ')
          .match(/\S+/g)
      expect(without(claimsIn(words.join(' ')))).toEqual(without(words))
    }),
  )
})
