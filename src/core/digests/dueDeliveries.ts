// What a subscription owes at a moment: the period that is due, and those that were missed. A pure function of what the
// ledger holds, so that whoever computes it at whatever time plans the same.

import { deliveryKey, type NewDelivery, type Period } from './ledger.ts'
import { periodsAfter } from './schedule.ts'
import type { Subscription } from './subscriptions.ts'

export type Due = {
  /** In the order of their periods. */
  readonly deliveries: readonly NewDelivery[]
  /** When the next period starts, which is not due yet. */
  readonly nextMs: number
}

/** How late a digest may start without saying that it is late: the minute between two wakes, and some more. */
export const ON_TIME_MS = 5 * 60_000
/** Of more missed periods than these the first ones are recorded, the last of them for all that follow. */
const MOST_RECORDED = 200

/**
 * Periods from the subscription's `dueMs` to now. Of those that are not older than the grace time the newest is planned: it
 * tells all that is new since the channel's last digest, so that the others would have nothing to add. They are recorded
 * as skipped, as the older ones are.
 */
export function dueDeliveries(subscription: Subscription, nowMs: number, graceMs: number): Due {
  const { cron, zone } = { cron: subscription.schedule, zone: subscription.zone }
  const { missed, nextMs, isCut } = periodsUntil(periodsAfter({ cron, zone }, subscription.dueMs - 1), nowMs)
  if (isCut) {
    const rest = dueDeliveries({ ...subscription, dueMs: Math.max(nowMs - graceMs, nextMs) }, nowMs, graceMs)
    const skipped = missed.map((period, i) =>
      skip(
        subscription,
        period,
        i === missed.length - 1 ? 'missed, like all that follow until the next one listed' : 'missed',
      ),
    )
    return { deliveries: [...skipped, ...rest.deliveries], nextMs: rest.nextMs }
  }
  const newest = missed.at(-1)
  const deliveries = missed.map((period) => {
    if (nowMs - period.startMs > graceMs) return skip(subscription, period, 'missed for longer than the grace time')
    if (period !== newest) return skip(subscription, period, `missed; told with the digest of ${newest?.start}`)
    return plan(subscription, period, nowMs - period.startMs > ON_TIME_MS)
  })
  return { deliveries, nextMs }
}

function periodsUntil(periods: Iterable<Period>, nowMs: number) {
  const missed: Period[] = []
  for (const period of periods) {
    if (period.startMs > nowMs) return { missed, nextMs: period.startMs, isCut: false }
    if (missed.length === MOST_RECORDED) return { missed, nextMs: period.startMs, isCut: true }
    missed.push(period)
  }
  throw new Error('a schedule has no end')
}

function plan({ id, place, briefing }: Subscription, period: Period, isLate: boolean): NewDelivery {
  const key = deliveryKey('digest', place, briefing, id, period.start)
  return { key, kind: 'digest', subscription: id, place, briefing, period, isLate, state: 'planned', note: undefined }
}

const skip = (subscription: Subscription, period: Period, note: string): NewDelivery => ({
  ...plan(subscription, period, true),
  state: 'skipped',
  note,
})
