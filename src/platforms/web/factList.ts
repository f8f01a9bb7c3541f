// Facts as the page lists them: the statement, how it stands, and each source with its paragraphs.

import { type Briefing, publishedSpan } from '../../core/briefing/briefing.ts'
import type { Known } from '../../core/briefing/conflicts.ts'
import type { Citation, Fact } from '../../core/briefing/schema.ts'
import { formatSpan, parseSpan } from '../../core/briefing/span.ts'
import { html, type Markup, nothing } from './markup.ts'

export function factList(briefing: Briefing, facts: readonly Fact[], known: Known): Markup {
  return html`<ul class="facts">${facts.map(
    (fact) => html`<li>
      <p>${dayOf(fact)}${fact.statement} ${standingMark(fact.standing)}</p>
      <p class="by">${known(fact).map((citation, i) => html`${i === 0 ? '' : ' · '}${citationText(briefing, citation)}`)}</p>
    </li>`,
  )}</ul>`
}

function dayOf({ frame }: Fact): Markup {
  const span = parseSpan(frame.when ?? '')
  return span === undefined ? nothing : html`<span class="day">${formatSpan(span)}</span> `
}

/** How a fact stands, where it is more or less than a report. */
export function standingMark(standing: Fact['standing']): Markup {
  return standing === 'reported' ? nothing : html`<span class="standing standing-${standing}">${standing}</span>`
}

function citationText(briefing: Briefing, { source: id, paragraph }: Citation): string {
  const source = briefing.sources.get(id)
  if (source === undefined) return id
  const where = paragraph.length === 0 ? '' : `, ¶ ${paragraph.join(', ')}`
  return `${source.publisher}, ${formatSpan(publishedSpan(source))}${where}`
}
