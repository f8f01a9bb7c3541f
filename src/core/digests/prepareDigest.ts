// A channel's next digest: what there is to tell it, given what it has been told.

import type { Engine } from '../answering/engine.ts'
import type { Briefing } from '../briefing/briefing.ts'
import { surelyPublishedBy } from '../briefing/briefing.ts'
import { DAY_MS, formatSpan, type Span } from '../briefing/span.ts'
import type { DigestMode } from '../desk/digestOrder.ts'
import { changesSince } from './changes.ts'
import { composeDigest, type Digest } from './composeDigest.ts'
import { composeFirst } from './composeFirst.ts'
import { contentHash } from './contentHash.ts'
import { dayAt, isoDay } from './days.ts'
import type { Snapshots } from './ledger.ts'
import { type Moment, momentOfDay, momentOfNow, type Snapshot, takeSnapshot } from './snapshot.ts'

/** A digest; a first one, which is an overview, has no changes. */
type Told = Omit<Digest, 'changes'>

export type Prepared = {
  readonly digest: Told
  /** What the channel has been told once it was sent this. */
  readonly told: string
}

/** What digests need of a briefing that is ready to be asked. */
export type DigestEngine = Pick<Engine, 'briefing' | 'newest'>

/** Undefined where a replay has no further day. */
export type Prepare = (
  engine: DigestEngine,
  mode: DigestMode,
  told: string | undefined,
  nowMs: number,
) => Promise<Prepared | undefined>

/**
 * Makes digests. Ten thousand channels that were told the same are told the same next, so that each digest is made once
 * for a briefing as it stands.
 */
export function openPreparing(snapshots: Snapshots): Prepare {
  const made = new WeakMap<DigestEngine, Map<string, Promise<Prepared | undefined>>>()
  return (engine, mode, told, nowMs) => {
    const ofEngine = made.get(engine) ?? new Map<string, Promise<Prepared | undefined>>()
    made.set(engine, ofEngine)
    const today = Math.floor(nowMs / DAY_MS) * DAY_MS
    const key = `${mode} ${told} ${mode === 'changes' ? today : ''}`
    const kept = ofEngine.get(key)
    if (kept !== undefined) return kept
    const making = mode === 'replay' ? prepareReplay(engine, told) : prepareChanges(engine, told, today, snapshots)
    ofEngine.set(key, making)
    // What failed is tried again by the next one.
    making.catch(() => ofEngine.delete(key))
    return making
  }
}

async function prepareChanges(engine: DigestEngine, told: string | undefined, nowMs: number, snapshots: Snapshots) {
  const { briefing } = engine
  const moment = momentOfNow(engine, nowMs)
  const text = JSON.stringify(takeSnapshot(briefing, moment))
  const id = `snapshot:${contentHash(text)}`
  const before = told === undefined ? undefined : await snapshots.find(told)
  await snapshots.keep(id, text)
  const digest =
    before === undefined
      ? composeFirst(briefing, moment)
      : composeDigest(
          briefing,
          changesSince(JSON.parse(before) as Snapshot, briefing, moment),
          moment,
          'since the last digest',
        )
  return { digest, told: id }
}

async function prepareReplay({ briefing }: DigestEngine, told: string | undefined): Promise<Prepared | undefined> {
  const days = replayDays(briefing)
  const place = told === undefined ? 0 : days.findIndex((day) => nameOfDay(day) === told) + 1
  const day = days[place]
  if (day === undefined) return undefined
  const moment = momentOfDay(briefing, day)
  const digest = place === 0 ? composeFirst(briefing, moment) : digestOfDays(briefing, day, day)
  const remark = `Replay, day ${place + 1} of ${days.length}: as it was known on ${formatSpan(day)}.`
  return { digest: withRemark(digest, remark), told: nameOfDay(day) }
}

/** The changes from the first to the last of some days, as they were known at the end of the last. */
export function digestOfDays(briefing: Briefing, first: Span, last: Span): Digest {
  const before = momentOfDay(briefing, dayAt(first.from - 1))
  const moment: Moment = momentOfDay(briefing, last)
  const span = formatSpan({ ...last, edtf: `${isoDay(first.from)}/${isoDay(last.to)}`, from: first.from })
  return composeDigest(briefing, changesSince(takeSnapshot(briefing, before), briefing, moment), moment, span)
}

/** Each day from that of the first source to that of the last. */
function replayDays(briefing: Briefing): readonly Span[] {
  const published = [...briefing.sources.values()].map(surelyPublishedBy)
  const [first, last] = [Math.min(...published), Math.max(...published)]
  const count = published.length === 0 ? 0 : Math.floor(last / DAY_MS) - Math.floor(first / DAY_MS) + 1
  return Array.from({ length: count }, (_, i) => dayAt(first + i * DAY_MS))
}

const nameOfDay = (day: Span) => `day:${day.edtf}`

/** The same digest under a line that its reader should see first. */
export function withRemark(digest: Told, remark: string): Told {
  const line = { kind: 'text' as const, text: remark, cites: [] }
  return { ...digest, card: { ...digest.card, lines: [line, ...digest.card.lines] } }
}
