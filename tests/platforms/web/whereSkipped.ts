import { browserPath, hasBrowser } from '../../../scripts/openBrowser.ts'

/** What the names of tests in a browser say where there is none. */
export const whereSkipped = hasBrowser ? '' : ` (skipped: no ${browserPath})`
