// What ordering digests needs from outside.

import type { Engine } from '../answering/engine.ts'
import type { Clock, LastLooks, Library, NewId } from '../ports.ts'
import type { Ledger } from './ledger.ts'
import type { Prepare } from './prepareDigest.ts'
import type { Subscriptions } from './subscriptions.ts'

export type DigestDeskPorts = {
  readonly subscriptions: Subscriptions
  readonly ledger: Ledger
  readonly prepare: Prepare
  readonly library: Library
  readonly lastLooks: LastLooks
  readonly clock: Clock
  readonly newId: NewId
}

/** The briefing of that slug or title; where none is named, the only one. */
export function engineOf(library: Library, named: string | undefined): Engine | undefined {
  const engines = library.engines()
  if (named === undefined) return engines.length === 1 ? engines[0] : undefined
  const wanted = named.trim().toLowerCase()
  return engines.find(({ briefing }) => [briefing.slug, briefing.head.title.toLowerCase()].includes(wanted))
}
