// Shows a digest to whoever orders them, before the channel gets it.

import { type Card, type CardAction, noticeCard } from '../cards/card.ts'
import type { DigestOrder } from '../desk/digestOrder.ts'
import { engineOf } from '../enginesOf.ts'
import { aboutDigest } from './aboutDigest.ts'
import type { DigestDeskPorts } from './digestDeskPorts.ts'
import { lastTold } from './freeze.ts'
import { digestOfDays } from './prepareDigest.ts'
import { readDays } from './readDays.ts'
import { whichBriefing } from './subscribe.ts'
import type { Place } from './subscriptions.ts'

/** The digest of the days that are named, or else the one that the channel would be sent next. */
export async function previewDigest(
  { subscriptions, ledger, library, prepare, clock }: DigestDeskPorts,
  place: Place,
  { briefing, since, until, mode }: Extract<DigestOrder, { kind: 'preview' }>,
  about: CardAction | 'answer',
): Promise<Card> {
  const engine = engineOf(library, briefing)
  if (engine === undefined) return whichBriefing(library)
  if (since !== undefined || until !== undefined) {
    const days = readDays(engine.briefing, since ?? until ?? '', until)
    if (typeof days === 'string') return noticeCard(days)
    return aboutDigest(engine, digestOfDays(engine.briefing, days.first, days.last), about)
  }
  const here = await subscriptions.list({ place })
  const subscription = here.find((one) => one.briefing === engine.briefing.slug && one.mode === mode)
  const told = subscription === undefined ? undefined : await lastTold(subscription, { ledger })
  const prepared = await prepare(engine, mode, told, clock.now().getTime())
  if (prepared === undefined) return noticeCard('The replay is over: it has told its last day.')
  return aboutDigest(engine, prepared.digest, about)
}
