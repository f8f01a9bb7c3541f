// The fourth tab: what a channel would be sent for any period and mode, as each platform would show it.

import type { Engine } from '../../core/answering/engine.ts'
import { DAY_MS, formatSpan, parseDay } from '../../core/briefing/span.ts'
import { type Card, noticeCard } from '../../core/cards/card.ts'
import { type DigestMode, digestModes } from '../../core/desk/digestOrder.ts'
import { dayAt } from '../../core/digests/days.ts'
import { digestOfDays } from '../../core/digests/prepareDigest.ts'
import { readDays } from '../../core/digests/readDays.ts'
import { daysOf } from './daySlider.ts'
import { html, type Markup, nothing } from './markup.ts'
import { addressOf, type PageQuery } from './pageQuery.ts'
import { remember } from './remember.ts'
import { type Payloads, thrice } from './thrice.ts'

/** A replay of more days would be read by nobody. */
const MOST_DAYS = 14

export type DigestQuery = {
  readonly since: string | undefined
  readonly until: string | undefined
  readonly mode: DigestMode
}

const modeNames: Readonly<Record<DigestMode, string>> = {
  changes: 'changes since the last digest',
  replay: 'replay, day by day as it was known then',
}

/** Reads the period and the mode; what is no day or mode is left out. */
export function readDigestQuery(get: (name: string) => string | undefined): DigestQuery {
  const day = (name: string) => {
    const text = get(name) ?? ''
    return parseDay(text) === undefined ? undefined : text
  }
  return {
    since: day('since'),
    until: day('until'),
    mode: digestModes.find((mode) => mode === get('mode')) ?? 'changes',
  }
}

export function digestTab(
  payloads: Payloads,
  query: PageQuery,
  engine: Engine,
  { since, until, mode }: DigestQuery,
): Markup {
  const offered = daysOf(engine)
  const from = since ?? offered.at(-2) ?? offered[0] ?? ''
  const to = until ?? offered.at(-1)
  const digests = remember(engine, `digest ${from} ${to} ${mode}`, () => digestsOf(engine, from, to, mode))
  return html`<h1>Digest preview</h1>
    <p class="summary">What a channel would be sent for a period. Nothing is sent from here.</p>
    <form class="period" action="/digest" method="get" data-live>
      <input type="hidden" name="briefing" value="${query.briefing}">
      <p><label for="since">From</label> <input id="since" name="since" type="date" value="${from}"></p>
      <p><label for="until">To</label> <input id="until" name="until" type="date" value="${to ?? ''}"></p>
      <p><label for="mode">Mode</label> <select id="mode" name="mode">
        ${digestModes.map((one) => html`<option value="${one}" ${one === mode ? 'selected' : ''}>${modeNames[one]}</option>`)}
      </select></p>
      <button type="submit">Preview</button>
    </form>
    ${digests.map(({ day, card }, i) => html`${heading(day)}${shownThrice(payloads, card, query, i)}`)}`
}

const heading = (day: string | undefined) => (day === undefined ? nothing : html`<h2>${day}</h2>`)

type Dated = { readonly day: string | undefined; readonly card: Card }

/** One digest of the whole period, or one for each of its days. */
function digestsOf({ briefing }: Engine, since: string, until: string | undefined, mode: DigestMode): readonly Dated[] {
  const days = readDays(briefing, since, until)
  if (typeof days === 'string') return [{ day: undefined, card: noticeCard(days) }]
  const { first, last } = days
  if (mode === 'changes') return [{ day: undefined, card: digestOfDays(briefing, first, last).card }]
  const count = Math.floor((last.to - first.from) / DAY_MS) + 1
  return Array.from({ length: Math.min(count, MOST_DAYS) }, (_, i) => {
    const day = dayAt(first.from + i * DAY_MS)
    return { day: formatSpan(day), card: digestOfDays(briefing, day, day).card }
  })
}

/** The digest as Sitrep's own and as each platform's message; its buttons are drawn, and lead nowhere. */
function shownThrice(payloads: Payloads, card: Card, query: PageQuery, number: number): Markup {
  return thrice(payloads(card, 'preview'), card, number, {
    askAddress: (question) => addressOf('/', { briefing: query.briefing, question }),
    actionAddress: () => undefined,
  })
}
