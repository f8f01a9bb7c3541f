import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseSpan } from '../../../src/core/briefing/span.ts'
import { shortDate } from '../../../src/core/pictures/shortDate.ts'
import { element, escapeXml, picture, textAt } from '../../../src/core/pictures/svg.ts'
import { textWidth, wrapped } from '../../../src/core/pictures/textWidth.ts'

const box = { width: 100, size: 10, lines: 50 }

describe('text in a picture', () => {
  test('is as wide as Noto Sans draws it', () => {
    // The advances of "H" (741) and "i" (258) in the font's own table.
    expect(textWidth('Hi', 10)).toBeCloseTo(9.99, 5)
    expect(textWidth('Hi', 10, 'strong')).toBeGreaterThan(textWidth('Hi', 10))
    expect(textWidth('漢字', 10)).toBe(20)
  })
  test('breaks between words, and no line is wider than its box', () => {
    expect(wrapped('one two three four five six', box)).toEqual(['one two three four', 'five six'])
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        for (const line of wrapped(text, box)) expect(textWidth(line, 10)).toBeLessThanOrEqual(box.width)
      }),
    )
  })
  test('loses nothing but spaces where there is room', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 100 }), (text) => {
        expect(
          wrapped(text, { ...box, lines: 500 })
            .join('')
            .replace(/\s/gu, ''),
        ).toBe(text.replace(/\s/gu, ''))
      }),
    )
  })
  test('that does not fit says so', () => {
    const lines = wrapped('many words that need far more room than two short lines can give them', { ...box, lines: 2 })
    expect(lines).toHaveLength(2)
    expect(lines[1]).toMatch(/…$/)
  })
})

describe('SVG', () => {
  test('holds hostile text as text', () => {
    expect(escapeXml(`<script>&"'`)).toBe('&lt;script&gt;&amp;&quot;&#39;')
    expect(escapeXml('a\u0000b\ud800c')).toBe('a\ufffdb\ufffdc')
    expect(element('a', { href: '"><b>' })).toBe('<a href="&quot;&gt;&lt;b&gt;"/>')
  })
  test('says in words what it shows', () => {
    const { svg, alt } = picture('A title', 'all that is shown', 10, [textAt(1, 2, 'x')])
    expect(alt).toBe('all that is shown')
    expect(svg).toContain('<title>A title</title><desc>all that is shown</desc>')
  })
})

describe('short dates', () => {
  const short = (edtf: string) => {
    const span = parseSpan(edtf)
    if (span === undefined) throw new Error(edtf)
    const { text, year } = shortDate(span)
    return [text, year]
  }
  test.each([
    ['2031-04-05', ['5 Apr', 2031]],
    ['2031-04-05/2031-04-05', ['5 Apr', 2031]],
    ['2031-04-03/2031-04-09', ['3–9 Apr', 2031]],
    ['2031-04-30/2031-05-02', ['30 Apr – 2 May', 2031]],
    ['2031-04', ['Apr', 2031]],
    ['2031', ['2031', undefined]],
    ['2031-04-05~', ['c. 5 Apr 2031', undefined]],
    ['2030-12-30/2031-01-02', ['30 Dec 2030–2 Jan 2031', undefined]],
  ])('%s is short', (edtf, expected) => {
    expect(short(edtf)).toEqual(expected)
  })
})
