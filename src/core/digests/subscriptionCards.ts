// Subscriptions as their channel's managers read them.

import type { Card, CardLine } from '../cards/card.ts'
import { noticeCard } from '../cards/card.ts'
import type { Visit } from '../desk/request.ts'
import { titleOf } from '../enginesOf.ts'
import type { Library } from '../ports.ts'
import { nextPeriods } from './schedule.ts'
import { spokenSchedule } from './spokenSchedule.ts'
import { spokenMoment } from './spokenTimes.ts'
import { digestPlatforms, type Place, type Subscription } from './subscriptions.ts'

/** The channel that a visit comes from; undefined where no digests are delivered. */
export function placeOf({ platform, tenant, channel }: Visit): Place | undefined {
  const known = digestPlatforms.find((one) => one === platform)
  return known === undefined ? undefined : { platform: known, tenant, channel }
}

export function listSubscriptions(subscriptions: readonly Subscription[], library: Library): Card {
  if (subscriptions.length === 0)
    return noticeCard('This channel has no digest. Subscribe it with a schedule such as "daily 09:00" and a time zone.')
  const lines = subscriptions.map((one): CardLine => ({ kind: 'item', text: described(one, library), cites: [] }))
  return { ...noticeCard(), title: 'Digests of this channel', lines }
}

/** "k3f9a2: Tram strike, daily 09:00, Europe/Lisbon, changes, next Mon 3 May 2031 09:00". */
function described(subscription: Subscription, library: Library): string {
  const { id, briefing, schedule, zone, mode, isQuiet, status, note, dueMs, origin } = subscription
  const next =
    status === 'active' ? `next ${spokenMoment(dueMs, zone)}` : `paused${note === undefined ? '' : ` (${note})`}`
  const when = [spokenSchedule(schedule), zone]
  const words = [titleOf(library, briefing), ...when, mode, isQuiet ? 'quiet when nothing is new' : '', next]
  const declared = origin === 'declared' ? ', declared in the configuration' : ''
  return `${id}: ${words.filter((word) => word !== '').join(', ')}${declared}`
}

/** "Next: Mon 3 May 2031 09:00; …" in the subscription's own time. */
export function nextThree({ schedule, zone }: Pick<Subscription, 'schedule' | 'zone'>, nowMs: number): string {
  const next = nextPeriods({ cron: schedule, zone }, nowMs, 3)
  return `Next: ${next.map(({ startMs }) => spokenMoment(startMs, zone)).join('; ')} (${zone}).`
}
