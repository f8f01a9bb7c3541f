// Ids that nobody guesses, in the order of their making: a database adds the next ones where it added the last, instead of
// all over its index.

import type { Clock, NewId } from '../core/ports.ts'
import { newId } from './newId.ts'

/** So many digits of base 36 hold the milliseconds until the year 5188. */
const TIME_CHARS = 9

/** Gives ids of 30 characters of `[a-z0-9]`. */
export function newHandles(clock: Clock): NewId {
  return () => clock.now().getTime().toString(36).padStart(TIME_CHARS, '0') + newId()
}
