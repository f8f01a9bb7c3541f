import { expect, test } from 'vitest'
import { PlatformError, SettingsError } from '../../src/core/errors.ts'
import type { Health, Platform } from '../../src/core/ports.ts'
import { keepRunning } from '../../src/system/keepRunning.ts'
import { recordingLog } from '../fakes/recordingLog.ts'

const patiently = { timeout: 5000, interval: 5 }

/** Opens platforms whose starts end as a test says, one after the other; the last again and again. */
function pagers(...outcomes: readonly (Error | 'ready')[]) {
  const opened: Platform[] = []
  const open = async () => {
    const outcome = outcomes[Math.min(opened.length, outcomes.length - 1)]
    let health: Health = { state: 'starting' }
    const platform: Platform = {
      name: 'pager',
      health: () => health,
      async start() {
        if (outcome instanceof Error) throw outcome
        health = { state: 'ready' }
      },
      async stop() {
        health = { state: 'stopped' }
      },
    }
    opened.push(platform)
    return platform
  }
  return { open, opened }
}

test('a platform that starts is ready, and stopped when it is stopped', async () => {
  const { open, opened } = pagers('ready')
  const kept = keepRunning('pager', open, recordingLog())
  expect([kept.health(), kept.current()]).toEqual([{ state: 'starting' }, undefined])
  await kept.start()
  await expect.poll(kept.health, patiently).toEqual({ state: 'ready' })
  expect(kept.current()).toBe(opened[0])
  await kept.stop()
  expect([kept.health(), opened[0]?.health()]).toEqual([{ state: 'stopped' }, { state: 'stopped' }])
})

test('one that cannot be reached is failed, is opened anew until it can be, and is told of once', async () => {
  const log = recordingLog()
  const down = new PlatformError('the pager cannot be reached; look at your network')
  const { open, opened } = pagers(down, down, down, 'ready')
  const kept = keepRunning('pager', open, log, 1)
  const seen: Health[] = []
  await kept.start()
  await expect
    .poll(() => {
      seen.push(kept.health())
      return kept.health()
    }, patiently)
    .toEqual({ state: 'ready' })
  expect(opened).toHaveLength(4)
  expect(kept.current()).toBe(opened[3])
  expect(seen).toContainEqual({ state: 'failed', message: down.message })
  expect(log.lines.filter((line) => line.level === 'error')).toHaveLength(1)
  await kept.stop()
})

test.each([
  ['what the operator must mend', new SettingsError('PAGER_TOKEN is missing; set it')],
  ['a token that is refused', new PlatformError('PAGER_TOKEN is refused; make a new one', { isFinal: true })],
  ['a fault of our own', new TypeError('pager is not a function')],
])('%s is told once and not tried again', async (_, error) => {
  const log = recordingLog()
  const { open, opened } = pagers(error, 'ready')
  const kept = keepRunning('pager', open, log, 1)
  await kept.start()
  await expect.poll(kept.health, patiently).toEqual({ state: 'failed', message: error.message })
  await kept.stop()
  expect(opened).toHaveLength(1)
  expect(log.lines).toHaveLength(1)
})

test('stopping ends the tries', async () => {
  const { open, opened } = pagers(new PlatformError('down'))
  const kept = keepRunning('pager', open, recordingLog(), 60_000)
  await kept.start()
  await expect.poll(() => opened.length, patiently).toBe(1)
  await kept.stop()
  expect(opened).toHaveLength(1)
})
