// Whether a question in a thread says all that it asks, so that the thread adds nothing to it. It must not know the facts.

import type { Inquiry } from './inquiry.ts'
import { findPronoun, takesUp } from './thread.ts'

/** Below so many telling words a question says too little; with a pronoun, whom it means may have to be looked for. */
const LEAST_WORDS = 2
const LEAST_WORDS_WITH_PRONOUN = 4

export function standsAlone({ tokens, units }: Inquiry): boolean {
  const words = tokens.map(({ word }) => word)
  const telling = units.filter(({ unit, weight }) => weight > 0 && unit.kind !== 'stop' && unit.kind !== 'weak')
  const least = findPronoun(words) === undefined ? LEAST_WORDS : LEAST_WORDS_WITH_PRONOUN
  return telling.length >= least && !takesUp(words)
}
