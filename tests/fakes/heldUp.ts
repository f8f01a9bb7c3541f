// A desk in a process that stands still while it answers, as on a machine that is overloaded or whose disk is slow.

import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Desk } from '../../src/core/desk/request.ts'

/** Holds everything up for so long, then needs a few turns of the event loop. */
export function heldUp(desk: Desk, ms: number): Desk {
  return {
    ...desk,
    respond: async (visit, request) => {
      await nextTurn()
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)
      for (let turn = 0; turn < 3; turn++) await nextTurn()
      return desk.respond(visit, request)
    },
  }
}
