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

export function letPass(ms: number): void {
  vi.setSystemTime(Date.now() + ms)
}
