// What every adapter of LastLooks does.

import { expect, test } from 'vitest'
import type { LastLooks } from '../../src/core/ports.ts'

export function lastLooksContract(open: () => Promise<LastLooks>): void {
  test('a look tells when the one before was', async () => {
    const looks = await open()
    const times = [1_930_000_000_000, 1_930_000_060_000, 1_930_000_120_000] as const
    expect(await looks.look('discord/1/2', 'ferry-2031', times[0])).toBeUndefined()
    expect(await looks.look('discord/1/2', 'ferry-2031', times[1])).toBe(times[0])
    expect(await looks.look('discord/1/2', 'ferry-2031', times[2])).toBe(times[1])
  })

  test('each reader and each briefing is for itself', async () => {
    const looks = await open()
    await looks.look('a', 'b', 1)
    expect(await looks.look('a', 'c', 2)).toBeUndefined()
    expect(await looks.look('b', 'b', 3)).toBeUndefined()
    expect(await looks.look('a', 'b', 4)).toBe(1)
  })
}
