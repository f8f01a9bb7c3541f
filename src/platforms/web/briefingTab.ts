// The second tab: the briefing itself. Its chronology, the people and bodies in it, and every fact with its sources.

import type { Engine } from '../../core/answering/engine.ts'
import type { Known } from '../../core/briefing/conflicts.ts'
import { fold } from '../../core/briefing/fold.ts'
import type { Entity, Fact, Role } from '../../core/briefing/schema.ts'
import { formatSpan, parseSpan } from '../../core/briefing/span.ts'
import { pictureOfTimeline } from '../../core/pictures/timelinePicture.ts'
import { factList } from './factList.ts'
import { html, inlineSvg, type Markup, nothing } from './markup.ts'
import { addressOf, type PageQuery } from './pageQuery.ts'
import { factsKnownThen, knownThen, remember } from './remember.ts'

const PER_PAGE = 40
const MOST_ENTITIES = 60

export function briefingTab(query: PageQuery, engine: Engine): Markup {
  const { briefing } = engine
  const known = knownThen(query, engine)
  const facts = factsKnownThen(query, engine)
  return html`<h1>${briefing.head.title}</h1>
    <p class="summary">${briefing.head.summary}</p>
    ${facts.length === 0 ? html`<p class="notice">No source was out by then: nothing was known yet.</p>` : nothing}
    <div class="opening opening-left">${chronology(query, engine)}${cast(query, engine, facts)}</div>
    ${allFacts(query, engine, facts, known)}`
}

function chronology(query: PageQuery, engine: Engine): Markup {
  const figure = timelineFigure(query, engine)
  return figure === nothing
    ? nothing
    : html`<section aria-labelledby="timeline"><h2 id="timeline">Timeline</h2>${figure}</section>`
}

/** The chronology of a briefing as far as it was known; nothing where no two days are known. */
export function timelineFigure(query: PageQuery, engine: Engine): Markup {
  const picture = remember(engine, `timeline ${query.asOf}`, () =>
    pictureOfTimeline(engine.briefing, factsKnownThen(query, engine), knownThen(query, engine)),
  )
  return picture === undefined ? nothing : html`<figure class="picture">${inlineSvg(picture.svg)}</figure>`
}

const castKinds = ['person', 'organisation', 'group'] as const

/** People and bodies that known facts tell of, the most told of first. */
function cast(query: PageQuery, { briefing, factsOfEntity }: Engine, facts: readonly Fact[]): Markup {
  const shown = new Set(facts)
  const counted = [...briefing.entities.values()]
    .filter(({ kind }) => castKinds.some((one) => one === kind))
    .map((entity) => {
      const count = (factsOfEntity.get(entity.id) ?? []).filter((fact) => shown.has(fact)).length
      return { entity, count }
    })
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
  if (counted.length === 0) return nothing
  const listed = counted.slice(0, MOST_ENTITIES)
  return html`<section aria-labelledby="cast"><h2 id="cast">People and bodies</h2>
    <ul class="cast">${listed.map(({ entity, count }) => member(entity, count, query, briefing.entities))}</ul>
    ${counted.length > listed.length ? html`<p class="faint">and ${counted.length - listed.length} more, of whom fewer facts tell</p>` : nothing}
  </section>`
}

function member(entity: Entity, count: number, query: PageQuery, entities: ReadonlyMap<string, Entity>): Markup {
  const question = `/${entity.kind === 'person' ? 'who' : 'what'} ${entity.name}`
  return html`<li>
    <a href="${addressOf('/', { briefing: query.briefing, asOf: query.asOf, question })}">${entity.name}</a>
    ${entity.roles.slice(0, 2).map((role) => html`<span class="role">${roleText(role, entities)}</span>`)}
    <span class="faint">${count} ${count === 1 ? 'fact' : 'facts'}</span>
  </li>`
}

function roleText({ title, of, from, until, former }: Role, entities: ReadonlyMap<string, Entity>): string {
  const body = of === undefined ? '' : `, ${entities.get(of)?.name ?? of}`
  const dated = (word: string, date: string | undefined) => {
    const span = parseSpan(date ?? '')
    return span === undefined ? '' : ` ${word} ${formatSpan(span)}`
  }
  return `${former ? 'former ' : ''}${title}${body}${dated('from', from)}${dated('until', until)}`
}

function allFacts(query: PageQuery, { briefing }: Engine, facts: readonly Fact[], known: Known): Markup {
  const wanted = fold(query.find)
    .split(/\s+/)
    .filter((word) => word !== '')
  const found =
    wanted.length === 0
      ? facts
      : facts.filter((fact) => {
          const text = fold(`${fact.statement} ${fact.frame.what ?? ''}`)
          return wanted.every((word) => text.includes(word))
        })
  const pages = Math.max(1, Math.ceil(found.length / PER_PAGE))
  const page = Math.min(query.page, pages)
  const turn = (to: number, text: string) =>
    html`<a href="${addressOf('/briefing', { ...query, page: to })}#facts" data-live>${text}</a>`
  return html`<section aria-labelledby="facts"><h2 id="facts">Facts and their sources</h2>
    <form class="find" action="/briefing" method="get" data-live>
      <input type="hidden" name="briefing" value="${query.briefing}">
      ${query.asOf === undefined ? nothing : html`<input type="hidden" name="asof" value="${query.asOf}">`}
      <label for="find">Facts that hold the words</label>
      <div class="field"><input id="find" name="find" type="text" value="${query.find}" maxlength="200"><button type="submit">Find</button></div>
    </form>
    <p class="faint">${found.length} of ${briefing.facts.length} facts${pages > 1 ? `, page ${page} of ${pages}` : ''}</p>
    ${factList(briefing, found.slice((page - 1) * PER_PAGE, page * PER_PAGE), known)}
    <p class="turn">${page > 1 ? turn(page - 1, '← Previous facts') : nothing} ${page < pages ? turn(page + 1, 'More facts →') : nothing}</p>
  </section>`
}
