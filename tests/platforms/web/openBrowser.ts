// The browser that tests of the page run in: Debian's Chromium, without a screen, which reaches nothing but this machine.

import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const path = '/usr/bin/chromium'

export const hasBrowser = existsSync(path)
/** What the tests' names say where there is none. */
export const whereSkipped = hasBrowser ? '' : ` (skipped: no ${path})`

export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: path,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}
