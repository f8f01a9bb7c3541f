// All that outlives a restart, behind the core's ports, in one database.

import { randomBytes } from 'node:crypto'
import { Keyv } from 'keyv'
import type { Ledger, Snapshots } from '../../core/digests/ledger.ts'
import type { Subscriptions } from '../../core/digests/subscriptions.ts'
import type { Claims, Clock, Gaps, Handles, Health, LastLooks, Log, Threads, Vault } from '../../core/ports.ts'
import { openClaims } from './claims.ts'
import { openGaps } from './gaps.ts'
import { openHandles } from './handles.ts'
import { openLastLooks } from './lastLooks.ts'
import { findOrMakeMeta } from './meta.ts'
import { type DatabaseOptions, openDatabase } from './openDatabase.ts'
import { purge } from './purge.ts'
import { openRowLedger } from './rowLedger.ts'
import { openSnapshots } from './snapshots.ts'
import type { Sql } from './sql.ts'
import { SqlStore } from './sqlStore.ts'
import { openSubscriptions } from './subscriptions.ts'
import { openThreads } from './threads.ts'
import { openVault } from './vault.ts'

export type State = {
  readonly threads: Threads
  readonly handles: Handles
  readonly gaps: Gaps
  readonly claims: Claims
  readonly lastLooks: LastLooks
  readonly vault: Vault
  readonly subscriptions: Subscriptions
  readonly ledger: Ledger
  readonly snapshots: Snapshots
  /** Asks the database, so that readiness tells the truth of now. */
  readonly check: () => Promise<Health>
  readonly close: () => Promise<void>
}

export type StateOptions = DatabaseOptions & {
  readonly clock: Clock
  /** SITREP_KEY, with which secrets are sealed. */
  readonly key?: string | undefined
  readonly log?: Log
  /** How long what is kept of an answer may wait, so that much is written at once; nothing waits where it is left out. */
  readonly writeBehindMs?: number
}

const PURGE_EVERY_MS = 60 * 60 * 1000

/** Opens the state at SITREP_STATE, and migrates it where it is of an older version. */
export async function openState(location: string, options: StateOptions): Promise<State> {
  const sql = await openDatabase(location, options)
  try {
    return await openStateOver(sql, options)
  } catch (error) {
    await sql.close()
    throw error
  }
}

/** The state in a database that has been migrated; closing the state closes the database. */
export async function openStateOver(sql: Sql, options: StateOptions): Promise<State> {
  const { clock, key, log, writeBehindMs = 0 } = options
  const { query } = sql
  const salt = await findOrMakeMeta(query, 'salt', randomBytes(32).toString('base64url'))
  // Nobody listens to the errors of a Keyv: with a listener it would hide them behind a value that is not there.
  const values = (namespace: string) => new Keyv({ store: new SqlStore(query, clock), namespace })
  const forget = () =>
    purge(query, clock.now().getTime()).catch((error: unknown) => {
      log?.warn('what has expired in the state could not be removed', { error })
    })
  await forget()
  const timer = setInterval(forget, PURGE_EVERY_MS).unref()
  const tellLate = (error: unknown) => log?.error('what readers asked could not be kept', { error })
  const pace = { delayMs: writeBehindMs, onFailure: tellLate }
  const threads = openThreads(values('thread'), clock, pace)
  const handles = openHandles(values('handle'), clock, pace)
  // The queue is loaded only where it is used.
  const jobLedger = sql.isShared ? (await import('./jobLedger.ts')).openJobLedger(sql, clock, log) : undefined
  return {
    threads,
    handles,
    gaps: openGaps(query),
    claims: openClaims(query, clock),
    lastLooks: openLastLooks(query, salt),
    vault: openVault(values('secret'), query, salt, key),
    subscriptions: openSubscriptions(query),
    ledger: jobLedger ?? openRowLedger(sql, clock),
    snapshots: openSnapshots(query, clock),
    check: async () => {
      try {
        await query('SELECT 1 AS one')
        return { state: 'ready' }
      } catch (error) {
        return { state: 'failed', message: (error as Error).message }
      }
    },
    close: async () => {
      clearInterval(timer)
      await Promise.all([threads.flush(), handles.flush()]).catch(tellLate)
      await jobLedger?.close()
      await sql.close()
    },
  }
}
