// Random ids.

import { randomFillSync } from 'node:crypto'
import type { NewId } from '../core/ports.ts'

/** 100 bits and more: nobody guesses one that was given to somebody else. */
const BYTES = 13

/** Random bytes for many ids: to ask for them takes far longer than they do. */
const pool = Buffer.alloc(BYTES * 256)
let used = pool.length

/** An id of exactly 21 characters of `[a-z0-9]`. */
export const newId: NewId = () => {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  const start = used
  used += BYTES
  return BigInt(`0x${pool.toString('hex', start, used)}`)
    .toString(36)
    .padStart(21, '0')
}
