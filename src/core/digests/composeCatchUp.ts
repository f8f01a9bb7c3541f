// What changed for one reader since they last looked.

import type { Engine } from '../answering/engine.ts'
import { DAY_MS, formatSpan } from '../briefing/span.ts'
import type { Card } from '../cards/card.ts'
import { changesSince } from './changes.ts'
import { composeDigest } from './composeDigest.ts'
import { composeFirst } from './composeFirst.ts'
import { dayAt } from './days.ts'
import { momentOfDay, momentOfNow, takeSnapshot } from './snapshot.ts'

/**
 * By the days on which the sources came out, as nothing is kept of a reader but when they looked. The day of that look
 * counts again, as its later papers had not been read. A first look is an overview.
 */
export function composeCatchUp(engine: Engine, sinceMs: number | undefined, nowMs: number): Card {
  const { briefing } = engine
  const now = momentOfNow(engine, nowMs)
  if (sinceMs === undefined) return composeFirst(briefing, now).card
  const before = takeSnapshot(briefing, momentOfDay(briefing, dayAt(sinceMs - DAY_MS)))
  const span = `since you last looked, on ${formatSpan(dayAt(sinceMs))}`
  return composeDigest(briefing, changesSince(before, briefing, now), now, span).card
}
