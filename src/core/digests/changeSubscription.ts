// Pauses, resumes or removes one of a channel's subscriptions.

import { type Card, noticeCard } from '../cards/card.ts'
import type { DigestOrder } from '../desk/digestOrder.ts'
import { titleOf } from '../enginesOf.ts'
import type { DigestDeskPorts } from './digestDeskPorts.ts'
import { nextPeriods } from './schedule.ts'
import { nextThree } from './subscriptionCards.ts'
import type { Place, Subscription } from './subscriptions.ts'

type Change = Extract<DigestOrder, { kind: 'pause' | 'resume' | 'remove' }>

export async function changeSubscription(ports: DigestDeskPorts, place: Place, order: Change): Promise<Card> {
  const here = await ports.subscriptions.list({ place })
  const named = order.subscription.trim().toLowerCase()
  const chosen = named === '' && here.length === 1 ? here[0] : here.find((one) => one.id === named)
  if (chosen !== undefined) return carryOut(ports, chosen, order.kind)
  if (here.length === 0) return noticeCard('This channel has no digest.')
  return noticeCard(`Name one of this channel's digests: ${here.map((one) => one.id).join(', ')}.`)
}

async function carryOut(
  { subscriptions, library, clock }: DigestDeskPorts,
  subscription: Subscription,
  deed: Change['kind'],
): Promise<Card> {
  const { id, schedule, zone, origin } = subscription
  const title = `The digest of "${titleOf(library, subscription.briefing)}" (${id})`
  const nowMs = clock.now().getTime()
  switch (deed) {
    case 'pause':
      await subscriptions.change(id, { status: 'paused', note: undefined })
      return noticeCard(`${title} is paused.`)
    case 'resume': {
      // What a pause went over is not made up for.
      const [next] = nextPeriods({ cron: schedule, zone }, nowMs, 1)
      await subscriptions.change(id, { status: 'active', note: undefined, dueMs: next?.startMs ?? nowMs })
      return noticeCard(`${title} goes on.`, nextThree(subscription, nowMs))
    }
    case 'remove':
      if (origin === 'declared')
        return noticeCard(
          `${title} is declared in the configuration, where the operator can remove it. You can pause it.`,
        )
      await subscriptions.remove(id)
      return noticeCard(`${title} is removed.`)
  }
}
