// What a reader of the page waits for: the first paint of each tab from the program as it runs, the script that comes with
// it, and the pictures, drawn anew each time.

import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { browserPath, hasBrowser, openBrowser } from '../../scripts/openBrowser.ts'
import { startSitrep } from '../../scripts/startSitrep.ts'
import type { Bar } from '../bars.ts'
import { alignColumns } from '../formatTable.ts'
import { quantile } from '../quantile.ts'
import { measurePictures } from './measurePictures.ts'

const tabs = ['/', '/?q=how+many+people+died', '/briefing', '/disagreements', '/digest', '/sources', '/curator']
const VISITS = 9
const MAX_MS = 300
const MAX_SCRIPT_KB = 100

/** Milliseconds from the request to the first content on the screen; runs in the browser. */
const firstPaint = `new Promise((resolve) => {
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntriesByName('first-contentful-paint')) resolve(entry.startTime)
  })
  observer.observe({ type: 'paint', buffered: true })
})`

export async function benchPage(): Promise<Bar[]> {
  return [...(await benchPictures()), ...(await benchPaint())]
}

async function benchPictures(): Promise<Bar[]> {
  const measured = await measurePictures(join(import.meta.dirname, '../../briefings'))
  const rows = measured.map(({ kind, ms }) => [
    kind,
    String(ms.length),
    ...[0.5, 1].map((share) => quantile(ms, share).toFixed(0)),
  ])
  console.log('\nPictures of the bundled briefing, from the facts to the PNG, none of them kept')
  console.log(alignColumns([['picture', 'drawn', 'median ms', 'worst ms'], ...rows]))
  return measured.map(({ kind, ms }) => {
    const worst = quantile(ms, 1)
    return { text: `slowest ${kind}: ${worst.toFixed(0)} ms, bar ${MAX_MS} ms`, holds: worst < MAX_MS }
  })
}

async function benchPaint(): Promise<Bar[]> {
  if (!hasBrowser) {
    console.log(`\nThe page in a browser: skipped, no ${browserPath}`)
    return []
  }
  const sitrep = await startSitrep()
  const browser = await openBrowser()
  try {
    const rows: string[][] = []
    const bars: Bar[] = []
    for (const tab of tabs) {
      const visits = []
      for (let i = 0; i < VISITS; i++) visits.push(await visit(browser, new URL(tab, sitrep.url).href))
      const median = quantile(
        visits.map(({ ms }) => ms),
        0.5,
      )
      const script = Math.max(...visits.map(({ scriptBytes }) => scriptBytes)) / 1024
      rows.push([tab, median.toFixed(0), script.toFixed(1)])
      bars.push(
        { text: `first paint of ${tab}: ${median.toFixed(0)} ms, bar ${MAX_MS} ms`, holds: median < MAX_MS },
        {
          text: `script of ${tab}: ${script.toFixed(1)} KB, bar ${MAX_SCRIPT_KB} KB`,
          holds: script < MAX_SCRIPT_KB,
        },
      )
    }
    console.log(`\nThe page in a browser on loopback, ${VISITS} visits a tab, each with nothing kept`)
    console.log(alignColumns([['tab', 'first paint, median ms', 'script KB'], ...rows]))
    return bars
  } finally {
    await browser.close()
    await sitrep.stop()
  }
}

async function visit(browser: Browser, url: string): Promise<{ ms: number; scriptBytes: number }> {
  const context = await browser.newContext()
  const page = await context.newPage()
  const scripts: Promise<number>[] = []
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.push(response.body().then(({ length }) => length))
  })
  await page.goto(url, { waitUntil: 'load' })
  const ms = await page.evaluate<number>(firstPaint)
  const sizes = await Promise.all(scripts)
  await context.close()
  return { ms, scriptBytes: sizes.reduce((sum, size) => sum + size, 0) }
}
