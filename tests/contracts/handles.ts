// What every adapter of Handles does.

import { expect, test } from 'vitest'
import type { Asked } from '../../src/core/desk/request.ts'
import type { Handles } from '../../src/core/ports.ts'
import { letPass, stopTheClock } from './theClock.ts'

const DAY_MS = 24 * 60 * 60 * 1000

const asked: Asked = {
  request: { kind: 'ask', text: 'who is Tarn?', verb: 'who', briefing: 'ferry-2031', asOf: '2031-03-06' },
  context: ['when did it run aground'],
  nearby: ['Who replaced her?', '«Кто?» 😀'],
}

export function handlesContract(open: () => Promise<Handles>): void {
  stopTheClock()

  test('what was asked is found by its handle, whole', async () => {
    const handles = await open()
    await handles.keep('abc123', asked)
    await handles.keep('abc124', { request: { kind: 'overview' }, context: [], nearby: [] })
    expect(await handles.find('abc123')).toEqual(asked)
    expect(await handles.find('abc124')).toEqual({ request: { kind: 'overview' }, context: [], nearby: [] })
  })

  test('an unknown handle finds nothing', async () => {
    const handles = await open()
    expect(await handles.find('nobody')).toBeUndefined()
  })

  test('after 30 days it is forgotten', async () => {
    const handles = await open()
    await handles.keep('abc123', asked)
    await letPass(30 * DAY_MS - 1)
    expect(await handles.find('abc123')).toEqual(asked)
    await letPass(1)
    expect(await handles.find('abc123')).toBeUndefined()
  })
}
