import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wrapText } from '../../../src/platforms/terminal/wrapText.ts'

test('text is broken between words, and later lines are indented', () => {
  expect(wrapText('one two three four five', 10)).toBe('one two\nthree four\nfive')
  expect(wrapText('one two three four', 10, '  ')).toBe('one two\n  three\n  four')
})

test('line breaks stay', () => {
  expect(wrapText('one\ntwo three', 5)).toBe('one\ntwo\nthree')
})

test('a word that is wider than the line is left whole', () => {
  expect(wrapText('see https://example.org/a-long-address now', 10)).toBe(
    'see\nhttps://example.org/a-long-address\nnow',
  )
})

test('marks take no column, and Chinese signs take two', () => {
  expect(wrapText('Tokáyev áa', 10)).toBe('Tokáyev áa')
  expect(wrapText('哈萨克 斯坦', 10)).toBe('哈萨克\n斯坦')
})

test('no word is lost, changed or moved', () => {
  const words = fc.array(fc.stringMatching(/^[^\s]+$/), { minLength: 1, maxLength: 30 })
  fc.assert(
    fc.property(words, fc.integer({ min: 1, max: 60 }), (list, width) => {
      expect(wrapText(list.join(' '), width, '  ').split(/[ \n]+/)).toEqual(list)
    }),
  )
})
