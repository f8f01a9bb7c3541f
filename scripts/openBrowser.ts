// The browser that pictures are taken and the page is tested in: Debian's Chromium, without a screen, which reaches nothing
// but this machine.

import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

export const browserPath = '/usr/bin/chromium'
export const hasBrowser = existsSync(browserPath)

export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: browserPath,
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
