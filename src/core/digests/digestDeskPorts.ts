// What ordering digests needs from outside.

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
