// Shows a digest to whoever orders them, before the channel gets it.

import { parseSpan } from '../briefing/span.ts'
import { type Card, noticeCard } from '../cards/card.ts'
import type { DigestOrder } from '../desk/digestOrder.ts'
import { type DigestDeskPorts, engineOf } from './digestDeskPorts.ts'
import { lastTold } from './freeze.ts'
import { digestOfDays } from './prepareDigest.ts'
import { whichBriefing } from './subscribe.ts'
import type { Place } from './subscriptions.ts'

/** The digest of the days that are named, or else the one that the channel would be sent next. */
export async function previewDigest(
  { subscriptions, ledger, library, prepare, clock }: DigestDeskPorts,
  place: Place,
  { briefing, since, until, mode }: Extract<DigestOrder, { kind: 'preview' }>,
): Promise<Card> {
  const engine = engineOf(library, briefing)
  if (engine === undefined) return whichBriefing(library)
  if (since !== undefined || until !== undefined) {
    const days = readDays(since ?? until ?? '', until, engine.newest.edtf)
    return typeof days === 'string' ? noticeCard(days) : digestOfDays(engine.briefing, days.first, days.last).card
  }
  const here = await subscriptions.list({ place })
  const subscription = here.find((one) => one.briefing === engine.briefing.slug && one.mode === mode)
  const told = subscription === undefined ? undefined : await lastTold(subscription, { ledger })
  const prepared = await prepare(engine, mode, told, clock.now().getTime())
  return prepared?.digest.card ?? noticeCard('The replay is over: it has told its last day.')
}

/** The longest date in a notation that has many. */
const MAX_DATE_CHARS = 60

/** Days as typed; one line on what is wrong, where something is. */
export function readDays(since: string, until: string | undefined, newest: string) {
  const [first, last] = [since, until ?? newest].map((text) =>
    text.length > MAX_DATE_CHARS ? undefined : parseSpan(text.trim()),
  )
  if (first === undefined || last === undefined || !Number.isFinite(first.from) || !Number.isFinite(last.to))
    return 'That is no date. Write a day as 2030-05-03, or a month as 2030-05.'
  if (first.from > last.to) return `${since} is after ${until ?? newest}. Write the earlier day first.`
  return { first, last }
}
