import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { escapeText, linkAddress, plainText } from '../../../src/platforms/slack/escapeText.ts'
import { readText } from '../../../src/platforms/slack/readText.ts'

/** What could make markup, and what could hide it. */
const sign = fc.constantFrom(
  ...'<>&*_~`:@!#|ab1 \n',
  '\u00e9',
  '\u0438',
  '\u200b',
  '\u200d',
  '\u202e',
  '\ufe0f',
  '\ud83d',
  '\u{1f525}',
)

describe('text that is shown', () => {
  test.each([
    ['a & b < c > d', 'a &amp; b &lt; c &gt; d'],
    ['<!channel> <@U1>', '&lt;!channel&gt; &lt;@U1&gt;'],
    ['*b* _i_ ~s~ `c`', '∗b∗ ˍiˍ ∼s∼ ˋcˋ'],
    ['at 10:30:45, :tada:', 'at 10:30:45, ꞉tada:'],
    ['> quote > of', '› quote &gt; of'],
    ['one\n\ntwo\tthree', 'one two three'],
    ['mas\u200dimov \u202egnp\u2066 a\u200bb\ufeff', 'masimov gnp ab'],
    ['نمی\u200cخواهم ❤️\u200d🔥', 'نمی\u200cخواهم ❤️\u200d🔥'],
  ])('%j is shown as it is', (text, expected) => {
    expect(escapeText(text)).toBe(expected)
  })

  test('calls nobody', () => {
    for (const name of ['here', 'channel', 'everyone']) {
      expect(escapeText(`@${name}`)).not.toContain(`@${name}`)
      expect(plainText(`@${name}`)).not.toContain(`@${name}`)
    }
  })

  test('whatever it is, has no markup of Slack', () => {
    fc.assert(
      fc.property(fc.string({ unit: sign, maxLength: 60 }), (text) => {
        expect(escapeText(text)).not.toMatch(/[<>*_~`]|&(?!amp;|lt;|gt;)/)
        expect(plainText(text)).not.toMatch(/[<\n\u202a-\u202e\u2066-\u2069]/)
      }),
    )
  })
})

test('only web addresses become links, and nothing in them ends the link', () => {
  expect(linkAddress('https://example.org/a?b=1&c=2')).toBe('https://example.org/a?b=1&amp;c=2')
  expect(linkAddress('https://example.org/a|b>c')).toBe('https://example.org/a%7Cb%3Ec')
  for (const url of ['javascript:alert(1)', 'file:///etc/passwd', 'nonsense', ''])
    expect(linkAddress(url)).toBeUndefined()
})

test.each([
  ['<@U1> who is <https://voss.example|voss>?', 'who is voss?'],
  ['see <https://voss.example>', 'see https://voss.example'],
  ['in <#C1|general> &lt;now&gt; &amp; &amp;amp;', 'in #general <now> & &amp;'],
  ['<!here> hello <!subteam^S1|@team>', 'hello'],
  ['on <!date^1|3 April>', 'on 3 April'],
])('what was typed is read as it was seen: %j', (typed, expected) => {
  expect(readText(typed)).toBe(expected)
})
