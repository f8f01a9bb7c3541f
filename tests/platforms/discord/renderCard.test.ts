import { MessageCreateRequestSchema } from 'discord-api-spec/zod'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Card, noticeCard } from '../../../src/core/cards/card.ts'
import { readButton } from '../../../src/core/desk/button.ts'
import type { DiscordMessage } from '../../../src/platforms/discord/message.ts'
import { renderCard } from '../../../src/platforms/discord/renderCard.ts'
import type { Showing } from '../../../src/platforms/discord/showing.ts'
import { asPart, checkMessage, partsIn } from '../../fakes/discord/checkMessage.ts'
import { injuredDriversCard as card } from '../../fakes/injuredDriversCard.ts'
import { anyCard } from '../../fakes/randomCards.ts'

const showing: Showing = {
  handle: 'abc1',
  view: 'answer',
  page: 0,
  isPrivate: false,
  isShareable: false,
  hasPicture: false,
}

const textsOf = (message: DiscordMessage) =>
  partsIn(message.components).flatMap(({ type, content }) => (type === 10 ? [String(content)] : []))
const labelsOf = (message: DiscordMessage) =>
  partsIn(message.components).flatMap(({ type, label }) => (type === 2 ? [String(label)] : []))
/** Every page, as a reader would turn them. */
function pagesOf(shown: Card, how: Showing = showing): DiscordMessage[] {
  const pages = [renderCard(shown, how)]
  while (labelsOf(pages.at(-1) ?? (pages[0] as DiscordMessage)).includes('Next'))
    pages.push(renderCard(shown, { ...how, page: pages.length }))
  return pages
}

describe('an answer', () => {
  test('stands with its numbers, what is disputed behind a bar, and sources and stamp in small print', () => {
    expect(textsOf(renderCard(card, showing))).toEqual([
      'At least 31 drivers were injured on Linden Square. [1] It was a Saturday.\n\n' +
        '> The Courier reports 44 drivers on 8 April 2031. [2]',
      '-# [1] Ostermoor Herald, 6 April 2031, paragraphs 3 and 4: [Trams stop](https://example.org/trams)\n' +
        '-# [2] The Courier, 8 April 2031, paragraph 2: Town stands still\n' +
        '-# As of 12 April 2031 · Tram strike',
    ])
  })

  test('has near questions and actions as buttons that can be read again', () => {
    const buttons = partsIn(renderCard(card, showing).components).filter(({ type }) => type === 2)
    expect(buttons.map(({ label, custom_id }) => [label, readButton(String(custom_id))])).toEqual([
      ['who is Ilka Voss', { handle: 'abc1', action: { nearby: 0 }, page: 0 }],
      ['when did the strike begin', { handle: 'abc1', action: { nearby: 1 }, page: 0 }],
      ['Sources', { handle: 'abc1', action: 'sources', page: 0 }],
      ['Timeline', { handle: 'abc1', action: 'timeline', page: 0 }],
      ['Where sources disagree', { handle: 'abc1', action: 'conflicts', page: 0 }],
      ['Report a problem', { handle: 'abc1', action: 'report', page: 0 }],
    ])
  })

  test('lists near questions where one is too long for a button', () => {
    const long = 'how many tram drivers were injured on Linden Square on Saturday'
    const message = renderCard({ ...card, nearby: ['who is Ilka Voss', long] }, showing)
    expect(textsOf(message).at(-1)).toBe(`You can ask:\n1. who is Ilka Voss\n2. ${long}`)
    expect(labelsOf(message).slice(0, 2)).toEqual(['Ask 1', 'Ask 2'])
  })

  test('is for its reader alone where it is private, who may share it', () => {
    const message = renderCard(card, { ...showing, isPrivate: true, isShareable: true })
    expect(message.flags).toBe((1 << 15) | (1 << 6))
    expect(labelsOf(message)).toContain('Share in channel')
    expect(labelsOf(renderCard(card, showing))).not.toContain('Share in channel')
  })

  test('has no buttons without a handle', () => {
    expect(labelsOf(renderCard(card, { ...showing, handle: undefined }))).toEqual([])
  })

  test('opened by a button has none for itself', () => {
    expect(labelsOf(renderCard(card, { ...showing, view: 'sources' }))).not.toContain('Sources')
  })
})

test('headings are bold, items a list, and a title stands above', () => {
  const lines: Card['lines'] = [
    { kind: 'heading', text: 'Drivers injured: how many', cites: [] },
    { kind: 'item', text: '31: Ostermoor Herald', cites: [1] },
    { kind: 'item', text: '44: The Courier', cites: [2] },
    { kind: 'dispute', text: 'Why they differ: the higher count is the later one.', cites: [] },
  ]
  expect(textsOf(renderCard({ ...card, title: 'Where sources disagree', lines }, showing))[0]).toBe(
    '### Where sources disagree\n**Drivers injured: how many**\n- 31: Ostermoor Herald [1]\n- 44: The Courier [2]\n\n' +
      '> Why they differ: the higher count is the later one.',
  )
})

test('a picture is attached with its alternative, on the first page alone', () => {
  const pictured = { ...card, picture: { svg: '<svg/>', alt: 'Two counts' } }
  const message = renderCard(pictured, { ...showing, hasPicture: true })
  expect(checkMessage(message, ['picture.png'])).toEqual([])
  expect(message.attachments).toEqual([{ id: '0', filename: 'picture.png', description: 'Two counts' }])
  expect(renderCard(pictured, showing).attachments).toEqual([])
})

test('a notice is a line', () => {
  const message = renderCard(noticeCard('That is no date.'), { ...showing, handle: undefined })
  expect(textsOf(message)).toEqual(['- That is no date.'])
})

describe('pages', () => {
  const long: Card = {
    ...card,
    lines: Array.from({ length: 60 }, (_, i) => ({
      kind: 'item',
      text: `${i + 1} April 2031: the union and the operator met at the depot once more, and parted without a result.`,
      cites: [1 + (i % 2)],
    })),
  }

  test('say where the reader is, and can be turned', () => {
    const pages = pagesOf(long)
    expect(pages.length).toBeGreaterThan(1)
    expect(textsOf(pages[1] as DiscordMessage).join('\n')).toContain(`-# Page 2 of ${pages.length}`)
    expect(labelsOf(pages[1] as DiscordMessage)).toContain('Previous')
    expect(labelsOf(pages.at(-1) as DiscordMessage)).not.toContain('Next')
  })

  test('a page after the last shows the last', () => {
    expect(renderCard(long, { ...showing, page: 900 })).toEqual(pagesOf(long).at(-1))
  })

  test('each carries the sources that it cites', () => {
    for (const page of pagesOf(long)) {
      const text = textsOf(page).join('\n')
      for (const number of ['[1]', '[2]']) expect(text).toContain(`-# ${number}`)
    }
  })
})

describe('any card', () => {
  const anyShowing = fc.record({
    handle: fc.option(fc.constant('a'.repeat(40)), { nil: undefined }),
    view: fc.constantFrom('answer', 'sources', 'timeline', 'conflicts'),
    page: fc.constant(0),
    isPrivate: fc.boolean(),
    isShareable: fc.boolean(),
    hasPicture: fc.boolean(),
  } satisfies { [Key in keyof Showing]: fc.Arbitrary<Showing[Key]> })

  test("becomes messages that fit Discord's schema and limits", () => {
    fc.assert(
      fc.property(anyCard, anyShowing, (shown, how) => {
        for (const page of pagesOf(shown, how)) {
          const files = page.attachments.map(({ filename }) => filename)
          expect(MessageCreateRequestSchema.safeParse(page).error?.issues).toBeUndefined()
          expect(checkMessage(page, files)).toEqual([])
        }
      }),
      { numRuns: 60 },
    )
  })

  test('loses no line and no source over its pages', () => {
    fc.assert(
      fc.property(anyCard, (shown) => {
        const text = pagesOf(shown).flatMap(textsOf).join('\n')
        for (const { text: line, cites } of shown.lines) {
          for (const mark of line.match(/line\d+x|end\d+x/g) ?? []) expect(text).toContain(mark)
          for (const number of cites) expect(text).toContain(`[${number}]`)
        }
        for (const { number, published } of shown.sources) {
          expect(text).toContain(`-# [${number}] publisher${number}x`)
          expect(text).toContain(published)
          expect(text).toContain(`title${number}x`)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('shows a near question whole or by its number', () => {
    fc.assert(
      fc.property(anyCard, (shown) => {
        const asks = partsIn(renderCard(shown, showing).components).filter(({ custom_id }) =>
          String(custom_id).includes(':nearby-'),
        )
        expect(asks.map((button) => typeof asPart(button).label)).toEqual(shown.nearby.map(() => 'string'))
      }),
    )
  })
})
