// Where a worker can be made to die, and how: it kills itself with SIGKILL, so that nothing is finished or cleaned up.

import type { Courier } from '../src/core/digests/courier.ts'
import { type Ledger, restingStates } from '../src/core/digests/ledger.ts'

/** Met at the platform, which kills the worker instead of a reply: when a picture comes, and when a message was taken. */
const platformCrashPoints = ['while uploading', 'accepted'] as const
export type PlatformCrashPoint = (typeof platformCrashPoints)[number]

/** In the order in which a delivery meets them. */
export const crashPoints = [
  'before plan',
  'after plan',
  'before claim',
  'after claim',
  'before sending is recorded',
  'before the call',
  ...platformCrashPoints,
  'after the reply',
  'before the record',
  'after the record',
  'before a look',
  'after a look',
] as const
export type CrashPoint = (typeof crashPoints)[number]

/** Dies at a point when it is met for the so many-th time. */
export type Crash = { readonly point: CrashPoint; readonly after: number }

export const isAtPlatform = (point: CrashPoint): point is PlatformCrashPoint =>
  platformCrashPoints.some((one) => one === point)

export type Crashing = {
  readonly arm: (crash: Crash | undefined) => void
  readonly ledger: (ledger: Ledger) => Ledger
  readonly courier: (courier: Courier) => Courier
}

export function openCrashing(): Crashing {
  let armed: Crash | undefined
  let met = 0
  const meet = (point: CrashPoint) => {
    if (armed?.point !== point) return
    met += 1
    if (met >= armed.after) process.kill(process.pid, 'SIGKILL')
  }
  return {
    arm: (crash) => {
      armed = crash
      met = 0
    },
    ledger: (ledger) => ({
      ...ledger,
      plan: async (deliveries) => {
        meet('before plan')
        const added = await ledger.plan(deliveries)
        meet('after plan')
        return added
      },
      claim: async (order) => {
        meet('before claim')
        const claimed = await ledger.claim(order)
        if (claimed.length > 0) meet('after claim')
        return claimed
      },
      record: async (claimed, change) => {
        const isRest = restingStates.some((state) => state === change.state)
        if (change.state === 'sending') meet('before sending is recorded')
        if (isRest) meet('before the record')
        const isRecorded = await ledger.record(claimed, change)
        if (isRest) meet('after the record')
        return isRecorded
      },
    }),
    courier: (courier) => ({
      ...courier,
      post: async (posting) => {
        meet('before the call')
        const outcome = await courier.post(posting)
        meet('after the reply')
        return outcome
      },
      find: async (posting, sinceMs) => {
        meet('before a look')
        const found = await courier.find(posting, sinceMs)
        meet('after a look')
        return found
      },
    }),
  }
}
