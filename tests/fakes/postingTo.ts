// A delivery's message for a channel, as a courier is given it.

import { contentHash } from '../../src/core/digests/contentHash.ts'
import type { Courier, Posting } from '../../src/core/digests/courier.ts'
import type { Place } from '../../src/core/digests/subscriptions.ts'
import { tramDigest } from './tramDigest.ts'

export function postingTo(courier: Courier, place: Place, given: Partial<Posting> = {}): Posting {
  const reference = contentHash(JSON.stringify([place, given.isDirect]))
  const payload = courier.render(tramDigest(), reference)
  return { place, isDirect: false, reference, payload, picture: undefined, ...given }
}
