// What was asked, by the handle on the answer's buttons, for 30 days.

import type { Keyv } from 'keyv'
import type { Asked } from '../../core/desk/request.ts'
import type { Handles } from '../../core/ports.ts'

const MONTH_MS = 30 * 24 * 60 * 60 * 1000

export function openHandles(values: Keyv): Handles {
  return {
    keep: async (handle, asked) => {
      await values.set(handle, asked, MONTH_MS)
    },
    find: (handle) => values.get<Asked>(handle),
  }
}
