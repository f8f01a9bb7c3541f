// The choice of a day: what was known then. A list to choose from, which the page's script turns into a slider.

import type { Engine } from '../../core/answering/engine.ts'
import { publishedSpan } from '../../core/briefing/briefing.ts'
import { DAY_MS, formatSpan, parseSpan } from '../../core/briefing/span.ts'
import { html, type Markup } from './markup.ts'
import type { PageQuery } from './pageQuery.ts'

/** More days than this are no choice; of a longer period only the days on which sources came out are offered. */
const MOST_DAYS = 62

/** The days of the crisis as YYYY-MM-DD: from the period's beginning to the day of the newest source. */
export function daysOf({ briefing, newest }: Engine): readonly string[] {
  const period = parseSpan(briefing.head.period)
  const published = [...briefing.sources.values()].map((source) => publishedSpan(source).to)
  const first = Math.min(
    period === undefined ? newest.from : Math.max(period.from, newest.from - 3650 * DAY_MS),
    ...published,
  )
  const count = Math.floor((newest.to - first) / DAY_MS) + 1
  if (count <= MOST_DAYS) return Array.from({ length: count }, (_, i) => dayOf(first + i * DAY_MS))
  return [...new Set([...published].sort((a, b) => a - b).map(dayOf))].slice(-MOST_DAYS)
}

const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10)

/** The form; it keeps what else the address says. */
export function daySlider(path: string, query: PageQuery, engine: Engine): Markup {
  const days = daysOf(engine)
  const chosen = query.asOf ?? days.at(-1)
  const listed = chosen === undefined || days.includes(chosen) ? days : [...days, chosen].sort()
  return html`<form class="days" action="${path}" method="get" data-days>
    <input type="hidden" name="briefing" value="${query.briefing}">
    ${query.after.map((one) => html`<input type="hidden" name="after" value="${one}">`)}
    ${query.question === '' ? '' : html`<input type="hidden" name="q" value="${query.question}">`}
    ${query.view === undefined ? '' : html`<input type="hidden" name="view" value="${query.view}">`}
    ${query.find === '' ? '' : html`<input type="hidden" name="find" value="${query.find}">`}
    <label for="asof">As known on</label>
    <select id="asof" name="asof">
      ${listed.map((day) => html`<option value="${day}" ${day === chosen ? 'selected' : ''}>${printed(day)}</option>`)}
    </select>
    <button type="submit">Show</button>
  </form>`
}

function printed(day: string): string {
  const span = parseSpan(day)
  return span === undefined ? day : formatSpan(span)
}
