// The fourth tab: what a channel would be sent for any period and mode, as each platform would show it.

import type { Engine } from '../../core/answering/engine.ts'
import { parseDay } from '../../core/briefing/span.ts'
import { type DigestMode, digestModes } from '../../core/desk/digestOrder.ts'
import { type AskPorts, shownThrice, visitOf } from './askTab.ts'
import { daysOf } from './daySlider.ts'
import { html, type Markup } from './markup.ts'
import type { PageQuery } from './pageQuery.ts'

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

export async function digestTab(
  ports: AskPorts,
  query: PageQuery,
  engine: Engine,
  { since, until, mode }: DigestQuery,
  reader: string,
): Promise<Markup> {
  const days = daysOf(engine)
  const from = since ?? days.at(-2) ?? days[0]
  const to = until ?? days.at(-1)
  const order = { kind: 'preview', briefing: query.briefing, since: from, until: to, mode } as const
  // Whoever reads the page may see what a channel would be sent; nothing is subscribed or sent by it.
  const visit = { ...visitOf(reader, undefined), mayManage: true }
  const shown = await ports.desk.respond(visit, { kind: 'digest', order, briefing: query.briefing })
  return html`<h1>Digest preview</h1>
    <p class="summary">What a channel would be sent for a period. Nothing is sent from here.</p>
    <form class="period" action="/digest" method="get" data-live>
      <input type="hidden" name="briefing" value="${query.briefing}">
      <p><label for="since">From</label> <input id="since" name="since" type="date" value="${from ?? ''}"></p>
      <p><label for="until">To</label> <input id="until" name="until" type="date" value="${to ?? ''}"></p>
      <p><label for="mode">Mode</label> <select id="mode" name="mode">
        ${digestModes.map((one) => html`<option value="${one}" ${one === mode ? 'selected' : ''}>${modeNames[one]}</option>`)}
      </select></p>
      <button type="submit">Preview</button>
    </form>
    ${shownThrice(ports, shown, { ...query, question: '' })}`
}
