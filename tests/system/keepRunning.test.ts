import { expect, test } from 'vitest'
import { PlatformError, SettingsError } from '../../src/core/errors.ts'
import type { Health, Platform } from '../../src/core/ports.ts'
import { keepRunning } from '../../src/system/keepRunning.ts'
import { recordingLog } from '../fakes/recordingLog.ts'

const patiently = { timeout: 5000, interval: 5 }

/** A platform whose starts end as a test says, one after the other; the last again and again. */
function platformWith(...outcomes: readonly (Error | 'ready')[]): Platform & { readonly starts: () => number } {
  let health: Health = { state: 'starting' }
  let starts = 0
  return {
    name: 'pager',
    starts: () => starts,
    health: () => health,
    async start() {
      const outcome = outcomes[Math.min(starts++, outcomes.length - 1)]
      if (outcome instanceof Error) throw outcome
      health = { state: 'ready' }
    },
    async stop() {
      health = { state: 'stopped' }
    },
  }
}

test('a platform that starts is ready', async () => {
  const log = recordingLog()
  const kept = keepRunning(platformWith('ready'), log)
  await kept.start()
  await expect.poll(kept.health, patiently).toEqual({ state: 'ready' })
  await kept.stop()
  expect(kept.health()).toEqual({ state: 'stopped' })
})

test('one that cannot be reached is failed, is tried again, and is ready once it can be', async () => {
  const log = recordingLog()
  const down = new PlatformError('the pager cannot be reached; look at your network')
  const platform = platformWith(down, down, down, 'ready')
  const kept = keepRunning(platform, log, 1)
  const seen: Health[] = []
  await kept.start()
  await expect
    .poll(() => {
      seen.push(kept.health())
      return kept.health()
    }, patiently)
    .toEqual({ state: 'ready' })
  expect(platform.starts()).toBe(4)
  expect(seen.filter((one) => one.state === 'failed').map((one) => one.message)).toContain(down.message)
  expect(log.lines.filter((line) => line.level === 'error')).toHaveLength(1)
  await kept.stop()
})

test('what the operator must mend is told once and not tried again', async () => {
  const log = recordingLog()
  const platform = platformWith(new SettingsError('PAGER_TOKEN is refused; make a new one'), 'ready')
  const kept = keepRunning(platform, log, 1)
  await kept.start()
  await expect
    .poll(kept.health, patiently)
    .toEqual({ state: 'failed', message: 'PAGER_TOKEN is refused; make a new one' })
  await kept.stop()
  expect(platform.starts()).toBe(1)
  expect(log.lines).toHaveLength(1)
})

test('stopping ends the tries', async () => {
  const platform = platformWith(new PlatformError('down'))
  const kept = keepRunning(platform, recordingLog(), 60_000)
  await kept.start()
  await expect.poll(platform.starts, patiently).toBe(1)
  await kept.stop()
  expect(platform.starts()).toBe(1)
})
