import { expect, test } from 'vitest'
import { printable, shortened } from '../../../src/platforms/terminal/printable.ts'

test('letters of every script and line breaks stay, a tab becomes a space', () => {
  expect(printable('Ерлан\n\tÅse 哈 👩‍🚒')).toBe('Ерлан\n Åse 哈 👩‍🚒')
})

test('nothing is left that commands a terminal or turns the reading direction', () => {
  expect(printable('a\u001b]0;title\u0007b\u009bc\r\u202ed\u2066e\u0000')).toBe('a]0;titlebcde')
})

test('what is too long is cut between characters', () => {
  expect(shortened('abcdef', 6)).toBe('abcdef')
  expect(shortened('abcdefg', 6)).toBe('abcdef…')
  expect(shortened('abc😀😀', 4)).toBe('abc…')
})
