// What every adapter of Claims does.

import { expect, test } from 'vitest'
import type { Claims } from '../../src/core/ports.ts'
import { letPass, stopTheClock } from './theClock.ts'

export function claimsContract(open: () => Promise<Claims>): void {
  stopTheClock()

  test('the first to claim a key gets it, and nobody else until it lapses', async () => {
    const claims = await open()
    expect(await claims.claim('event/1', 1000)).toBe(true)
    expect(await claims.claim('event/1', 1000)).toBe(false)
    await letPass(999)
    expect(await claims.claim('event/1', 1000)).toBe(false)
    await letPass(1)
    expect(await claims.claim('event/1', 1000)).toBe(true)
    expect(await claims.claim('event/1', 1000)).toBe(false)
  })

  test('who comes too late does not make the claim last longer', async () => {
    const claims = await open()
    await claims.claim('event/1', 1000)
    await letPass(500)
    await claims.claim('event/1', 60_000)
    await letPass(500)
    expect(await claims.claim('event/1', 1000)).toBe(true)
  })

  test('keys do not touch one another', async () => {
    const claims = await open()
    const keys = ['event/1', 'event/2', 'Event/1', 'event/1 ', '']
    for (const key of keys) expect(await claims.claim(key, 1000)).toBe(true)
  })

  test('of many that claim at once exactly one gets it, each time', async () => {
    const claims = await open()
    for (const key of ['a', 'b', 'c']) {
      const won = await Promise.all(Array.from({ length: 20 }, () => claims.claim(key, 1000)))
      expect(won.filter(Boolean)).toHaveLength(1)
    }
  })
}
