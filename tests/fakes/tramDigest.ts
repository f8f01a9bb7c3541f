// A digest of the invented tram strike, from its first paper to its last.

import { parseSpan, type Span } from '../../src/core/briefing/span.ts'
import type { Card } from '../../src/core/cards/card.ts'
import { digestOfDays } from '../../src/core/digests/prepareDigest.ts'
import { tramStrike } from './tramStrike.ts'

export function tramDigest(first = '2031-04-06', last = '2031-04-12'): Card {
  return digestOfDays(tramStrike(), day(first), day(last)).card
}

function day(text: string): Span {
  const span = parseSpan(text)
  if (span === undefined) throw new Error(`${text} is no day`)
  return span
}
