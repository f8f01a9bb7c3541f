// An invented delivery, and what it would send.

import { noticeCard } from '../../src/core/cards/card.ts'
import type { Frozen, NewDelivery } from '../../src/core/digests/ledger.ts'

export function aDelivery(given: Partial<NewDelivery> = {}): NewDelivery {
  return {
    key: 'digest/discord/100/200/tram-strike/sub1/2031-03-04T09%3A00',
    kind: 'digest',
    subscription: 'sub1',
    place: { platform: 'discord', tenant: '100', channel: '200' },
    briefing: 'tram-strike',
    period: { start: '2031-03-04T09:00', startMs: Date.UTC(2031, 2, 4, 9) },
    isLate: false,
    state: 'planned',
    note: undefined,
    ...given,
  }
}

export const aFrozen: Frozen = {
  payload: JSON.stringify({ content: 'Three facts are new. «Трамвай» 😀' }),
  card: noticeCard('Three facts are new.'),
  facts: ['fares', 'depots'],
  told: 'snapshot-1',
}
