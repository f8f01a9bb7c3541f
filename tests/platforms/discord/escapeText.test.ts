import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { escapeText, escapeWithin } from '../../../src/platforms/discord/escapeText.ts'

describe('text stays text', () => {
  test.each([
    ['@everyone @here', '\\@everyone \\@here'],
    ['<@1> <@!1> <@&1> <#1>', '\\<\\@1\\> \\<\\@!1\\> \\<\\@&1\\> \\<\\#1\\>'],
    ['<t:0:R> </ask:1> <:a:1> <id:guide>', '\\<t:0:R\\> \\</ask:1\\> \\<:a:1\\> \\<id:guide\\>'],
    ['[click](https://evil.example)', '\\[click\\](https\\://evil.example)'],
    ['# big', '\\# big'],
    ['-# small', '\\-\\# small'],
    ['- item', '\\- item'],
    ['1. item', '1\\. item'],
    ['> quote', '\\> quote'],
    ['**b** _i_ ~~s~~ ||s|| `c`', '\\*\\*b\\*\\* \\_i\\_ \\~\\~s\\~\\~ \\|\\|s\\|\\| \\`c\\`'],
    ['a\\*b', 'a\\\\\\*b'],
    ['two\nlines\u2028and\ta tab', 'two lines and a tab'],
    ['a\u200bb\u202ec\u2066d\ufeff\u00ad', 'abcd'],
    ['\u0000\u0007 red', 'red'],
    ['Илка Восс 伊尔卡 إيلكا', 'Илка Восс 伊尔卡 إيلكا'],
    ['👩‍👩‍👧', '👩‍👩‍👧'],
    ['13 January 2031, 12:30', '13 January 2031, 12:30'],
  ])('%j', (text, escaped) => {
    expect(escapeText(text)).toBe(escaped)
  })

  test('each sign that means something has a backslash before it', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'\\*_~`|<>@#[]ab 1.-\n:/') }), (text) => {
        const unescaped = escapeText(text).replace(/\\[^0-9A-Za-z\s]/g, 'x')
        expect(unescaped).not.toMatch(/[\\*_~`|<>@#[\]\n]|:\/\/|^[-+]|^\d+[.)]/)
      }),
    )
  })
})

describe('what is too long', () => {
  test('ends with an ellipsis at a word', () => {
    expect(escapeWithin('the union and the operator met', 20)).toBe('the union and the …')
  })
  test('never exceeds its limit and never ends in a lone backslash', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), fc.integer({ min: 10, max: 100 }), (text, max) => {
        const escaped = escapeWithin(text, max)
        expect(escaped.length).toBeLessThanOrEqual(max)
        expect(escaped.replace(/\\./gs, '')).not.toContain('\\')
      }),
    )
  })
})
