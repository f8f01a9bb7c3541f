// A card as HTML: the lines with citation numbers that lead to their sources, the picture, and what can be done next.

import { actionLabels, type Card, type CardLine, type CardSource } from '../../core/cards/card.ts'
import { html, inlineSvg, type Markup, nothing } from './markup.ts'

export type Showing = {
  /** What makes the ids of this card's sources its own on the page. */
  readonly id: string
  /** Where a near question is asked. */
  readonly askAddress: (question: string) => string
  /** Where an action leads; undefined where it cannot be done here. */
  readonly actionAddress: (action: Card['actions'][number]) => string | undefined
}

export function renderCard(card: Card, showing: Showing): Markup {
  return html`<article class="card card-${card.kind}">
    ${card.title === undefined ? nothing : html`<h3>${card.title}</h3>`}
    ${runsOf(card.lines).map((run) => renderRun(run, showing.id))}
    ${card.picture === undefined ? nothing : html`<figure class="picture">${inlineSvg(card.picture.svg)}</figure>`}
    ${renderSources(card.sources, showing.id)}
    ${card.stamp === undefined ? nothing : html`<p class="stamp">${card.stamp}</p>`}
    ${renderNearby(card, showing)}
    ${renderActions(card, showing)}
  </article>`
}

/** Texts that follow one another make one paragraph, items one list; headings and disputes stand alone. */
function runsOf(lines: readonly CardLine[]): readonly (readonly CardLine[])[] {
  const runs: CardLine[][] = []
  for (const line of lines) {
    const run = runs.at(-1)
    if (run?.[0]?.kind === line.kind && (line.kind === 'text' || line.kind === 'item')) run.push(line)
    else runs.push([line])
  }
  return runs
}

function renderRun(run: readonly CardLine[], id: string): Markup {
  switch (run[0]?.kind) {
    case 'heading':
      return html`<h4>${run.map((line) => renderLine(line, id))}</h4>`
    case 'item':
      return html`<ul>${run.map((line) => html`<li>${renderLine(line, id)}</li>`)}</ul>`
    case 'dispute':
      return html`<p class="dispute"><span class="mark">Sources differ</span> ${run.map((line) => renderLine(line, id))}</p>`
    default:
      return html`<p>${run.map((line) => html`${renderLine(line, id)} `)}</p>`
  }
}

function renderLine({ text, cites }: CardLine, id: string): Markup {
  const numbers = cites.map(
    (number) => html`<a class="cite" href="#${id}-${number}" aria-label="source ${number}">[${number}]</a>`,
  )
  return html`${text}${numbers.length === 0 ? '' : html` <span class="cites">${numbers}</span>`}`
}

function renderSources(sources: readonly CardSource[], id: string): Markup {
  if (sources.length === 0) return nothing
  return html`<ol class="sources">
    ${sources.map(
      (source) => html`<li id="${id}-${source.number}" value="${source.number}">
        ${source.publisher}, ${source.published}${paragraphsText(source.paragraphs)}:
        ${source.url === undefined ? source.title : html`<a href="${source.url}" rel="noreferrer noopener">${source.title}</a>`}
      </li>`,
    )}
  </ol>`
}

function paragraphsText(numbers: readonly number[]): string {
  if (numbers.length === 0) return ''
  const listed = numbers.length < 2 ? numbers.join('') : `${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)}`
  return `, paragraph${numbers.length > 1 ? 's' : ''} ${listed}`
}

function renderNearby({ nearby }: Card, { askAddress }: Showing): Markup {
  if (nearby.length === 0) return nothing
  return html`<div class="nearby">
    <p class="label">You can ask</p>
    <ul>${nearby.map((question) => html`<li><a href="${askAddress(question)}" data-live>${question}</a></li>`)}</ul>
  </div>`
}

function renderActions({ actions }: Card, { actionAddress }: Showing): Markup {
  const links = actions.flatMap((action) => {
    const address = actionAddress(action)
    return address === undefined
      ? []
      : [html`<a class="button" href="${address}" data-live>${actionLabels[action]}</a>`]
  })
  return links.length === 0 ? nothing : html`<p class="actions">${links}</p>`
}
