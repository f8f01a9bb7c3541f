// Does what somebody orders about a channel's digests, and says so in a card.

import { type Card, type CardAction, noticeCard } from '../cards/card.ts'
import type { DigestOrder } from '../desk/digestOrder.ts'
import type { DigestDesk, Visit } from '../desk/request.ts'
import { engineOf } from '../enginesOf.ts'
import { aboutDigest } from './aboutDigest.ts'
import { changeSubscription } from './changeSubscription.ts'
import { composeCatchUp } from './composeCatchUp.ts'
import type { DigestDeskPorts } from './digestDeskPorts.ts'
import { previewDigest } from './previewDigest.ts'
import { subscribe } from './subscribe.ts'
import { listSubscriptions, placeOf } from './subscriptionCards.ts'

export function openDigestDesk(ports: DigestDeskPorts): DigestDesk {
  const { library, lastLooks, clock } = ports
  return {
    answer: (visit, order, about) => answerDigestOrder(ports, visit, order, about),
    async catchUp(visit, slug) {
      const engine = engineOf(library, slug)
      if (engine === undefined) return noticeCard(`There is no briefing "${slug}".`)
      const nowMs = clock.now().getTime()
      const reader = `${visit.platform}/${visit.tenant}/${visit.user}`
      return composeCatchUp(engine, await lastLooks.look(reader, slug, nowMs), nowMs)
    },
  }
}

async function answerDigestOrder(
  ports: DigestDeskPorts,
  visit: Visit,
  order: DigestOrder,
  about: CardAction | 'answer' = 'answer',
): Promise<Card> {
  const { library, subscriptions } = ports
  if (order.kind === 'sent') return sentCard(ports, visit, order.delivery, about)
  const place = placeOf(visit)
  if (place === undefined)
    return noticeCard('Digests are delivered to channels on Discord and Slack; order them there.')
  if (!visit.mayManage)
    return noticeCard('Digests of this channel are the business of those who manage it. Ask one of them.')
  switch (order.kind) {
    case 'subscribe':
      return subscribe(ports, place, visit.user, order)
    case 'preview':
      return previewDigest(ports, place, order, about)
    case 'list':
      return listSubscriptions(await subscriptions.list({ place }), library)
    default:
      return changeSubscription(ports, place, order)
  }
}

/** A digest that this channel was sent, or what stands behind it. */
async function sentCard(
  { ledger, library }: DigestDeskPorts,
  { platform, tenant, channel }: Visit,
  key: string,
  about: CardAction | 'answer',
): Promise<Card> {
  const [delivery] = await ledger.list({ key })
  const engine = engineOf(library, delivery?.briefing)
  const place = delivery?.place
  const isHere = place?.platform === platform && place.tenant === tenant && place.channel === channel
  if (delivery?.frozen === undefined || engine === undefined || !isHere)
    return noticeCard('This digest is too old for its buttons.')
  return aboutDigest(engine, delivery.frozen, about)
}
