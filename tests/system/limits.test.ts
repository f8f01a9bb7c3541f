import { afterEach, expect, test, vi } from 'vitest'
import { openLimits } from '../../src/system/limits.ts'

afterEach(() => void vi.useRealTimers())

const plenty = { times: 1000, seconds: 60 }

test('each user and each channel has an allowance of its own; whoever has used it up is told how long to wait', async () => {
  const { take } = openLimits({ user: { times: 2, seconds: 60 }, channel: { times: 3, seconds: 60 } }, plenty)
  const ask = (user: string, channel = 'c') => take([`user/${user}`, `channel/${channel}`])
  expect([await ask('ann'), await ask('ann'), await ask('bo')]).toEqual([0, 0, 0])
  const waitMs = await ask('ann', 'other')
  expect(waitMs).toBeGreaterThan(59_000)
  expect(waitMs).toBeLessThanOrEqual(60_000)
  expect(await ask('bo')).toBeGreaterThan(0)
  expect(await ask('bo', 'other')).toBeGreaterThan(0)
  expect(await ask('cy', 'other')).toBe(0)
})

test('who is refused as a user does not use up the channel', async () => {
  const { take } = openLimits({ user: { times: 1, seconds: 60 }, channel: { times: 2, seconds: 60 } }, plenty)
  for (let i = 0; i < 5; i++) await take(['user/ann', 'channel/c'])
  expect(await take(['user/bo', 'channel/c'])).toBe(0)
})

test('after its seconds an allowance is whole again', async () => {
  vi.useFakeTimers()
  const { take } = openLimits({ user: { times: 1, seconds: 60 } }, plenty)
  expect(await take(['user/ann'])).toBe(0)
  const waitMs = await take(['user/ann'])
  expect(waitMs).toBe(60_000)
  vi.advanceTimersByTime(waitMs)
  expect(await take(['user/ann'])).toBe(0)
})

test('everything together is limited too, whatever the keys', async () => {
  const { take } = openLimits({}, { times: 3, seconds: 60 })
  const waits = await Promise.all(Array.from({ length: 5 }, (_, i) => take([`stranger/${i}`])))
  expect(waits.filter((waitMs) => waitMs === 0)).toHaveLength(3)
})
