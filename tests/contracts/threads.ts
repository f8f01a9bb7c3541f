// What every adapter of Threads does.

import { expect, test } from 'vitest'
import type { Threads } from '../../src/core/ports.ts'
import { letPass, stopTheClock } from './theClock.ts'

const HOUR_MS = 60 * 60 * 1000

export function threadsContract(open: () => Promise<Threads>): void {
  stopTheClock()

  test('a thread that nobody has asked in is empty', async () => {
    const threads = await open()
    expect(await threads.read('slack/T1/C1/1.0')).toEqual([])
  })

  test('questions come back oldest first, as they were asked, each thread for itself', async () => {
    const threads = await open()
    const hostile = `/who "Tarn'; DROP TABLE x; -- \u0000 \ud800 😀 ::`
    await threads.add('a', 'when did it run aground')
    await threads.add('a', hostile)
    await threads.add('a:', 'another thread')
    expect((await threads.read('a')).map((text) => text.toWellFormed())).toEqual([
      'when did it run aground',
      hostile.toWellFormed(),
    ])
    expect(await threads.read('a:')).toEqual(['another thread'])
  })

  test('the last eight are kept', async () => {
    const threads = await open()
    for (let i = 1; i <= 10; i++) await threads.add('a', `question ${i}`)
    expect(await threads.read('a')).toEqual([3, 4, 5, 6, 7, 8, 9, 10].map((i) => `question ${i}`))
  })

  test('of questions that come at once none is lost', async () => {
    const threads = await open()
    await Promise.all(['one', 'two', 'three'].map((question) => threads.add('a', question)))
    expect(await threads.read('a')).toEqual(['one', 'two', 'three'])
  })

  test('a day after its last question a thread is forgotten', async () => {
    const threads = await open()
    await threads.add('a', 'one')
    await letPass(20 * HOUR_MS)
    await threads.add('a', 'two')
    await letPass(23 * HOUR_MS)
    expect(await threads.read('a')).toEqual(['one', 'two'])
    await letPass(HOUR_MS)
    expect(await threads.read('a')).toEqual([])
    await threads.add('a', 'three')
    expect(await threads.read('a')).toEqual(['three'])
  })
}
