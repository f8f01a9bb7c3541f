// Open deliveries as jobs of pg-boss, in a schema of its own beside the state's: a queue for each platform.

import { createHash } from 'node:crypto'
import { type Db, PgBoss } from 'pg-boss'
import { type Delivery, LEASE_MS } from '../../core/digests/ledger.ts'
import { type DigestPlatform, digestPlatforms } from '../../core/digests/subscriptions.ts'
import { PlatformError } from '../../core/errors.ts'
import type { Clock, Log } from '../../core/ports.ts'
import { openDeliveries, type Queued } from './deliveryRows.ts'
import { type Query, type Sql, type SqlValue, textOf } from './sql.ts'

/** What names a delivery's job. */
type Named = Pick<Delivery, 'key' | 'period'>

/** All that is given a query is part of that query's transaction. */
export type DeliveryJobs = {
  readonly add: (query: Query, deliveries: readonly Queued[]) => Promise<void>
  /** Takes those that can be worked on, for as long as the lease; earliest minute first. */
  readonly take: (query: Query, platform: DigestPlatform, limit: number) => Promise<readonly Named[]>
  /** Gives one that was taken back, to be taken again from its `notBeforeMs` on. */
  readonly postpone: (query: Query, delivery: Queued) => Promise<void>
  readonly remove: (query: Query, platform: DigestPlatform, deliveries: readonly Named[]) => Promise<void>
  /** Gives back those whose taker let the lease run out; looks at most once a minute, all replicas together. */
  readonly freeAbandoned: (platform: DigestPlatform) => Promise<void>
  readonly stop: () => Promise<void>
}

/**
 * Strictly first in, first out for each subscription, also while the first waits to be tried again. How often a delivery
 * is tried is not the queue's to say, and neither is when it is too old.
 */
const queueOptions = {
  policy: 'key_strict_fifo',
  expireInSeconds: LEASE_MS / 1000,
  retryLimit: 2 ** 31 - 1,
  retryDelay: 0,
  retentionSeconds: 90 * 24 * 60 * 60,
} as const

/** Starts pg-boss; rejects with a PlatformError where its schema is not there and may not be made. */
export async function startDeliveryJobs(sql: Sql, clock: Clock, log?: Log): Promise<DeliveryJobs> {
  const { query } = sql
  const schema = await findOrMakeSchema(sql)
  // Nothing runs by itself: the scheduler's wake asks.
  const boss = new PgBoss({ db: databaseOf(query), schema, createSchema: false, supervise: false, schedule: false })
  boss.on('error', (error) => log?.error('the queue of deliveries failed', { error }))
  await boss.start()
  for (const platform of digestPlatforms) await boss.createQueue(platform, queueOptions)
  const add: DeliveryJobs['add'] = async (inside, deliveries) => {
    for (const platform of digestPlatforms) {
      const ofPlatform = deliveries.filter((one) => one.platform === platform)
      const jobs = ofPlatform.map((one) => jobOf(one, clock.now().getTime()))
      await boss.insert(platform, jobs, { db: databaseOf(inside) })
    }
  }
  // Those of an import, or of a version without jobs.
  await add(query, await openDeliveries(query))
  return {
    add,
    take: async (inside, platform, limit) => {
      const jobs = await boss.fetch<Named>(platform, { batchSize: limit, db: databaseOf(inside) })
      return jobs.map(({ data }) => data)
    },
    postpone: async (inside, delivery) => {
      const { platform } = delivery
      const [id, startAfter] = [idOf(delivery), new Date(delivery.notBeforeMs)]
      const db = databaseOf(inside)
      await boss.fail(platform, id, null, { db })
      await boss.update(platform, undefined, { id, startAfter, db })
    },
    remove: async (inside, platform, deliveries) => {
      if (deliveries.length > 0) await boss.deleteJob(platform, deliveries.map(idOf), { db: databaseOf(inside) })
    },
    freeAbandoned: (platform) => boss.supervise(platform),
    stop: () => boss.stop({ graceful: false }),
  }
}

/** The jobs' schema stands beside the state's own. Were it left to pg-boss, replicas that start at once would collide. */
async function findOrMakeSchema({ query, transaction }: Sql): Promise<string> {
  const [row] = await query('SELECT current_schema() AS name')
  const schema = `${textOf(row, 'name')}_jobs`
  try {
    await transaction('alone', async (inside) => {
      const found = await inside('SELECT nspname FROM pg_namespace WHERE nspname = $1', schema)
      if (found.length === 0) await inside(`CREATE SCHEMA ${schema}`)
    })
  } catch (error) {
    throw new PlatformError(
      `the queue of deliveries needs the schema ${schema}, which cannot be made: ${(error as Error).message}. ` +
        'Let the user of SITREP_STATE create schemas in that database, or make it: ' +
        `CREATE SCHEMA ${schema} AUTHORIZATION …`,
      { cause: error },
    )
  }
  return schema
}

function jobOf(delivery: Queued, nowMs: number) {
  const { key, kind, subscription, period, notBeforeMs } = delivery
  return {
    id: idOf(delivery),
    data: { key, period } satisfies Named,
    // A notice waits for nobody.
    singletonKey: kind === 'digest' ? subscription : key,
    // The higher the sooner; a whole number of 32 bits.
    priority: -Math.floor(period.startMs / 60_000),
    ...(notBeforeMs > nowMs ? { startAfter: new Date(notBeforeMs) } : {}),
  }
}

/**
 * The same for everybody who computes it, as a UUID of version 7 (RFC 9562): the period's start comes first, since of the
 * jobs that a subscription got at once pg-boss takes the one with the lowest id.
 */
function idOf({ key, period }: Named): string {
  const start = Math.max(0, period.startMs).toString(16).padStart(12, '0')
  const digest = createHash('sha256').update(key).digest('hex')
  return [
    start.slice(0, 8),
    start.slice(8),
    `7${digest.slice(0, 3)}`,
    `8${digest.slice(3, 6)}`,
    digest.slice(6, 18),
  ].join('-')
}

/** The database as pg-boss asks it: with lists and dates among the values too, which the client knows how to write. */
function databaseOf(query: Query): Db {
  return { executeSql: async (text, values = []) => ({ rows: [...(await query(text, ...(values as SqlValue[])))] }) }
}
