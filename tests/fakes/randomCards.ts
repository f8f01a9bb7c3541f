// Cards by chance, far beyond what any briefing holds: empty and endless texts, markup, mentions, hidden characters, dozens
// of sources. Each text carries a mark of its own, so that a test can find it again in what a platform is sent.

import fc from 'fast-check'
import type { Card, CardAction, CardLine, CardSource } from '../../src/core/cards/card.ts'

/** Texts that a platform could take for something else than text. */
export const hostileTexts = [
  '@everyone @here @channel',
  '<!channel> <!here|here> <@U123> <#C123> <@&123> </ask:1>',
  '[click](https://evil.example) <https://evil.example|safe> https://evil.example',
  '**bold** *bold* _it_ ~~st~~ `code` ```block``` ||spoiler||',
  '# heading\n> quote\n- list\n1. list\n-# small',
  ':tada: <a:x:1> <t:0:R>',
  'a\u200bb\u200dc\ufeffd\u202egnp.exe\u2066\u2069\u00ad',
  '& < > &amp; &lt;',
  '\u0000\u0007\u001b[31mred',
  'Илка Восс 伊尔卡 إيلكا ❤️‍🔥 👩‍👩‍👧',
]

const word = fc.constantFrom(
  'police',
  'at least 31',
  'Ostermoor',
  'тарифы',
  '12 %',
  '5 April 2031',
  'a.b',
  'x'.repeat(60),
)
const prose = fc.array(word, { minLength: 1, maxLength: 40 }).map((words) => `${words.join(' ')}.`)
const longProse = fc.array(prose, { minLength: 10, maxLength: 20 }).map((parts) => parts.join(' '))
const text = fc.oneof(
  { weight: 12, arbitrary: prose },
  { weight: 2, arbitrary: fc.constantFrom(...hostileTexts) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 200 }) },
  { weight: 1, arbitrary: longProse },
  { weight: 1, arbitrary: fc.constantFrom('&'.repeat(700), '_'.repeat(900), '', ' ', '\u200b') },
)
const shortText = fc.oneof(
  { weight: 4, arbitrary: fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' ')) },
  { weight: 1, arbitrary: fc.constantFrom(...hostileTexts) },
)
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined })

const url = fc.constantFrom(
  'https://example.org/a',
  `https://example.org/${'long/'.repeat(300)}`,
  'https://example.org/a|b>c?x=1&y=2_3*4',
  'https://example.org/a(b)',
  'javascript:alert(1)',
  'not an address',
)
const source = (number: number): fc.Arbitrary<CardSource> =>
  fc.record({
    number: fc.constant(number),
    id: fc.constant(`source-${number}`),
    // The mark comes first, so that a renderer may shorten what nobody would read to its end.
    publisher: shortText.map((name) => `publisher${number}x ${name}`),
    title: shortText.map((name) => `title${number}x ${name}`),
    published: fc.constantFrom('3 April 2031', 'spring 2031'),
    paragraphs: fc.array(fc.integer({ min: 1, max: 99 }), { maxLength: 6 }),
    url: maybe(url),
  })
const sources = fc
  .integer({ min: 0, max: 30 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, i) => source(i + 1))))

const line = (number: number, sourceCount: number): fc.Arbitrary<CardLine> =>
  fc.record({
    kind: fc.constantFrom('text', 'text', 'item', 'heading', 'dispute'),
    text: text.map((one) => `line${number}x ${one} end${number}x`),
    cites:
      sourceCount === 0
        ? fc.constant([])
        : fc.uniqueArray(fc.integer({ min: 1, max: sourceCount }), { maxLength: Math.min(sourceCount, 6) }),
  })

const actions: readonly CardAction[] = ['sources', 'timeline', 'conflicts', 'report', 'share']
const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><rect width="8" height="8"/></svg>'

export const anyCard: fc.Arbitrary<Card> = sources.chain((cardSources) =>
  fc.record({
    kind: fc.constantFrom('answer', 'timeline', 'overview', 'sources', 'conflicts', 'digest', 'check', 'notice'),
    title: maybe(text),
    lines: fc
      .integer({ min: 0, max: 25 })
      .chain((count) => fc.tuple(...Array.from({ length: count }, (_, i) => line(i + 1, cardSources.length)))),
    stamp: maybe(text),
    sources: fc.constant(cardSources),
    nearby: fc.array(
      text.map((one) => `near ${one}`),
      { maxLength: 3 },
    ),
    actions: fc.uniqueArray(fc.constantFrom(...actions)),
    picture: maybe(fc.record({ svg: fc.constant(drawing), alt: text })),
  }),
)
