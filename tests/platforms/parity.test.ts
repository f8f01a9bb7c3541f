// One card, the same meaning everywhere: each platform's rendering is read back as plain text and held against the card.

import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Engine } from '../../src/core/answering/engine.ts'
import { allConflicts } from '../../src/core/briefing/conflicts.ts'
import { answerCard } from '../../src/core/cards/answerCard.ts'
import type { Card } from '../../src/core/cards/card.ts'
import { checkCard } from '../../src/core/cards/checkCard.ts'
import { conflictsCard } from '../../src/core/cards/conflictsCard.ts'
import { overviewCard } from '../../src/core/cards/overviewCard.ts'
import { allSourcesCard, sourcesCard } from '../../src/core/cards/sourcesCard.ts'
import { timelineCard } from '../../src/core/cards/timelineCard.ts'
import { renderCard as renderForDiscord } from '../../src/platforms/discord/renderCard.ts'
import { renderCard as renderForSlack } from '../../src/platforms/slack/renderCard.ts'
import { renderCard as renderForTerminal } from '../../src/platforms/terminal/renderCard.ts'
import { renderCard as renderForWeb } from '../../src/platforms/web/renderCard.ts'
import { openBriefing } from '../../src/storage/briefings.ts'
import { answerFrom, engineOf } from '../fakes/asking.ts'
import { tramStrike } from '../fakes/tramStrike.ts'
import { attributeOf, type Element, elementsIn, hasClass, readHtml, textOf } from './web/readHtml.ts'

/** What a reader can read of a card on one platform, over all its pages. */
type ReadBack = (card: Card) => string | Promise<string>

const pagesUntilTheLast = (render: (page: number) => object): string => {
  const pages: string[] = []
  for (let page = 0; page < 100; page++) {
    const text = textsIn(render(page)).join('\n')
    if (text === pages.at(-1)) return pages.join('\n')
    pages.push(text)
  }
  throw new Error('a card of more than a hundred pages')
}

/** All that stands under a key for people to read. */
function textsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'string' && ['content', 'text', 'label', 'description', 'alt_text'].includes(key)
      ? [inner]
      : textsIn(inner),
  )
}

const showing = { id: 'card', askAddress: () => '/', actionAddress: () => undefined }
const onWeb = async (card: Card) => readHtml(String(await renderForWeb(card, showing)))

const platforms: Readonly<Record<string, ReadBack>> = {
  terminal: (card) => renderForTerminal(card, { width: 40, hasColour: false }),
  discord: (card) =>
    pagesUntilTheLast((page) =>
      renderForDiscord(card, {
        handle: 'h',
        view: 'answer',
        page,
        isPrivate: false,
        isShareable: false,
        hasPicture: true,
      }),
    ).replace(/\\/g, ''),
  slack: (card) =>
    pagesUntilTheLast(
      (page) =>
        renderForSlack(card, { handle: 'h', pressed: 'answer', page, canShare: false, pictureFile: 'F1' }).blocks,
    )
      .replace(/<(https?:[^|>]*)\|([^>]*)>/g, '$2 $1')
      .replace(/&lt;|&gt;|&amp;/g, ' '),
  html: async (card) => textOf(await onWeb(card)),
}

/** Letters and digits alone: where lines break and what marks them is each platform's own. */
const squeezed = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, '')

function missing(card: Card, shown: string): string[] {
  const text = squeezed(shown)
  const wanted = [
    card.title ?? '',
    ...card.lines.map((line) => line.text + line.cites.join('')),
    ...card.sources.map((source) => source.number + source.publisher + source.published),
    ...card.sources.map((source) => source.title),
    card.stamp ?? '',
    ...card.nearby,
  ]
  return wanted.filter((one) => !text.includes(squeezed(one)))
}

async function cardsOf(engine: Engine): Promise<readonly Card[]> {
  const { briefing, newest } = engine
  const answers = briefing.questions.map(({ ask, command, after }) =>
    answerFrom(engine, ask, { ...(command === undefined ? {} : { verb: command }), after }),
  )
  const known = (fact: (typeof briefing.facts)[number]) => fact.citations
  return [
    ...answers.map((answer) => answerCard(answer, briefing)),
    ...answers.slice(0, 20).map((answer) => sourcesCard(briefing, answer.facts, known, answer.asOf)),
    overviewCard(briefing, newest),
    allSourcesCard(briefing, newest),
    timelineCard(briefing, briefing.facts, newest),
    conflictsCard(briefing, allConflicts(briefing, known), 'today'),
    checkCard(engine, briefing.facts.map((fact) => fact.statement).join(' '), undefined),
  ]
}

describe('every card of a briefing says the same on every platform', () => {
  let cards: readonly Card[] = []
  beforeAll(async () => {
    const root = join(import.meta.dirname, '../..')
    const engines = [
      engineOf(tramStrike()),
      engineOf(await openBriefing(join(root, 'tests/briefings'), 'dam-failure-2031')),
    ]
    cards = (await Promise.all(engines.map(cardsOf))).flat()
  })

  test('there are cards of every kind', () => {
    expect(cards.length).toBeGreaterThan(100)
    expect(new Set(cards.map((card) => card.kind))).toEqual(
      new Set(['answer', 'timeline', 'overview', 'sources', 'conflicts', 'check']),
    )
    expect(cards.some((card) => card.lines.some((line) => line.kind === 'dispute'))).toBe(true)
  })

  test.each(Object.entries(platforms))(
    'on %s: every line with its citations, every source, the stamp',
    async (_, readBack) => {
      for (const card of cards) expect(missing(card, await readBack(card))).toEqual([])
    },
  )

  test('in HTML each citation number leads to the source of that number', async () => {
    for (const card of cards) {
      const page = await onWeb(card)
      const links = elementsIn(page, (element) => hasClass(element, 'cite'))
      expect(links.map((link) => textOf(link).trim())).toEqual(
        card.lines.flatMap(({ cites }) => cites.map((number) => `[${number}]`)),
      )
      for (const link of links) {
        const target = attributeOf(link, 'href')?.slice(1)
        const [source, ...more] = elementsIn(page, (element) => attributeOf(element, 'id') === target)
        expect(more).toEqual([])
        const number = Number(source === undefined ? undefined : attributeOf(source, 'value'))
        expect(textOf(link)).toBe(`[${number}]`)
        expect(textOf(source ?? page)).toContain(card.sources.find((one) => one.number === number)?.publisher)
      }
    }
  })

  test('in HTML each disagreement is marked as one, and nothing else is', async () => {
    for (const card of cards) {
      const marked = elementsIn(await onWeb(card), (element) => hasClass(element, 'dispute'))
      const disputes = card.lines.filter(({ kind }) => kind === 'dispute')
      expect(marked.map((one) => textOf(one).startsWith(' Sources differ'))).toEqual(disputes.map(() => true))
      expect(disputes.filter(({ text }, i) => !textOf(marked[i] as Element).includes(text))).toEqual([])
    }
  })
})
