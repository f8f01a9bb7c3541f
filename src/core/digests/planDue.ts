// Puts into the ledger what has become due since it was last looked.

import type { Delivering } from './delivering.ts'
import { dueDeliveries } from './dueDeliveries.ts'

/** How many subscriptions are looked at together: a few milliseconds' work. */
const AT_ONCE = 50

type Planning = Pick<Delivering, 'ledger' | 'subscriptions' | 'nowMs' | 'graceMs'>

/**
 * Plans all that is due; a crash in the middle leaves the rest to the next one. `breathe` lets readers be answered in
 * between. Returns how many deliveries were planned.
 */
export async function planDue(tools: Planning, breathe: () => Promise<void>): Promise<number> {
  let count = 0
  while (true) {
    const nowMs = tools.nowMs()
    const waiting = await tools.subscriptions.list({ dueByMs: nowMs, limit: AT_ONCE })
    if (waiting.length === 0) return count
    const due = waiting.map((one) => dueDeliveries(one, nowMs, tools.graceMs))
    const added = await tools.ledger.plan(due.flatMap((one) => one.deliveries))
    count += added.length
    await Promise.all(
      waiting.map((one, i) => tools.subscriptions.change(one.id, { dueMs: due[i]?.nextMs ?? one.dueMs })),
    )
    await breathe()
  }
}
