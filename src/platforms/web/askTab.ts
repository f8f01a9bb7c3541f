// The first tab: asks as in chat, and shows the answer as Sitrep's own and as each platform's message.

import type { Engine } from '../../core/answering/engine.ts'
import type { Card, CardAction } from '../../core/cards/card.ts'
import { readRequest } from '../../core/desk/readRequest.ts'
import type { Desk, OpenRequest, Shown, Visit } from '../../core/desk/request.ts'
import type { NewId, Threads } from '../../core/ports.ts'
import { timelineFigure } from './briefingTab.ts'
import { html, type Markup, nothing } from './markup.ts'
import { addressOf, type PageQuery } from './pageQuery.ts'
import { renderCard } from './renderCard.ts'
import { type Payloads, thrice } from './thrice.ts'

export type AskPorts = {
  readonly desk: Desk
  readonly threads: Threads
  readonly newId: NewId
  readonly payloads: Payloads
}

export async function askTab(ports: AskPorts, query: PageQuery, engine: Engine, reader: string): Promise<Markup> {
  if (query.question.trim() === '')
    return html`<h1 class="hidden">Ask the briefing</h1>${askForm(query, 'Ask the briefing')}${await opening(ports, query, engine, reader)}`
  const shown = await respond(ports, query, reader)
  return html`${askForm(nextOf(query), 'Ask a follow-up')}
    ${conversation(query)}
    <h1 id="answer" tabindex="-1">${query.question}</h1>
    ${shownThrice(ports, shown, query)}
    <p class="again"><a href="${addressOf('/', { briefing: engine.briefing.slug, asOf: query.asOf })}" data-live>Start over</a></p>`
}

function shownThrice({ payloads }: AskPorts, { card, handle }: Shown, query: PageQuery): Markup {
  const next = nextOf(query)
  const showing = {
    askAddress: (question: string) => addressOf('/', { ...next, question }),
    actionAddress: (action: CardAction) => {
      // A report has its form, and a page is shared by its address.
      if (action === 'report' || action === 'share' || query.view === action) return undefined
      return addressOf('/', { ...query, view: action })
    },
  }
  return thrice(payloads(card, handle), card, 0, showing, reportForm(handle, card, query))
}

/** The address parts of a question that follows this one. */
function nextOf(query: PageQuery): PageQuery {
  const after = query.question.trim() === '' ? query.after : [...query.after, query.question]
  return { ...query, after, question: '', view: undefined }
}

/** What the reader finds before asking: the briefing in short, and its chronology. */
async function opening({ desk }: AskPorts, query: PageQuery, engine: Engine, reader: string): Promise<Markup> {
  const request: OpenRequest = { kind: 'overview', briefing: query.briefing, asOf: query.asOf }
  const { card } = await desk.respond(visitOf(reader, undefined), request)
  const own = renderCard(card, {
    id: 'source',
    askAddress: (question) => addressOf('/', { ...query, question }),
    actionAddress: () => undefined,
  })
  return html`<h2 class="hidden">In short</h2><div class="opening">${own}${timelineFigure(query, engine)}</div>`
}

/** The conversation stands in the address, so that a page can be shared and loaded again; the desk reads it as a thread. */
async function respond({ desk, threads, newId }: AskPorts, query: PageQuery, reader: string): Promise<Shown> {
  const thread = `web/${newId()}`
  for (const question of query.after) await threads.add(thread, question)
  const typed = readRequest(query.question)
  const request = { ...typed, briefing: typed.briefing ?? query.briefing, asOf: typed.asOf ?? query.asOf }
  const visit = visitOf(reader, thread)
  const shown = await desk.respond(visit, request)
  if (query.view === undefined || shown.handle === undefined) return shown
  return desk.respond(visit, { kind: 'press', handle: shown.handle, action: query.view })
}

/** Each reader of the page is a channel of his own. */
export function visitOf(reader: string, thread: string | undefined): Visit {
  return { platform: 'web', tenant: 'page', channel: reader, user: reader, thread, mayManage: false }
}

function conversation({ after, ...query }: PageQuery): Markup {
  if (after.length === 0) return nothing
  const links = after.map(
    (question, i) =>
      html`<li><a href="${addressOf('/', { ...query, after: after.slice(0, i), question, view: undefined })}" data-live>${question}</a></li>`,
  )
  return html`<div class="earlier"><p class="label">Asked before</p><ol>${links}</ol></div>`
}

function askForm(query: PageQuery, label: string): Markup {
  return html`<form class="ask" action="/" method="get" role="search" data-live data-ask>
    <input type="hidden" name="briefing" value="${query.briefing}">
    ${query.asOf === undefined ? nothing : html`<input type="hidden" name="asof" value="${query.asOf}">`}
    ${query.after.map((one) => html`<input type="hidden" name="after" value="${one}">`)}
    <label for="q">${label}</label>
    <div class="field">
      <input id="q" name="q" type="text" required maxlength="1000" autocomplete="off" autocapitalize="off" spellcheck="false">
      <button type="submit">Ask</button>
    </div>
  </form>`
}

function reportForm(handle: string | undefined, card: Card, query: PageQuery): Markup {
  if (handle === undefined || !card.actions.includes('report')) return nothing
  return html`<details class="report" id="report"><summary>Report a problem</summary>
    <form action="/report" method="post">
      <input type="hidden" name="handle" value="${handle}">
      <input type="hidden" name="back" value="${addressOf('/', query)}">
      <label for="report-text">What is wrong? The curator reads it, without your name.</label>
      <textarea id="report-text" name="text" rows="3" maxlength="2000" required></textarea>
      <button type="submit">Send</button>
    </form></details>`
}
