// The fifth tab: the sources, each with what it contributed: its facts, those that it alone bears out, its disagreements.

import type { Engine } from '../../core/answering/engine.ts'
import { type Briefing, publishedSpan, surelyPublishedBy } from '../../core/briefing/briefing.ts'
import type { Conflict, Known } from '../../core/briefing/conflicts.ts'
import type { Fact, Source } from '../../core/briefing/schema.ts'
import { formatSpan } from '../../core/briefing/span.ts'
import { factList } from './factList.ts'
import { html, type Markup, nothing } from './markup.ts'
import { asOfSpan, type PageQuery } from './pageQuery.ts'
import { conflictsThen, factsKnownThen, knownThen, remember } from './remember.ts'

const MOST_SOURCES = 100
const MOST_FACTS = 25

export function sourcesTab(query: PageQuery, engine: Engine): Markup {
  const { briefing } = engine
  const asOf = asOfSpan(query, engine)
  const known = knownThen(query, engine)
  const conflicts = conflictsThen(query, engine)
  const factsOf = remember(engine, `sources ${query.asOf}`, () => factsBySource(factsKnownThen(query, engine), known))
  const sources = [...briefing.sources.values()]
    .filter((source) => surelyPublishedBy(source) <= asOf.to)
    .sort((a, b) => (factsOf.get(b.id)?.length ?? 0) - (factsOf.get(a.id)?.length ?? 0))
  const later = briefing.sources.size - sources.length
  return html`<h1>Sources</h1>
    <p class="summary">${sources.length} ${sources.length === 1 ? 'source was' : 'sources were'} out by then${later > 0 ? `; ${later} came out later` : ''}.</p>
    ${sources.slice(0, MOST_SOURCES).map((source) => drawSource(briefing, source, factsOf.get(source.id) ?? [], known, conflicts))}`
}

function factsBySource(facts: readonly Fact[], known: Known): ReadonlyMap<string, readonly Fact[]> {
  const found = new Map<string, Fact[]>()
  for (const fact of facts)
    for (const id of new Set(known(fact).map(({ source }) => source))) {
      const list = found.get(id)
      if (list === undefined) found.set(id, [fact])
      else list.push(fact)
    }
  return found
}

function drawSource(
  briefing: Briefing,
  source: Source,
  facts: readonly Fact[],
  known: Known,
  conflicts: readonly Conflict[],
): Markup {
  const alone = facts.filter((fact) => known(fact).every((citation) => citation.source === source.id))
  const disputed = conflicts.filter(({ sides }) =>
    sides.some(({ reports }) => reports.some(({ citation }) => citation.source === source.id)),
  )
  const listed = alone.slice(0, MOST_FACTS)
  return html`<section class="source" aria-labelledby="source-${source.id}">
    <h2 id="source-${source.id}">${source.publisher}</h2>
    <p>${source.url === undefined ? source.title : html`<a href="${source.url}" rel="noreferrer noopener">${source.title}</a>`}</p>
    <p class="faint">${formatSpan(publishedSpan(source))}${source.authors.length === 0 ? '' : ` · ${source.authors.join(', ')}`} · ${source.language}</p>
    <dl class="counts">
      <div><dt>facts</dt><dd>${facts.length}</dd></div>
      <div><dt>on its word alone</dt><dd>${alone.length}</dd></div>
      <div><dt>disagreements</dt><dd>${disputed.length}</dd></div>
    </dl>
    ${
      alone.length === 0
        ? nothing
        : html`<details><summary>What only ${source.publisher} reports</summary>
      ${factList(briefing, listed, known)}
      ${alone.length > listed.length ? html`<p class="faint">and ${alone.length - listed.length} more</p>` : nothing}</details>`
    }
  </section>`
}
