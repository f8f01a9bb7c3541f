import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold } from '../../../src/core/briefing/fold.ts'

test.each([
  ['ÅSE Holm', 'ase holm'],
  ['Магда Вир', 'magda vir'],
  ['“Dust” — all of it', '"dust" - all of it'],
  ['zero\u200bwidth', 'zerowidth'],
  ['bell\u0007', 'bell'],
  ['ﬁre', 'fire'],
])('"%s" folds to "%s"', (text, folded) => {
  expect(fold(text)).toBe(folded)
})
test('lines and tabs stay', () => {
  expect(fold('é\n\tb')).toBe('e\n\tb')
})
test('what is folded is plain, and folds to itself', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const folded = fold(text)
      expect(folded).toMatch(/^[\t\n\r\x20-\x7e]*$/)
      expect(fold(folded)).toBe(folded)
    }),
  )
})
