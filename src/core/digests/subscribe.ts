// Subscribes a channel to a briefing's digest, or says what is wrong with the order.

import { type Card, noticeCard } from '../cards/card.ts'
import type { DigestOrder } from '../desk/digestOrder.ts'
import { engineOf } from '../enginesOf.ts'
import type { DigestDeskPorts } from './digestDeskPorts.ts'
import { nextPeriods, readSchedule } from './schedule.ts'
import { nextThree } from './subscriptionCards.ts'
import type { Place, Subscription } from './subscriptions.ts'

/** As many as a channel could want, so that nobody fills the ledger. */
const MOST_IN_CHANNEL = 20
/** Of a schedule that names no zone. */
const DEFAULT_ZONE = 'UTC'
/** Short enough to be typed. */
const ID_CHARS = 8

export async function subscribe(
  { subscriptions, library, clock, newId }: DigestDeskPorts,
  place: Place,
  admin: string,
  order: Extract<DigestOrder, { kind: 'subscribe' }>,
): Promise<Card> {
  const engine = engineOf(library, order.briefing)
  if (engine === undefined) return whichBriefing(library)
  const { schedule, problem } = readSchedule(order.schedule, order.zone ?? DEFAULT_ZONE)
  if (schedule === undefined) return noticeCard(problem)
  const { slug, head } = engine.briefing
  const here = await subscriptions.list({ place })
  const same = here.find((one) => one.briefing === slug && one.mode === order.mode)
  if (same !== undefined)
    return noticeCard(
      `This channel has this digest already (${same.id}). Remove it first to have it at another time. ${nextThree(same, clock.now().getTime())}`,
    )
  if (here.length >= MOST_IN_CHANNEL) return noticeCard(`A channel can have ${MOST_IN_CHANNEL} digests, and has them.`)
  const nowMs = clock.now().getTime()
  const wanted: Omit<Subscription, 'id'> = {
    place,
    briefing: slug,
    schedule: schedule.cron,
    zone: schedule.zone,
    mode: order.mode,
    isQuiet: order.isQuiet,
    status: 'active',
    note: undefined,
    admin,
    origin: 'command',
    createdMs: nowMs,
    dueMs: nextPeriods(schedule, nowMs, 1)[0]?.startMs ?? nowMs,
  }
  let id = newId().slice(0, ID_CHARS)
  while (!(await subscriptions.add({ ...wanted, id }))) id = newId().slice(0, ID_CHARS)
  const what =
    order.mode === 'replay' ? `a replay of "${head.title}", a day each time` : `the digest of "${head.title}"`
  const quiet = order.isQuiet ? 'It says nothing when nothing is new.' : 'When nothing is new, one line says so.'
  return noticeCard(
    `This channel gets ${what}. ${quiet}`,
    nextThree(wanted, nowMs),
    ...(order.zone === undefined ? [`No time zone was named, so it runs on ${DEFAULT_ZONE}.`] : []),
    `To pause or remove it, name ${id}.`,
  )
}

export function whichBriefing(library: DigestDeskPorts['library']): Card {
  const slugs = library.engines().map(({ briefing }) => briefing.slug)
  return noticeCard(`Name one of these briefings: ${slugs.join(', ')}.`)
}
