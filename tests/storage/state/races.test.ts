// Several processes on one state at once.

import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { on, once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { openState } from '../../../src/storage/state/openState.ts'
import { clock } from '../../contracts/theClock.ts'
import { sharedPlaces } from '../../fakes/backends.ts'

const RACERS = 4

/** What each of the racers got, after all were let go at once. */
async function race(place: string, task: string): Promise<string[][]> {
  const racers = Array.from({ length: RACERS }, () => startRacer(place, task))
  await Promise.all(racers.map((racer) => racer.next()))
  for (const racer of racers) racer.go()
  return Promise.all(racers.map(async (racer) => JSON.parse(await racer.next()) as string[]))
}

function startRacer(place: string, task: string) {
  const file = join(import.meta.dirname, 'racer.ts')
  const child: ChildProcessByStdio<Writable, Readable, null> = spawn(process.execPath, [file, place, task], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const lines = on(createInterface(child.stdout), 'line', { close: ['close'] })
  return {
    next: async () => {
      const { value } = await lines.next()
      if (value === undefined) throw new Error(`the racer ended with ${child.exitCode ?? (await once(child, 'exit'))}`)
      return String(value[0])
    },
    go: () => child.stdin.end('go\n'),
  }
}

describe.each(sharedPlaces)('$name', ({ isHere, newPlace }) => {
  describe.skipIf(!isHere)('with several processes', () => {
    test('each claim has exactly one winner', async () => {
      const place = await newPlace()
      await (await openState(place, { clock })).close()
      const won = (await race(place, 'claimKeys')).flat()
      expect(won.sort()).toEqual(Array.from({ length: 150 }, (_, i) => `event/${i}`).sort())
    })

    test('each delivery is planned once and taken by one', async () => {
      const place = await newPlace()
      const taken = (await race(place, 'deliver')).flat()
      expect(taken.sort()).toEqual(Array.from({ length: 300 }, (_, i) => `digest/${i}`).sort())
    })

    test('a state that all open first at once is made once', async () => {
      expect(await race(await newPlace(), 'open')).toEqual(Array.from({ length: RACERS }, () => ['ready']))
    })
  })
})
