// The delivery ledger in memory, for tests of what uses it.

import {
  type Claimed,
  type Delivery,
  LEASE_MS,
  type Ledger,
  restingStates,
  type Snapshots,
} from '../../src/core/digests/ledger.ts'
import type { Clock } from '../../src/core/ports.ts'

type Row = { delivery: Delivery; token: number; leasedUntilMs: number }

const isAtRest = ({ state }: Delivery) => restingStates.some((one) => one === state)
const byKey = (a: Delivery, b: Delivery) => (a.key < b.key ? -1 : 1)

export function memoryLedger(clock: Clock): Ledger {
  const now = () => clock.now().getTime()
  const rows = new Map<string, Row>()
  const deliveries = () => [...rows.values()].map((row) => row.delivery)
  const isNext = (one: Delivery) =>
    one.kind === 'notice' ||
    !deliveries().some(
      (other) =>
        other.kind === 'digest' &&
        other.subscription === one.subscription &&
        !isAtRest(other) &&
        other.period.startMs < one.period.startMs,
    )
  return {
    plan: async (planned) => {
      const added = planned.filter(({ key }) => !rows.has(key))
      for (const one of added)
        rows.set(one.key, {
          delivery: {
            ...one,
            attempts: 0,
            sendingMs: undefined,
            notBeforeMs: 0,
            frozen: undefined,
            message: undefined,
          },
          token: 0,
          leasedUntilMs: 0,
        })
      return added.map(({ key }) => key)
    },
    claim: async ({ limit, platform }) => {
      const nowMs = now()
      const free = [...rows.values()]
        .filter(({ delivery, leasedUntilMs }) => leasedUntilMs <= nowMs && delivery.notBeforeMs <= nowMs)
        .filter(({ delivery }) => delivery.place.platform === platform && !isAtRest(delivery) && isNext(delivery))
        .sort((a, b) => a.delivery.period.startMs - b.delivery.period.startMs || byKey(a.delivery, b.delivery))
      return free.slice(0, limit).map((row): Claimed => {
        row.token += 1
        row.leasedUntilMs = nowMs + LEASE_MS
        return { ...row.delivery, token: row.token }
      })
    },
    record: async ({ key, token }, change) => {
      const row = rows.get(key)
      if (row === undefined || row.token !== token || isAtRest(row.delivery)) return false
      row.delivery = { ...row.delivery, ...change }
      if (change.notBeforeMs !== undefined) row.leasedUntilMs = 0
      return true
    },
    list: async ({ key, subscription, kind, states, limit }) =>
      deliveries()
        .filter((one) => key === undefined || one.key === key)
        .filter((one) => subscription === undefined || one.subscription === subscription)
        .filter((one) => kind === undefined || one.kind === kind)
        .filter((one) => states === undefined || states.includes(one.state))
        .sort((a, b) => b.period.startMs - a.period.startMs || byKey(a, b))
        .slice(0, limit),
  }
}

export function memorySnapshots(): Snapshots {
  const kept = new Map<string, string>()
  return {
    keep: async (id, text) => void kept.set(id, kept.get(id) ?? text),
    find: async (id) => kept.get(id),
  }
}
