// SQLite through Node itself. Several processes of one host may share the file; who finds it locked waits without holding
// up anything else.

import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import PQueue from 'p-queue'
import pRetry from 'p-retry'
import { PlatformError, SettingsError } from '../../core/errors.ts'
import { gatherStatements, type Waiting } from './gatherStatements.ts'
import type { Query, Sql, SqlRow, SqlValue } from './sql.ts'

/** SQLITE_BUSY (https://www.sqlite.org/rescode.html#busy); its extended codes have it in their lowest byte. */
const BUSY = 5
/** Waits of 1, 2, 4 … 50 ms: about ten seconds together. */
const patience = { retries: 210, minTimeout: 1, maxTimeout: 50, factor: 2 }

/** Each copying of the log into the file waits for the disk, and everything else with it: four times as rare as by default, for 16 MB of log. */
const PAGES_BETWEEN_SYNCS = 4000
/** Room for the indexes of some 100,000 answers. */
const CACHE_KIB = 16_000

/** Statements of many rows are seldom of the same length twice, and large: they are not kept prepared. */
const LONGEST_KEPT = 2000

/** Opens the file; where it is not there and need not be, makes it, and its folder, for the operator's eyes only. */
export function openSqlite(path: string, mustExist: boolean): Sql {
  const database = openFile(path, mustExist)
  const statements = new Map<string, StatementSync>()
  const run = (text: string, values: readonly SqlValue[] = []): SqlRow[] => {
    // $1 is a name to SQLite, which it looks for among all names; ?1 is the place itself.
    const statement = statements.get(text) ?? database.prepare(text.replace(/\$(?=\d)/g, '?'))
    if (text.length <= LONGEST_KEPT) statements.set(text, statement)
    return statement.all(...values) as SqlRow[]
  }
  // One at a time: what is asked between a transaction's statements must not become part of it.
  const queue = new PQueue({ concurrency: 1 })
  const patiently = <T>(work: () => T) => whenUnlocked(path, work)
  const runAtOnce: Query = (text, ...values) => patiently(() => run(text, values))
  const runInOneCommit = (all: readonly Waiting[]): SqlRow[][] => {
    if (all.length === 1) return all.map(({ text, values }) => run(text, values))
    run('BEGIN')
    try {
      const rows = all.map(({ text, values }) => run(text, values))
      run('COMMIT')
      return rows
    } catch (error) {
      if (database.isTransaction) run('ROLLBACK')
      throw error
    }
  }
  const runTogether = async (all: readonly Waiting[]) => {
    try {
      const rows = await patiently(() => runInOneCommit(all))
      for (const [i, { resolve }] of all.entries()) resolve(rows[i] ?? [])
    } catch {
      // One of them failed, and so none has happened: each by itself then fares as it deserves.
      await Promise.all(
        all.map(({ text, values, resolve, reject }) => runAtOnce(text, ...values).then(resolve, reject)),
      )
    }
  }
  /** A power cut takes back nothing of what this commits; other statements give that up for speed (https://www.sqlite.org/wal.html). */
  const onDisk = async <T>(work: () => Promise<T>): Promise<T> => {
    database.exec('PRAGMA synchronous = FULL')
    try {
      return await work()
    } finally {
      database.exec('PRAGMA synchronous = NORMAL')
    }
  }
  const between = async <T>(begin: string, work: (query: Query) => Promise<T>): Promise<T> => {
    await patiently(() => database.exec(begin))
    try {
      const result = await work(runAtOnce)
      await patiently(() => database.exec('COMMIT'))
      return result
    } catch (error) {
      if (database.isTransaction) database.exec('ROLLBACK')
      throw error
    }
  }
  return {
    query: gatherStatements((work) => void queue.add(work), runTogether),
    durably: (text, ...values) => queue.add(() => onDisk(() => runAtOnce(text, ...values))),
    // SQLite has one writer at a time, who is alone.
    transaction: (kind, work) =>
      queue.add(() => (kind === 'read' ? between('BEGIN', work) : onDisk(() => between('BEGIN IMMEDIATE', work)))),
    isShared: false,
    keyType: 'TEXT',
    close: async () => {
      await queue.onIdle()
      if (database.isOpen) database.close()
    },
  }
}

function openFile(path: string, mustExist: boolean): DatabaseSync {
  if (mustExist && !existsSync(path))
    throw new SettingsError(`there is no state in ${path} yet; \`sitrep serve\` makes one where SITREP_STATE says`)
  try {
    makeFolder(dirname(path))
    closeSync(openSync(path, 'a', 0o600))
    const database = new DatabaseSync(path, { timeout: 0 })
    // The first to open turns it to WAL, and holds the file meanwhile.
    database.exec(
      'PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 0',
    )
    database.exec(`PRAGMA wal_autocheckpoint = ${PAGES_BETWEEN_SYNCS}; PRAGMA cache_size = ${-CACHE_KIB}`)
    return database
  } catch (error) {
    throw new SettingsError(`SITREP_STATE: ${path} cannot be opened as a database (${(error as Error).message})`, {
      cause: error,
    })
  }
}

/** Not by mkdir's own `recursive`, which never ends where a folder is there and takes no other, as /proc. */
function makeFolder(path: string): void {
  if (existsSync(path)) return
  makeFolder(dirname(path))
  try {
    mkdirSync(path, { mode: 0o700 })
  } catch (error) {
    // Another process may have been faster.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}

async function whenUnlocked<T>(path: string, work: () => T): Promise<T> {
  try {
    return await pRetry(work, { ...patience, shouldRetry: ({ error }) => isBusy(error) })
  } catch (error) {
    throw new PlatformError(`the state in ${path} cannot be used (${(error as Error).message})`, { cause: error })
  }
}

function isBusy(error: unknown): boolean {
  const code = (error as { errcode?: unknown }).errcode
  return typeof code === 'number' && (code & 0xff) === BUSY
}
