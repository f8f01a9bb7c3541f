// The page: reads an address, draws the tab, and answers the few requests of the page's script. It knows hono, not the server.

import { getConnInfo } from '@hono/node-server/conninfo'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Engine } from '../../core/answering/engine.ts'
import { type AskPorts, askTab, visitOf } from './askTab.ts'
import { openAssets } from './assets.ts'
import { briefingTab } from './briefingTab.ts'
import { conflictsTab } from './conflictsTab.ts'
import { type CuratorPorts, curatorTab } from './curatorTab.ts'
import { daySlider } from './daySlider.ts'
import { digestTab, readDigestQuery } from './digestTab.ts'
import { layout, type TabPath } from './layout.ts'
import { html, type Markup } from './markup.ts'
import { doorPage, openOperator } from './operator.ts'
import { type PageQuery, readPageQuery } from './pageQuery.ts'
import { sourcesTab } from './sourcesTab.ts'

export type PagePorts = AskPorts &
  CuratorPorts & {
    /** Without one nobody sees what is not for everyone. */
    readonly operatorToken: string | undefined
  }

/** The longest form that is read, in bytes. */
const MAX_FORM = 16_384
/** Completions that a screen shows at once. */
const MOST_COMPLETIONS = 8

/** The routes of the page, to be mounted at the root. */
export function openPage(ports: PagePorts): Hono {
  const { library, desk, operatorToken } = ports
  const operator = openOperator(operatorToken)
  const app = new Hono()
  const pageOf = openLayout(ports)

  app.route('/assets', openAssets())
  app.get('/', async (c) => {
    const { query, engine } = readAddress(c)
    return pageOf(c, '/', query.question || 'Ask', query, engine, await askTab(ports, query, engine, readerOf(c)))
  })
  app.get('/briefing', (c) => {
    const { query, engine } = readAddress(c)
    return pageOf(c, '/briefing', 'Briefing', query, engine, briefingTab(query, engine))
  })
  app.get('/disagreements', (c) => {
    const { query, engine } = readAddress(c)
    return pageOf(c, '/disagreements', 'Where sources disagree', query, engine, conflictsTab(query, engine))
  })
  app.get('/sources', (c) => {
    const { query, engine } = readAddress(c)
    return pageOf(c, '/sources', 'Sources', query, engine, sourcesTab(query, engine))
  })
  app.get('/digest', (c) => {
    const { query, engine } = readAddress(c)
    const digest = readDigestQuery((name) => c.req.query(name))
    return pageOf(c, '/digest', 'Digest', query, engine, digestTab(ports.payloads, query, engine, digest))
  })
  app.get('/curator', async (c) => {
    const { query, engine } = readAddress(c)
    c.header('cache-control', 'no-store')
    const content = operator.isKnown(c)
      ? await curatorTab(ports)
      : doorPage(operatorToken !== undefined, c.req.query('wrong') !== undefined)
    return pageOf(c, '/curator', 'Curator', query, engine, content)
  })

  app.get('/complete', (c) => {
    const { query } = readAddress(c)
    return c.json(desk.complete(query.question, query.briefing).slice(0, MOST_COMPLETIONS))
  })
  app.use('/curator/*', ownFormsOnly, bodyLimit({ maxSize: MAX_FORM }))
  app.use('/report', ownFormsOnly, bodyLimit({ maxSize: MAX_FORM }))
  app.post('/curator/enter', async (c) => {
    const { token } = await c.req.parseBody()
    return c.redirect(operator.enter(c, String(token ?? '')) ? '/curator' : '/curator?wrong=1', 303)
  })
  app.post('/curator/leave', (c) => {
    operator.leave(c)
    return c.redirect('/curator', 303)
  })
  app.post('/report', async (c) => {
    const { handle, text, back } = await c.req.parseBody()
    const report = { kind: 'report', handle: String(handle ?? ''), text: String(text ?? '') } as const
    const { card } = await desk.respond(visitOf(readerOf(c), undefined), report)
    const { query, engine } = readAddress(c)
    return pageOf(
      c,
      '/',
      'Report',
      query,
      engine,
      reported(
        card.lines.map((line) => line.text),
        String(back ?? '/'),
      ),
    )
  })
  return app

  function readAddress(c: Context): { query: PageQuery; engine: Engine } {
    const engines = library.engines()
    const query = readPageQuery(c, engines)
    const engine = engines.find(({ briefing }) => briefing.slug === query.briefing)
    if (engine === undefined) throw new Error('a library holds at least one briefing')
    return { query, engine }
  }
}

/** Whom the limits count. */
function readerOf(c: Context): string {
  return getConnInfo(c).remote.address ?? 'unknown'
}

/** Tabs whose content depends on the day. */
const datedTabs: readonly TabPath[] = ['/', '/briefing', '/disagreements', '/sources']

function openLayout({ desk, library }: PagePorts) {
  return (c: Context, path: TabPath, title: string, query: PageQuery, engine: Engine, content: Markup) =>
    c.html(
      layout({
        path,
        title,
        query,
        briefings: desk.briefings(),
        isBehind: library.brokenEdits().some(({ slug }) => slug === query.briefing),
        days: datedTabs.includes(path) ? daySlider(path, query, engine) : undefined,
        content,
      }),
    )
}

/** A form of another site's page is refused: browsers say where a form stands. */
async function ownFormsOnly(c: Context, next: () => Promise<void>) {
  const from = c.req.header('sec-fetch-site')
  const origin = c.req.header('origin')
  const isForeign =
    from === undefined ? origin !== undefined && origin !== new URL(c.req.url).origin : from !== 'same-origin'
  if (c.req.method === 'POST' && isForeign) return c.text('This form is not one of this page.', 403)
  await next()
}

function reported(texts: readonly string[], back: string): Markup {
  // Only an address of this page leads back.
  const address = /^\/(?![/\\])/.test(back) ? back : '/'
  return html`<h1>Report</h1>${texts.map((text) => html`<p>${text}</p>`)}<p><a href="${address}">Back to the answer</a></p>`
}
