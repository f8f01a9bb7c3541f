import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Card } from '../../../src/core/cards/card.ts'
import { noticeCard } from '../../../src/core/cards/card.ts'
import { countPages, type RenderOptions, renderCard } from '../../../src/platforms/slack/renderCard.ts'
import { injuredDriversCard } from '../../fakes/injuredDriversCard.ts'
import { anyCard, hostileTexts } from '../../fakes/randomCards.ts'
import { slackMessage } from '../../fakes/slackLimits.ts'

const options: RenderOptions = { handle: 'abc1', pressed: 'answer', page: 0, canShare: true, pictureFile: undefined }

const card: Card = { ...injuredDriversCard, nearby: ['Who is Mara Brandt?'], actions: ['sources', 'report'] }

/** All pages of a card. */
function pagesOf(any: Card, more: Partial<RenderOptions> = {}) {
  const count = countPages(any)
  return Array.from({ length: count }, (_, page) => renderCard(any, { ...options, ...more, page }))
}

/** What a reader sees of some pages, with the escapes undone. */
function seen(messages: readonly unknown[]): string {
  const texts: string[] = []
  const collect = (value: unknown) => {
    if (Array.isArray(value)) value.forEach(collect)
    else if (typeof value === 'object' && value !== null)
      for (const [key, one] of Object.entries(value))
        if (key === 'text' && typeof one === 'string') texts.push(one)
        else collect(one)
  }
  for (const message of messages) collect((message as { blocks: unknown }).blocks)
  return unescaped(texts.join('\n'))
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}

test('an answer with its numbers, disagreement, stamp, sources and buttons', () => {
  const button = (id: string, label: string, value: string) => ({
    type: 'button',
    text: { type: 'plain_text', text: label, emoji: false },
    action_id: `sitrep:${id}`,
    value: `sitrep:abc1:${value}:0`,
  })
  const mrkdwn = (text: string) => ({ type: 'mrkdwn', text, verbatim: true })
  expect(renderCard(card, options)).toEqual({
    text: 'At least 31 drivers were injured on Linden Square. [1]\nIt was a Saturday.\n>≠ The Courier reports 44 drivers on 8 April 2031. [2]',
    blocks: [
      {
        type: 'section',
        text: mrkdwn('At least 31 drivers were injured on Linden Square. [1] It was a Saturday.'),
        expand: true,
      },
      { type: 'section', text: mrkdwn('>≠ The Courier reports 44 drivers on 8 April 2031. [2]'), expand: true },
      { type: 'context', elements: [mrkdwn('As of 12 April 2031 · Tram strike')] },
      {
        type: 'context',
        elements: [
          mrkdwn(
            '[1] Ostermoor Herald, 6 April 2031, paragraphs 3 and 4: <https://example.org/trams|Trams stop>\n[2] The Courier, 8 April 2031, paragraph 2: Town stands still',
          ),
        ],
      },
      { type: 'actions', elements: [button('nearby-0', 'Who is Mara Brandt?', 'nearby-0')] },
      {
        type: 'actions',
        elements: [
          button('sources', 'Sources', 'sources'),
          button('report', 'Report a problem', 'report'),
          button('share', 'Share in channel', 'share'),
        ],
      },
    ],
  })
})

test('a card without a handle has no buttons', () => {
  expect(renderCard(noticeCard('Ask again.'), { ...options, handle: undefined }).blocks).toEqual([
    { type: 'section', text: { type: 'mrkdwn', text: 'Ask again.', verbatim: true }, expand: true },
  ])
})

test('near questions that are too long for a button are listed, and the buttons are numbered', () => {
  const long = `What did the drivers ${'really '.repeat(12)}want?`
  const { blocks } = renderCard({ ...card, nearby: [long, 'Why?'] }, options)
  expect(seen([{ blocks }])).toContain(`You can also ask:\n1. ${long}\n2. Why?`)
  expect(JSON.stringify(blocks)).toContain('"Ask 2"')
})

test('what does not fit is on further pages, which their own buttons show', () => {
  const lines = Array.from({ length: 80 }, (_, i) => ({ kind: 'item' as const, text: `Entry ${i}.`, cites: [] }))
  const pages = pagesOf({ ...card, lines }, { pressed: 'timeline' })
  expect(pages.length).toBe(3)
  expect(JSON.stringify(pages[0])).toContain('"sitrep:abc1:timeline:1"')
  expect(JSON.stringify(pages[1])).toContain('"sitrep:abc1:timeline:0"')
  expect(JSON.stringify(pages[2])).not.toContain('"Next"')
})

test('an overview can be searched for names', () => {
  expect(JSON.stringify(renderCard({ ...card, kind: 'overview' }, options))).toContain('"external_select"')
})

describe('a picture', () => {
  const drawn = { ...card, picture: { svg: '<svg/>', alt: 'A line from 3 to 12 April.' } }
  test('is shown with its text alternative where it was uploaded', () => {
    expect(renderCard(drawn, { ...options, pictureFile: 'F1' }).blocks).toContainEqual({
      type: 'image',
      slack_file: { id: 'F1' },
      alt_text: 'A line from 3 to 12 April.',
    })
  })
  test('is told in words where it was not', () => {
    expect(seen([renderCard(drawn, options)])).toContain('Picture: A line from 3 to 12 April.')
  })
})

test('hostile text stays text', () => {
  for (const text of hostileTexts) {
    const hostile: Card = {
      ...card,
      title: text,
      lines: [
        { kind: 'text', text, cites: [1] },
        { kind: 'heading', text, cites: [] },
        { kind: 'dispute', text, cites: [] },
      ],
      stamp: text,
      nearby: [text],
      sources: card.sources.map((source) => ({ ...source, title: text, publisher: text })),
    }
    const payload = JSON.stringify(renderCard(hostile, options))
    expect(payload).not.toMatch(/<[!@#]|@here|@channel|@everyone|\\u202e|\u202e|\u200b|\\u001b/)
    // Of all angle brackets only the link to a source is ours.
    for (const [, address] of payload.matchAll(/<([^>]*)>/g))
      expect(address).toMatch(/^https:\/\/example\.org\/trams\|/)
    const marked = [...payload.matchAll(/"mrkdwn","text":"([^"]*)"/g)].map(([, one]) => one).join('\n')
    expect(marked).not.toMatch(/:tada:|\*\*bold|_it_|~~st~~|`code`/)
  }
})

test('names with underscores are shown with these very signs, which can be copied', () => {
  const section = (text: object) => ({ type: 'section', text, expand: true })
  const notice = noticeCard('Due 2031-05-02 09:00 (America/New_York).', 'Slack says "channel_not_found" & *no* more.')
  expect(renderCard(notice, { ...options, handle: undefined }).blocks).toEqual([
    section({
      type: 'plain_text',
      text: '• Due 2031-05-02 09:00 (America/New_York).\n• Slack says "channel_not_found" & *no* more.',
      emoji: false,
    }),
  ])
  const cited: Card = { ...card, lines: [{ kind: 'text', text: 'It is tram_7.', cites: [1] }] }
  expect(renderCard(cited, options).blocks[0]).toEqual(
    section({ type: 'plain_text', text: 'It is tram_7. [1]', emoji: false }),
  )
})

describe('any card', () => {
  test('is within the limits on every page', () => {
    fc.assert(
      fc.property(anyCard, fc.boolean(), (any, hasFile) => {
        for (const page of pagesOf(any, { pictureFile: hasFile ? 'F1' : undefined })) {
          const { error } = slackMessage.safeParse(page)
          expect(error?.issues ?? []).toEqual([])
        }
      }),
      { numRuns: 25 },
    )
  })

  test('loses no line, no citation, no source and no near question over its pages', () => {
    fc.assert(
      fc.property(anyCard, (any) => {
        const text = seen(pagesOf(any))
        any.lines.forEach((line, i) => {
          expect(text).toContain(`line${i + 1}x`)
          expect(text).toContain(`end${i + 1}x`)
          for (const number of line.cites) expect(text).toContain(`[${number}]`)
        })
        for (const { number } of any.sources) {
          expect(text).toContain(`[${number}] publisher${number}x`)
          expect(text).toContain(`title${number}x`)
        }
        expect(text.match(/near/g)?.length ?? 0).toBeGreaterThanOrEqual(any.nearby.length)
      }),
      { numRuns: 25 },
    )
  })
})
