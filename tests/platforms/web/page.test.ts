import { afterAll, describe, expect, test } from 'vitest'
import { engineOf } from '../../fakes/asking.ts'
import { briefingWith } from '../../fakes/briefingWith.ts'
import { openTestPage, type TestPageOptions, testToken } from '../../fakes/openTestPage.ts'

const hostile = '<script>alert(1)</script>"><img src=x onerror=alert(2)>'
const pages: { stop: () => Promise<void> }[] = []
afterAll(() => Promise.all(pages.map((page) => page.stop())))

async function open(options?: TestPageOptions) {
  const page = await openTestPage(options)
  pages.push(page)
  return page
}
const page = await open()
const get = async (path: string, from = page) => (await fetch(from.url + path)).text()
const post = (path: string, form: Record<string, string>, headers: Record<string, string> = {}, from = page) =>
  fetch(from.url + path, { method: 'POST', body: new URLSearchParams(form), headers, redirect: 'manual' })
const tabs = ['/', '/briefing', '/disagreements', '/digest', '/sources', '/curator']

describe('every tab', () => {
  test.each(tabs)('%s is whole without a script, and loads nothing from elsewhere', async (path) => {
    const response = await fetch(page.url + path)
    const html = await response.text()
    expect(response.status).toBe(200)
    expect(html).toMatch(/<\/html>\s*$/)
    expect(html).toContain('Tram strike')
    expect(html.match(/(?:src|href|action)="(?!\/|#|https:\/\/)[^"]*"/g)).toBeNull()
    expect(html).not.toMatch(/<(?:script|link|img|iframe)[^>]*(?:src|href)="(?!\/)/)
    expect(html).not.toMatch(/ style="| on\w+="|<style/)
  })
  test('is guarded by a policy that allows nothing inline and nothing foreign', async () => {
    const policy = (await fetch(page.url)).headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toMatch(/unsafe|\*|https?:/)
  })
  test('carries less than 100 KB of script', async () => {
    expect((await get('/assets/page.js')).length).toBeLessThan(100_000)
  })
  test('reads a file of style or script again only where it has changed', async () => {
    const first = await fetch(`${page.url}/assets/page.css`)
    const etag = first.headers.get('etag') ?? ''
    const again = await fetch(`${page.url}/assets/page.css`, { headers: { 'if-none-match': etag } })
    expect([first.status, again.status]).toEqual([200, 304])
  })
})

describe('asking', () => {
  test('gives the answer as Sitrep’s own and as both platforms’ messages', async () => {
    const html = await get('/?q=when+did+the+strike+begin')
    expect(html.match(/3 April/g)?.length).toBeGreaterThanOrEqual(3)
    expect(html).toContain('aria-label="The Discord message"')
    expect(html).toContain('aria-label="The Slack message"')
  })
  test('understands a question by those before it, which stand in the address', async () => {
    expect(await get('/?after=who+is+the+transport+minister&q=when+was+she+dismissed')).toContain('9 April')
  })
  test('answers as of a day', async () => {
    const question = '/?q=how+many+drivers+were+injured&asof='
    expect(await get(`${question}2031-04-06`)).not.toContain('44 drivers')
    expect(await get(`${question}2031-04-08`)).toContain('44 drivers')
  })
  test('shows what stands behind an answer', async () => {
    expect(await get('/?q=how+many+drivers+were+injured&view=conflicts')).toContain('Why they differ')
    expect(await get('/?q=how+many+drivers+were+injured&view=sources')).toContain('Trams stop')
  })
  test('prints hostile text as text', async () => {
    for (const part of ['q', 'after', 'find', 'asof', 'briefing', 'view', 'page']) {
      for (const path of ['/', '/briefing', '/digest']) {
        const html = await get(`${path}?q=x&${part}=${encodeURIComponent(hostile)}`)
        expect(html).not.toContain('<script>alert')
        expect(html).not.toContain('<img')
      }
    }
  })
  test('completes what is typed so far', async () => {
    const completions = (await (await fetch(`${page.url}/complete?q=vos`)).json()) as { value: string }[]
    expect(completions[0]?.value).toBe('Ilka Voss')
    expect(completions.length).toBeLessThanOrEqual(8)
  })
})

describe('a briefing that is hostile itself', () => {
  const engine = engineOf(
    briefingWith({
      head: { title: hostile, summary: hostile, overview: ['fact-1', 'fact-2'] },
      sources: [
        {
          id: 'alder',
          publisher: hostile,
          title: hostile,
          published: '2031-04-02',
          url: 'https://example.org/?a="><b>',
        },
        { id: 'birch', publisher: 'The Birch', title: '](javascript:alert(1))', published: '2031-04-09' },
      ],
      entities: [{ id: 'mob', kind: 'group', name: hostile, roles: [{ title: hostile }] }],
      facts: ['at least 3 cats', '40 cats'].map((howMany, i) => ({
        statement: hostile,
        standing: 'claimed',
        frame: { what: hostile, howMany, when: `2031-04-0${i + 1}`, saidBy: 'mob' },
        asks: [hostile],
        citations: [{ source: i === 0 ? 'alder' : 'birch' }],
      })),
    }),
  )
  test.each([...tabs, '/?q=how+many+cats', '/?q=%2Ftimeline+cats'])('is shown as text on %s', async (path) => {
    const html = await get(path, await open({ engines: [engine] }))
    expect(html).not.toMatch(/<script>alert|<img|<b>/)
    expect(html).not.toMatch(/href="javascript:/)
  })
})

describe('what is not for everyone', () => {
  const secret = 'Where is the golden tram?'
  const enter = async (from = page) => {
    const entered = await post('/curator/enter', { token: testToken }, {}, from)
    return (entered.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  }
  test('is closed without the token, and says how to enter', async () => {
    await get(`/?q=${encodeURIComponent(secret)}`)
    expect(await get('/curator')).not.toContain(secret)
    expect(await get('/curator')).toContain("The operator's token")
  })
  test('opens with the token, which itself is not kept in the browser', async () => {
    const cookie = await enter()
    expect(cookie).not.toContain(encodeURIComponent(testToken))
    const html = await (await fetch(`${page.url}/curator`, { headers: { cookie } })).text()
    expect(html).toContain(secret)
    expect(html).toContain('live')
  })
  test('stays closed for a wrong token, a forged proof, and where no token is set', async () => {
    const wrong = await post('/curator/enter', { token: 'wrong' })
    expect([wrong.headers.get('set-cookie'), wrong.headers.get('location')]).toEqual([null, '/curator?wrong=1'])
    const forged = await fetch(`${page.url}/curator`, { headers: { cookie: `sitrep_operator=${'0'.repeat(64)}` } })
    expect(await forged.text()).not.toContain('Asked in vain')
    const without = await open({ operatorToken: null })
    expect((await post('/curator/enter', { token: '' }, {}, without)).headers.get('set-cookie')).toBeNull()
    expect(await get('/curator', without)).toContain('SITREP_OPERATOR_TOKEN')
  })
  test('a proof does not open another process', async () => {
    const other = await open()
    const html = await (await fetch(`${other.url}/curator`, { headers: { cookie: await enter() } })).text()
    expect(html).not.toContain('Asked in vain')
  })
  test('a form of another site is refused', async () => {
    const foreign = [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://example.org' }]
    for (const headers of foreign) {
      expect((await post('/curator/enter', { token: testToken }, headers)).status).toBe(403)
      expect((await post('/report', { handle: 'x', text: 'y' }, headers)).status).toBe(403)
    }
  })
  test('tells of problems and of an edit that is broken', async () => {
    const from = await open({
      brokenEdits: [{ slug: 'invented', message: 'facts/all.yaml:3: is torn', since: new Date('2031-04-14') }],
      problems: async () => [{ file: 'facts/all.yaml', line: 3, message: 'has no source <b>' }],
    })
    const html = await (await fetch(`${from.url}/curator`, { headers: { cookie: await enter(from) } })).text()
    expect(html).toContain('is torn')
    expect(html).toContain('has no source &lt;b&gt;')
    // Everybody sees that what is shown is not the newest, and nothing more.
    const everybody = await get('/', from)
    expect(everybody).toContain('newer edit of this briefing is broken')
    expect(everybody).not.toContain('is torn')
  })
})

describe('a report', () => {
  test('reaches the curator, and leads back to the answer', async () => {
    const html = await get('/?q=when+did+the+strike+begin')
    const handle = /name="handle" value="(\w+)"/.exec(html)?.[1] ?? ''
    const answer = await post('/report', { handle, text: 'It began earlier.', back: '/?q=x' })
    expect(await answer.text()).toContain('href="/?q=x"')
    expect(await page.gaps.list()).toContainEqual(
      expect.objectContaining({ kind: 'report', text: 'It began earlier.' }),
    )
  })
  test.each(['https://example.org', '//example.org', '/\\example.org', 'javascript:alert(1)'])(
    'does not lead to %s',
    async (back) => {
      const answer = await post('/report', { handle: 'none', text: 'x', back })
      expect(await answer.text()).toContain('<a href="/">Back')
    },
  )
})

describe('the digest preview', () => {
  test('shows what a period changed', async () => {
    const html = await get('/digest?since=2031-04-08&until=2031-04-08')
    expect(html).toContain('44 drivers')
  })
  test('replays day by day', async () => {
    const html = await get('/digest?since=2031-04-06&until=2031-04-08&mode=replay')
    for (const day of ['6 April 2031', '7 April 2031', '8 April 2031']) expect(html).toContain(`<h2>${day}</h2>`)
  })
  test('says what is wrong with a period', async () => {
    expect(await get('/digest?since=2031-04-08&until=2031-04-06')).toContain('before it begins')
  })
})
