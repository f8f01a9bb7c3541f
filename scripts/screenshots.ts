// Pictures of the page for README.md, taken in a browser from the program as it runs. `npm run screenshots` writes them anew.

import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { openBrowser } from './openBrowser.ts'
import { startSitrep } from './startSitrep.ts'

const root = join(import.meta.dirname, '..')
const pictures = join(root, 'docs/pictures')

type View = {
  readonly name: string
  readonly path: string
  readonly width: number
  readonly height: number
  readonly colours?: 'light' | 'dark'
  /** Shown at the top of the picture. */
  readonly from?: string
}

const views: readonly View[] = [
  { name: 'page', path: '/', width: 1280, height: 860 },
  {
    name: 'answer',
    path: '/?q=how+many+law+enforcement+officers+were+killed',
    width: 1280,
    height: 1060,
    from: '#answer',
  },
  { name: 'answer-dark', path: '/?q=where+is+the+almaty+airport', width: 1280, height: 900, colours: 'dark' },
  { name: 'briefing', path: '/briefing?asof=2022-01-11', width: 1280, height: 900 },
  { name: 'disagreements', path: '/disagreements', width: 1280, height: 760, from: '#conflict-8' },
  { name: 'digest', path: '/digest?since=2022-01-12&until=2022-01-13', width: 1280, height: 900 },
  { name: 'sources', path: '/sources', width: 1280, height: 800, colours: 'dark' },
  { name: 'phone', path: '/?q=how+many+people+were+arrested', width: 390, height: 844 },
]

const sitrep = await startSitrep()
try {
  await mkdir(pictures, { recursive: true })
  const browser = await openBrowser()
  for (const view of views) await take(browser, sitrep.url, view)
  await browser.close()
} finally {
  await sitrep.stop()
}

async function take(browser: Browser, url: string, { name, path, width, height, colours = 'light', from }: View) {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme: colours })
  await page.goto(new URL(path, url).href)
  if (from !== undefined)
    await page.evaluate(`document.querySelector('${from}').scrollIntoView({ behavior: 'instant' })`)
  const file = join(pictures, `${name}.png`)
  const { length } = await page.screenshot({ path: file })
  console.log(`${file} ${Math.round(length / 1024)} KB`)
  await page.close()
}
