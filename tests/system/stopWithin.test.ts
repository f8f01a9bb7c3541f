import { expect, test } from 'vitest'
import { stopWithin } from '../../src/system/stopWithin.ts'
import { recordingLog } from '../fakes/recordingLog.ts'

const never = { stop: () => new Promise<void>(() => {}) }
const soon = { stop: async () => {} }
const badly = { stop: () => Promise.reject(new Error('it is stuck')) }

test('all that ends in time ends well', async () => {
  expect(await stopWithin(60_000, [soon, soon], recordingLog())).toBe(true)
})
test('what does not end in time is not waited for', async () => {
  expect(await stopWithin(5, [soon, never], recordingLog())).toBe(false)
})
test('a part that cannot stop does not keep the others from stopping, and is told', async () => {
  const log = recordingLog()
  expect(await stopWithin(60_000, [badly, soon], log)).toBe(true)
  expect(log.lines).toMatchObject([{ level: 'error', fields: { error: new Error('it is stuck') } }])
})
