// Random ids.

import { randomBytes } from 'node:crypto'
import type { NewId } from '../core/ports.ts'

/** 100 bits and more: nobody guesses one that was given to somebody else. */
const BYTES = 13

/** An id of exactly 21 characters of `[a-z0-9]`. */
export const newId: NewId = () =>
  BigInt(`0x${randomBytes(BYTES).toString('hex')}`)
    .toString(36)
    .padStart(21, '0')
