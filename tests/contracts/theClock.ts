// The time in contract suites: everything that reads the clock sees what is set here, timers run as usual.

import { afterEach, beforeEach, vi } from 'vitest'
import type { Clock } from '../../src/core/ports.ts'

export const clock: Clock = { now: () => new Date() }

/** Where each test begins. */
const startMs = Date.UTC(2031, 2, 4, 9)

/** Stops the clock for each test of the suite that calls it. */
export function stopTheClock(): void {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: startMs }))
  afterEach(() => void vi.useRealTimers())
}

/** What has a clock of its own, to be set to this one's milliseconds. */
const others = new Set<(nowMs: number) => Promise<void>>()

/** Keeps a clock outside this process with this one, until what it returns is called. */
export async function keepWithTheClock(set: (nowMs: number) => Promise<void>): Promise<() => void> {
  others.add(set)
  await set(Date.now())
  return () => void others.delete(set)
}

export async function letPass(ms: number): Promise<void> {
  vi.setSystemTime(Date.now() + ms)
  await Promise.all([...others].map((set) => set(Date.now())))
}
