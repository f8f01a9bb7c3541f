// Gathers the statements of one turn of the event loop, so that they can be run together: a commit is dearer than most
// statements. It knows no database.

import { setImmediate as turnEnds } from 'node:timers/promises'
import type { Query, SqlRow, SqlValue } from './sql.ts'

/** A statement, and whom to tell what became of it. */
export type Waiting = {
  readonly text: string
  readonly values: readonly SqlValue[]
  readonly resolve: (rows: readonly SqlRow[]) => void
  readonly reject: (error: unknown) => void
}

/** `enqueue` gives the gathered statements their turn; `settle` runs them, and tells each what became of it. */
export function gatherStatements(
  enqueue: (work: () => Promise<void>) => void,
  settle: (all: readonly Waiting[]) => Promise<void>,
): Query {
  let gathered: Waiting[] = []
  const settleGathered = async () => {
    await turnEnds()
    const all = gathered
    gathered = []
    await settle(all)
  }
  return (text, ...values) =>
    new Promise((resolve, reject) => {
      if (gathered.push({ text, values, resolve, reject }) === 1) enqueue(settleGathered)
    })
}
