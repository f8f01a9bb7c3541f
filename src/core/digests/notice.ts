// Tells the admin of a subscription what went wrong with it: a delivery like any other, so that it arrives once.

import { type Card, noticeCard } from '../cards/card.ts'
import { titleOf } from '../enginesOf.ts'
import type { Delivering } from './delivering.ts'
import { type Delivery, deliveryKey } from './ledger.ts'

/** Plans the notice of a delivery that failed; planning it again does nothing. */
export async function tellAdmin(delivery: Delivery, what: string, tools: Delivering): Promise<void> {
  const { library, subscriptions, ledger, nowMs } = tools
  const [subscription] = await subscriptions.list({ id: delivery.subscription })
  const admin = subscription?.admin
  if (delivery.kind === 'notice' || subscription === undefined || admin === undefined) return
  const { briefing, period } = delivery
  const place = { ...delivery.place, channel: admin }
  await ledger.plan([
    {
      key: deliveryKey('notice', place, briefing, subscription.id, period.start),
      kind: 'notice',
      subscription: subscription.id,
      place,
      briefing,
      period: { start: period.start, startMs: nowMs() },
      isLate: false,
      state: 'planned',
      note: `The digest "${titleOf(library, briefing)}" for channel ${delivery.place.channel}, due ${spoken(period.start)} (${subscription.zone}): ${what}`,
    },
  ])
}

/** "2031-05-02 09:00". */
export const spoken = (start: string) => start.replace('T', ' ')

/** The reference stands on it, as a notice has no buttons that carry it. */
export function noticeOf(delivery: Delivery, reference: string): Card {
  return { ...noticeCard(delivery.note ?? ''), stamp: `Sitrep, reference ${reference}` }
}
