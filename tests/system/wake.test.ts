import { expect, test } from 'vitest'
import { wakeOften } from '../../src/system/wake.ts'

test('a wake comes at every fifth second of the clock', { timeout: 10_000 }, async () => {
  const at = await new Promise<Date>((resolve) => {
    const { stop } = wakeOften(() => {
      stop()
      resolve(new Date())
    })
  })
  expect(at.getUTCSeconds() % 5).toBeLessThanOrEqual(1)
})
