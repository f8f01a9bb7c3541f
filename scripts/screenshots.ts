// Pictures of the page for README.md, taken in a browser from the program as it runs. `npm run screenshots` writes them anew.

import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { type Browser, chromium } from 'playwright-core'

const root = join(import.meta.dirname, '..')
const pictures = join(root, 'docs/pictures')
const browserPath = '/usr/bin/chromium'

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

const state = await mkdtemp(join(tmpdir(), 'sitrep-screenshots-'))
const sitrep = spawn(process.execPath, [join(root, 'src/main.ts'), 'serve'], {
  env: { ...process.env, PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'info', SITREP_STATE: join(state, 'state.sqlite') },
  stdio: ['ignore', 'pipe', 'inherit'],
})
try {
  const url = await addressOf(sitrep)
  await mkdir(pictures, { recursive: true })
  const browser = await chromium.launch({ executablePath: browserPath, args: ['--no-sandbox', '--disable-gpu'] })
  for (const view of views) await take(browser, url, view)
  await browser.close()
} finally {
  const ended = once(sitrep, 'exit')
  sitrep.kill()
  await ended
  await rm(state, { recursive: true })
}

/** Where the page is, as the program's log says. */
async function addressOf(child: ChildProcessByStdio<null, Readable, null>): Promise<string> {
  for await (const line of createInterface({ input: child.stdout })) {
    const { url } = JSON.parse(line) as { url?: string }
    if (url !== undefined) {
      // What it logs from now on is not read, and must not fill the pipe.
      child.stdout.resume()
      return url
    }
  }
  throw new Error('sitrep serve ended before its page was there')
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
