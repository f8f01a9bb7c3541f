// Wakes what has to look again from time to time. What is to be done then follows from the ledger, so that a wake that is
// lost costs nothing but the time until the next.

import { schedule } from 'node-cron'

/** Calls; gives what stops it. */
export type Wake = (look: () => void) => { readonly stop: () => void }

/** At every fifth second of the clock. */
export const wakeOften: Wake = (look) => {
  const task = schedule('*/5 * * * * *', look, { timezone: 'UTC', suppressMissedWarning: true, unref: true })
  return { stop: () => void task.destroy() }
}
