import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { hasBrowser, openBrowser } from '../../../scripts/openBrowser.ts'
import type { Briefing } from '../../../src/core/briefing/briefing.ts'
import { engineOf } from '../../fakes/asking.ts'
import { briefingWith } from '../../fakes/briefingWith.ts'
import { openTestPage, type TestPage, testToken } from '../../fakes/openTestPage.ts'
import { tramStrike } from '../../fakes/tramStrike.ts'
import { whereSkipped } from './whereSkipped.ts'

const hostile = '<script>document.title="owned"</script><img src=x onerror=\'document.title="owned"\'>'
const hostileEngine = engineOf(
  briefingWith({
    head: { title: hostile, summary: hostile, overview: ['fact-1'] },
    entities: [{ id: 'mob', kind: 'group', name: hostile }],
    facts: ['at least 3 cats', '40 cats'].map((howMany, i) => ({
      statement: hostile,
      frame: { what: hostile, howMany, when: `2031-04-0${i + 1}`, saidBy: 'mob' },
      citations: [{ source: i === 0 ? 'alder' : 'birch' }],
    })),
  }),
)
/** Sources that can be looked up. */
function linkedTramStrike(): Briefing {
  const briefing = tramStrike()
  const linked = [...briefing.sources].map(
    ([id, source]) => [id, { ...source, url: `https://example.org/${id}` }] as const,
  )
  return { ...briefing, sources: new Map(linked) }
}
const tabs = [
  '/',
  '/?q=how+many+drivers+were+injured',
  '/briefing',
  '/disagreements',
  '/digest',
  '/sources',
  '/curator',
]

describe.skipIf(!hasBrowser)(`the page in a browser${whereSkipped}`, () => {
  let browser: Browser
  let server: TestPage
  let servers: TestPage[] = []
  const complaints: string[] = []

  beforeAll(async () => {
    browser = await openBrowser()
    server = await openTestPage({ engines: [engineOf(linkedTramStrike())] })
    servers = [server]
  })
  afterAll(async () => {
    await browser?.close()
    await Promise.all(servers.map((one) => one.stop()))
  })
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()))
    // A refusal by the policy, a script that fails, a request that leaves the machine: none of it ever happens.
    expect(complaints.splice(0)).toEqual([])
  })

  async function visit(path: string, options: BrowserContextOptions = {}, at = server): Promise<Page> {
    const context = await browser.newContext(options)
    const page = await context.newPage()
    page.setDefaultTimeout(8000)
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(String(error)))
    page.on('request', (request) => request.url().startsWith(at.url) || complaints.push(request.url()))
    await page.goto(at.url + path)
    return page
  }
  const answer = (page: Page) => page.locator('.card').first()
  const focused = (page: Page) => page.evaluate<string>('document.activeElement?.id')
  const ask = (page: Page) => page.getByLabel(/^Ask/).and(page.locator('input'))

  async function problemsOf(page: Page): Promise<string[]> {
    await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'))
    const { violations } = (await page.evaluate('axe.run()')) as AxeResults
    return violations
      .filter(({ impact }) => impact !== 'minor')
      .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target}`))
  }

  describe('every tab', () => {
    test.each(tabs)(
      '%s has no fault that axe finds more than minor, light and dark, and fits a phone of 360 px',
      async (path) => {
        const page = await visit(path, { colorScheme: 'light' })
        expect(await problemsOf(page)).toEqual([])
        await page.emulateMedia({ colorScheme: 'dark' })
        expect(await problemsOf(page)).toEqual([])
        await page.setViewportSize({ width: 360, height: 740 })
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
      },
    )
    test('is reached from the first one', async () => {
      const page = await visit('/')
      for (const name of ['Briefing', 'Disagreements', 'Digest', 'Sources', 'Curator', 'Ask']) {
        await page.getByRole('navigation').getByRole('link', { name }).click()
        await page.locator('a[aria-current="page"]', { hasText: name }).waitFor()
      }
    })
    test('is dark where the reader likes it dark', async () => {
      const backgroundOf = async (colorScheme: 'light' | 'dark') => {
        const page = await visit('/', { colorScheme })
        return page.evaluate<string>('getComputedStyle(document.body).backgroundColor')
      }
      expect(await backgroundOf('dark')).not.toBe(await backgroundOf('light'))
    })
  })

  describe('asking', () => {
    test('answers in place, three times over, and the address keeps it', async () => {
      const page = await visit('/')
      await page.evaluate("document.body.setAttribute('data-same', '')")
      await ask(page).fill('when did the strike begin')
      await page.getByRole('button', { name: 'Ask' }).click()
      await page.getByRole('heading', { name: 'when did the strike begin' }).waitFor()
      expect(await answer(page).textContent()).toContain('3 April')
      expect(await page.getByRole('group', { name: 'The Discord message' }).textContent()).toContain('3 April')
      expect(await page.getByRole('group', { name: 'The Slack message' }).textContent()).toContain('3 April')
      expect(await page.locator('body[data-same]').count()).toBe(1)
      await page.reload()
      expect(await answer(page).textContent()).toContain('3 April')
    })
    test('a follow-up is understood, and going back shows the question before', async () => {
      const page = await visit('/?q=who+is+the+transport+minister')
      await ask(page).fill('when was she dismissed')
      await ask(page).press('Enter')
      await page.getByRole('heading', { name: 'when was she dismissed' }).waitFor()
      expect(await answer(page).textContent()).toContain('9 April')
      await page.goBack()
      await page.getByRole('heading', { name: 'who is the transport minister' }).waitFor()
    })
    test('a near question is asked by a click, and so is what stands behind the answer', async () => {
      const page = await visit('/?q=how+many+drivers+were+injured')
      await page.getByRole('link', { name: 'Where sources disagree' }).click()
      await page.getByText('Why they differ').first().waitFor()
      await page.goBack()
      const nearby = page.locator('.nearby a').first()
      await nearby.waitFor()
      const question = (await nearby.textContent()) ?? ''
      await nearby.click()
      await page.getByRole('heading', { name: question }).waitFor()
    })
    test('completes while one types, by keys alone', async () => {
      const page = await visit('/')
      await ask(page).focus()
      // The list for "vo" may come first, and give way to this one.
      const completed = page.waitForResponse(/[=]vos(&|$)/)
      await page.keyboard.type('vos')
      await completed
      await page.getByRole('option', { name: 'Ilka Voss', exact: true }).waitFor()
      await page.keyboard.press('ArrowDown')
      expect(await ask(page).getAttribute('aria-activedescendant')).toBe('completion-0')
      expect(await problemsOf(page)).toEqual([])
      await page.keyboard.press('Escape')
      expect(await page.getByRole('option').count()).toBe(0)
      await page.keyboard.type('s')
      await page.getByRole('option', { name: 'Ilka Voss', exact: true }).waitFor()
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { name: 'Ilka Voss' }).waitFor()
    })
    test('prints hostile questions as text', async () => {
      const page = await visit('/')
      await ask(page).fill(hostile)
      await ask(page).press('Enter')
      await page.getByRole('heading', { name: hostile }).waitFor()
      expect(await page.title()).not.toBe('owned')
    })
  })

  describe('the slider of days', () => {
    test('shows at once what was known then', async () => {
      const page = await visit('/?q=how+many+drivers+were+injured')
      const slider = page.getByRole('slider', { name: 'As known on' })
      expect(await slider.getAttribute('aria-valuetext')).toBe('12 April 2031')
      expect(await answer(page).textContent()).toContain('44')
      await slider.fill('5')
      await page.locator('.card:not(:has-text("44"))').first().waitFor()
      expect(await slider.getAttribute('aria-valuetext')).toBe('6 April 2031')
      expect(page.url()).toContain('asof=2031-04-06')
    })
    test('moves by keys, and says so where nothing was known yet', async () => {
      const page = await visit('/briefing')
      await page.getByRole('slider', { name: 'As known on' }).focus()
      await page.keyboard.press('Home')
      await page.getByText('nothing was known yet').waitFor()
      expect(await focused(page)).toBe('asof-range')
    })
    test('the day stays when the tab changes', async () => {
      const page = await visit('/briefing')
      await page.getByRole('slider', { name: 'As known on' }).fill('5')
      await page.waitForURL(/asof=2031-04-06/)
      await page.getByRole('link', { name: 'Sources' }).first().click()
      await page.waitForURL(/sources.*asof=2031-04-06/)
      await page.getByText('came out later').waitFor()
    })
  })

  test('where sources disagree each value stands with who says it, and its chart', async () => {
    const page = await visit('/disagreements')
    const section = page.getByRole('region', { name: 'Drivers injured' }).first()
    const rows = await section.getByRole('row').allTextContents()
    expect(rows.join('\n')).toMatch(/at least 31 drivers[\s\S]*Ostermoor Herald[\s\S]*44 drivers[\s\S]*The Courier/)
    expect(await section.getByRole('img', { name: /Drivers injured/ }).count()).toBe(1)
  })

  test('facts are found by their words', async () => {
    const page = await visit('/briefing')
    await page.getByLabel('Facts that hold the words').fill('betrayal')
    await page.getByRole('button', { name: 'Find' }).click()
    await page.getByText(/^1 of \d+ facts/).waitFor()
  })

  test('a digest is previewed for a period and a mode', async () => {
    const page = await visit('/digest')
    await page.getByLabel('From').fill('2031-04-06')
    await page.getByLabel('To', { exact: true }).fill('2031-04-08')
    await page.getByLabel('Mode').selectOption('replay')
    await page.getByRole('button', { name: 'Preview' }).click()
    await page.getByRole('heading', { name: '8 April 2031' }).waitFor()
    expect(await page.getByRole('group', { name: 'The Slack message' }).count()).toBe(3)
  })

  test('the curator enters with the token, sees what was asked in vain, and leaves', async () => {
    const page = await visit('/?q=how+heavy+is+the+golden+tram')
    await page.goto(`${server.url}/curator`)
    await page.getByLabel("The operator's token").fill(testToken)
    await page.getByRole('button', { name: 'Enter' }).click()
    await page.getByText('how heavy is the golden tram').waitFor()
    expect(await problemsOf(page)).toEqual([])
    await page.getByRole('button', { name: 'Leave' }).click()
    await page.getByLabel("The operator's token").waitFor()
  })

  describe('by keys alone', () => {
    test('one skips to the content, asks, and reads on', async () => {
      const page = await visit('/')
      await page.keyboard.press('Tab')
      expect(await page.evaluate<string>('document.activeElement.textContent')).toBe('Skip to the content')
      await page.keyboard.press('Enter')
      await page.locator('main:focus').waitFor()
      // The day comes before the question.
      for (let i = 0; i < 3 && (await focused(page)) !== 'q'; i += 1) await page.keyboard.press('Tab')
      expect(await focused(page)).toBe('q')
      await page.keyboard.type('when did the strike begin')
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { name: 'when did the strike begin' }).waitFor()
      expect(await focused(page)).toBe('answer')
      expect(await page.getByRole('status').last().textContent()).toContain('is answered')
    })
    test('every control is seen when it has the focus', async () => {
      const page = await visit('/')
      for (let i = 0; i < 12; i += 1) {
        await page.keyboard.press('Tab')
        const outline = await page.evaluate<string>(
          "document.activeElement === document.body ? 'none left' : getComputedStyle(document.activeElement).outlineStyle",
        )
        expect(['solid', 'auto', 'none left']).toContain(outline)
      }
    })
  })

  describe('without a script', () => {
    const options = { javaScriptEnabled: false }
    test('one asks and follows up', async () => {
      const page = await visit('/', options)
      await ask(page).fill('who is the transport minister')
      await page.getByRole('button', { name: 'Ask' }).click()
      await ask(page).fill('when was she dismissed')
      await page.getByRole('button', { name: 'Ask' }).click()
      expect(await answer(page).textContent()).toContain('9 April')
    })
    test('one chooses a day from a list', async () => {
      const page = await visit('/?q=how+many+drivers+were+injured', options)
      await page.getByLabel('As known on').selectOption('6 April 2031')
      await page.getByRole('button', { name: 'Show' }).click()
      expect(await answer(page).textContent()).not.toContain('44')
    })
    test('one previews a digest', async () => {
      const page = await visit('/digest', options)
      await page.getByLabel('From').fill('2031-04-08')
      await page.getByRole('button', { name: 'Preview' }).click()
      expect(await answer(page).textContent()).toContain('Tram strike')
    })
  })

  test.each([...tabs, '/?q=how+many+cats'])('a hostile briefing is shown as text on %s', async (path) => {
    const at = await openTestPage({ engines: [hostileEngine] })
    servers.push(at)
    const page = await visit(path, {}, at)
    expect(await page.title()).not.toBe('owned')
    expect(await page.locator('main img, main script').count()).toBe(0)
  })

  test('of several briefings one is chosen', async () => {
    const at = await openTestPage({ engines: [engineOf({ ...tramStrike(), slug: 'trams' }), hostileEngine] })
    servers.push(at)
    const page = await visit('/sources', {}, at)
    await page.getByLabel('Briefing').selectOption({ index: 1 })
    await page.waitForURL(/briefing=invented/)
    await page.getByRole('heading', { name: 'The Alder' }).waitFor()
  })
})
