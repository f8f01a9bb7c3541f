// The delivery ledger on PostgreSQL, for any number of replicas: as long as a delivery is open it is also a job of pg-boss,
// which decides who may work on it and when. What became of it stands in its row alone.

import { type Ledger, type NewDelivery, restingStates } from '../../core/digests/ledger.ts'
import type { Clock, Log } from '../../core/ports.ts'
import { type DeliveryJobs, startDeliveryJobs } from './deliveryJobs.ts'
import { changeDelivery, insertDeliveries, isOpen, listDeliveries, type Queued, readClaims } from './deliveryRows.ts'
import type { Sql } from './sql.ts'

export type JobLedger = Ledger & { readonly close: () => Promise<void> }

export function openJobLedger(sql: Sql, clock: Clock, log?: Log): JobLedger {
  const { query, durably, transaction } = sql
  const nowMs = () => clock.now().getTime()
  let started: Promise<DeliveryJobs> | undefined
  /** The first to deliver starts them: who only looks needs none. What failed is tried again. */
  const start = () => {
    started ??= startDeliveryJobs(sql, clock, log).catch((error: unknown) => {
      started = undefined
      throw error
    })
    return started
  }
  return {
    plan: async (deliveries) => {
      const jobs = await start()
      return transaction('write', async (inside) => {
        const added = await insertDeliveries(inside, deliveries, nowMs())
        const isNew = new Set(added)
        const open = deliveries.filter(({ key, state }) => state === 'planned' && isNew.has(key))
        await jobs.add(inside, open.map(queued))
        return added
      })
    },
    claim: async ({ limit, platform }) => {
      if (limit === 0) return []
      const jobs = await start()
      await jobs.freeAbandoned(platform)
      return transaction('write', async (inside) => {
        const taken = await jobs.take(inside, platform, limit)
        if (taken.length === 0) return []
        const places = taken.map((_, i) => `$${i + 1}`).join(', ')
        const claim = `UPDATE sitrep_deliveries SET token = token + 1 WHERE id IN (${places}) AND ${isOpen} RETURNING *`
        const claimed = readClaims(await inside(claim, ...taken.map(({ key }) => key)))
        // A crash may have left the job of a row at rest, and an import that of a row which is gone.
        const isClaimed = new Set(claimed.map(({ key }) => key))
        const orphans = taken.filter(({ key }) => !isClaimed.has(key))
        await jobs.remove(inside, platform, orphans)
        return claimed
      })
    },
    record: async (claimed, change) => {
      const isResting = restingStates.some((state) => state === change.state)
      if (change.notBeforeMs === undefined || isResting) {
        const delivery = await changeDelivery(durably, claimed, change, nowMs())
        // Where a crash leaves the job behind, the next to take it finds the row at rest.
        if (delivery !== undefined && isResting) await (await start()).remove(query, delivery.platform, [delivery])
        return delivery !== undefined
      }
      const jobs = await start()
      return transaction('write', async (inside) => {
        const delivery = await changeDelivery(inside, claimed, change, nowMs())
        if (delivery !== undefined) await jobs.postpone(inside, delivery)
        return delivery !== undefined
      })
    },
    list: (filter) => listDeliveries(query, filter),
    close: async () => (await started?.catch(() => undefined))?.stop(),
  }
}

const queued = ({ key, kind, subscription, place, period }: NewDelivery): Queued => ({
  ...{ key, kind, subscription, period },
  platform: place.platform,
  notBeforeMs: 0,
})
