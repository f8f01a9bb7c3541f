// Holds what the platforms were asked to create against what was due: by the ledger's own count, and by the calendar's.

import { referenceOf } from '../src/core/digests/freeze.ts'
import { type Delivery, deliveryKey } from '../src/core/digests/ledger.ts'
import { periodsAfter } from '../src/core/digests/schedule.ts'
import type { Channel } from './channels.ts'
import type { Message } from './platformServer.ts'

export type Verdict = {
  readonly due: number
  readonly delivered: number
  /** Of the delivered, how many had a picture. */
  readonly pictured: number
  /** Missed while nobody ran, and recorded so. */
  readonly skipped: number
  /** Refused, as the channel was gone, and recorded so. */
  readonly failed: number
  readonly unknown: number
  readonly notices: number
  readonly doubled: number
  readonly lost: number
  /** One line on each thing that must not be. */
  readonly faults: readonly string[]
}

export function judge(
  channels: readonly Channel[],
  deliveries: readonly Delivery[],
  messages: readonly Message[],
  startMs: number,
  untilMs: number,
): Verdict {
  const posted = new Map<string, number>()
  for (const { reference } of messages)
    if (reference !== undefined) posted.set(reference, (posted.get(reference) ?? 0) + 1)
  const countOf = (key: string) => posted.get(referenceOf(key)) ?? 0
  const pictured = new Set(messages.filter((one) => one.hasPicture).map((one) => one.reference))
  const digests = new Map(deliveries.filter((one) => one.kind === 'digest').map((one) => [one.key, one]))
  const notices = deliveries.filter((one) => one.kind === 'notice')
  const due = channels.flatMap((channel) => keysDue(channel, startMs, untilMs))
  const expected = new Set([...due, ...digests.keys(), ...notices.map((one) => one.key)])

  const delivered = due.filter((key) => countOf(key) === 1)
  const doubled = [...expected].filter((key) => countOf(key) > 1)
  const lost = due.filter((key) => !isAccountedFor(digests.get(key), countOf(key)))
  const wronglyKnown = deliveries.filter((one) => isWronglyKnown(one, countOf(one.key)))
  const readable = new Set(
    channels.filter((one) => !one.isUnreadable && !one.isDoomed).map((one) => one.subscription.id),
  )
  const unknown = [...digests.values()].filter((one) => one.state === 'unknown')
  const failed = [...digests.values()].filter((one) => one.state === 'failed')
  const told = new Set(
    notices.filter((one) => countOf(one.key) === 1).map((one) => `${one.subscription} ${one.period.start}`),
  )
  const untold = [...unknown, ...failed].filter((one) => !told.has(`${one.subscription} ${one.period.start}`))
  const strangers = [...posted.keys()].length - [...expected].filter((key) => countOf(key) > 0).length
  return {
    due: due.length,
    delivered: delivered.length,
    pictured: delivered.filter((key) => pictured.has(referenceOf(key))).length,
    skipped: [...digests.values()].filter((one) => one.state === 'skipped').length,
    failed: failed.length,
    unknown: unknown.length,
    notices: notices.filter((one) => countOf(one.key) === 1).length,
    doubled: doubled.length,
    lost: lost.length,
    faults: [
      ...doubled.map((key) => `doubled: ${key} (${countOf(key)} times)`),
      ...lost.map(
        (key) => `lost: ${key} (${digests.get(key)?.state ?? 'not in the ledger'}: ${digests.get(key)?.note})`,
      ),
      ...wronglyKnown.map(
        (one) => `recorded as ${one.state}, but posted ${countOf(one.key)} times: ${one.key} (${one.note})`,
      ),
      ...unknown
        .filter((one) => readable.has(one.subscription))
        .map((one) => `unknown where it could be read: ${one.key}`),
      ...untold.map((one) => `the admin was not told: ${one.key}`),
      ...(strangers > 0 ? [`${strangers} messages that nobody ordered`] : []),
    ],
  }
}

/** By the calendar; of a channel that went away, only what the ledger holds is due, as its subscription was paused. */
function keysDue({ subscription, isDoomed }: Channel, startMs: number, untilMs: number): readonly string[] {
  if (isDoomed) return []
  const { place, briefing, id, schedule: cron, zone } = subscription
  const keys: string[] = []
  for (const { start, startMs: at } of periodsAfter({ cron, zone }, startMs)) {
    if (at > untilMs) return keys
    keys.push(deliveryKey('digest', place, briefing, id, start))
  }
  return keys
}

/** Posted once; or not at all, and recorded as missed or as unknown. */
function isAccountedFor(delivery: Delivery | undefined, posted: number): boolean {
  if (posted > 0) return true
  if (delivery?.state === 'skipped') return delivery.note?.startsWith('missed') === true
  return delivery?.state === 'unknown'
}

function isWronglyKnown({ state }: Delivery, posted: number): boolean {
  if (state === 'sent') return posted !== 1
  return (state === 'failed' || state === 'skipped' || state === 'silent') && posted > 0
}
