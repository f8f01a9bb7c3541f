// An invented subscription.

import type { Subscription } from '../../src/core/digests/subscriptions.ts'

export function aSubscription(given: Partial<Subscription> = {}): Subscription {
  return {
    id: 'sub1',
    place: { platform: 'discord', tenant: '100', channel: '200' },
    briefing: 'tram-strike',
    schedule: '0 9 * * *',
    zone: 'UTC',
    mode: 'changes',
    isQuiet: false,
    status: 'active',
    note: undefined,
    admin: '300',
    origin: 'command',
    createdMs: 0,
    dueMs: 0,
    ...given,
  }
}
