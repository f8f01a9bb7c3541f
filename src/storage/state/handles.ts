// What was asked, by the handle on the answer's buttons, for 30 days.

import type { Keyv } from 'keyv'
import type { Asked } from '../../core/desk/request.ts'
import type { Clock, Handles } from '../../core/ports.ts'
import { openValuesBehind } from './valuesBehind.ts'
import type { Pace } from './writeBehind.ts'

const MONTH_MS = 30 * 24 * 60 * 60 * 1000

export type KeptHandles = Handles & { readonly flush: () => Promise<void> }

export function openHandles(values: Keyv, clock: Clock, pace: Pace): KeptHandles {
  const { put, find, flush } = openValuesBehind<Asked>(values, { lifeMs: MONTH_MS, clock, pace })
  return { keep: put, find, flush }
}
