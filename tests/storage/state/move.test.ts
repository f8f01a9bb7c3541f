// A state goes out as lines and comes in elsewhere, between any two databases.

import { describe, expect, test } from 'vitest'
import { exportState } from '../../../src/storage/state/exportState.ts'
import { importState } from '../../../src/storage/state/importState.ts'
import { migrations } from '../../../src/storage/state/migrations.ts'
import { openDatabase } from '../../../src/storage/state/openDatabase.ts'
import { openState } from '../../../src/storage/state/openState.ts'
import { numberOf } from '../../../src/storage/state/sql.ts'
import { tableNames, tables } from '../../../src/storage/state/tables.ts'
import { clock } from '../../contracts/theClock.ts'
import { newFile, sharedPlaces } from '../../fakes/backends.ts'
import { aDelivery, aFrozen } from '../../fakes/deliveries.ts'
import { aSubscription } from '../../fakes/subscriptions.ts'

const key = 'a key for tests'
const lookedMs = Date.now()

/** Something in every table, and more deliveries than go out at once. */
async function fill(place: string): Promise<void> {
  const state = await openState(place, { clock, key })
  await state.threads.add('t1', 'Кто? 😀')
  await state.vault.put('slack/T1', { token: 'not-a-token' })
  await state.gaps.add({ kind: 'report', text: 'a\nb', briefing: 'tram', about: 'who?', day: '2031-03-04' })
  await state.claims.claim('event/1', 3_600_000)
  await state.lastLooks.look('discord/1/2', 'tram', lookedMs)
  await state.subscriptions.add(aSubscription())
  await state.snapshots.keep('snapshot-1', 'x'.repeat(2_000_000))
  await state.ledger.plan(
    Array.from({ length: 1200 }, (_, i) => aDelivery({ key: `digest/${i}`, subscription: `s${i}`, note: undefined })),
  )
  for (const claimed of await state.ledger.claim({ limit: 3, platform: 'discord' }))
    await state.ledger.record(claimed, { frozen: aFrozen, state: 'sending', attempts: 1, sendingMs: 6 })
  await state.close()
}

async function exported(place: string): Promise<string[]> {
  const database = await openDatabase(place)
  const lines: string[] = []
  const count = await exportState(database, async (line) => void lines.push(line))
  await database.close()
  expect(lines).toHaveLength(count + 1)
  return lines
}

async function imported(place: string, lines: readonly string[], isReplacing = false): Promise<number> {
  const database = await openDatabase(place)
  const given = (async function* () {
    yield* lines
  })()
  try {
    return await importState(database, given, { isReplacing, name: 'here' })
  } finally {
    await database.close()
  }
}

const ways = sharedPlaces.flatMap((from) => sharedPlaces.map((to) => ({ from, to })))

describe.each(ways)('from $from.name to $to.name', ({ from, to }) => {
  test.skipIf(!from.isHere || !to.isHere)('everything arrives as it was, and opens with the same key', async () => {
    const [old, young] = [await from.newPlace(), await to.newPlace()]
    await fill(old)
    const lines = await exported(old)
    expect(await imported(young, lines)).toBe(lines.length - 1)
    expect(await exported(young)).toEqual(lines)

    const state = await openState(young, { clock, key })
    expect(await state.vault.find('slack/T1')).toEqual({ token: 'not-a-token' })
    expect(await state.threads.read('t1')).toEqual(['Кто? 😀'])
    expect(await state.claims.claim('event/1', 1)).toBe(false)
    expect(await state.lastLooks.look('discord/1/2', 'tram', lookedMs + 1)).toBe(lookedMs)
    const sending = await state.ledger.list({ states: ['sending'] })
    expect(sending.map(({ frozen }) => frozen)).toEqual([aFrozen, aFrozen, aFrozen])
    await state.close()
  })
})

describe('an import', () => {
  const headOf = (version: number) => JSON.stringify({ sitrep: 'state', version })
  const head = headOf(migrations.length)
  const claim = JSON.stringify({ table: 'claims', row: { id: 'a', lapses: 5 } })

  test('into a state that holds something is refused, and replaces what is there where that is asked', async () => {
    const place = await newFile()
    await fill(place)
    await expect(imported(place, [head, claim])).rejects.toThrow('the state here is not empty; name another place')
    await imported(place, [head, claim], true)
    expect(await exported(place)).toEqual([head, claim])
  })

  test.each([
    ['nothing', [], 'there is nothing to import'],
    ['another file', ['{"a":1}'], 'line 1 is not how an exported state begins'],
    ['no JSON', ['PK\u0003\u0004'], 'line 1 is no JSON; was the file cut off?'],
    ['a newer state', [headOf(99), claim], `has version 99, and this Sitrep reads version ${migrations.length}`],
    ['an older state', [headOf(1), claim], `has version 1, and this Sitrep reads version ${migrations.length}`],
    ['a line that was cut off', [head, claim, claim.slice(0, 30)], 'line 3 is no JSON; was the file cut off?'],
    ['an unknown table', [head, claim, '{"table":"users","row":{}}'], 'line 3 names no table'],
    ['a row without a value', [head, '{"table":"claims","row":{"id":"b"}}'], 'line 2 is no row of claims: lapses'],
    ['an unknown column', [head, '{"table":"claims","row":{"id":"b","lapses":1,"x":1}}'], 'line 2 is no row of claims'],
    ['the same row twice', [head, claim, claim], 'cannot be used (UNIQUE'],
  ])('of %s changes nothing', async (_, lines, message) => {
    const place = await newFile()
    await imported(place, [head, JSON.stringify({ table: 'claims', row: { id: 'before', lapses: 5 } })])
    const before = await exported(place)
    await expect(imported(place, lines, true)).rejects.toThrow(message)
    expect(await exported(place)).toEqual(before)
  })

  test('skips empty lines', async () => {
    expect(await imported(await newFile(), [head, '', claim, ''])).toBe(1)
  })
})

describe.each(sharedPlaces)('$name', ({ isHere, newPlace }) => {
  test.skipIf(!isHere)('has the tables and columns that are moved, and no others', async () => {
    const place = await newPlace()
    await fill(place)
    const database = await openDatabase(place)
    for (const table of tableNames) {
      const [row] = await database.query(`SELECT * FROM sitrep_${table} LIMIT 1`)
      expect(Object.keys(row ?? {})).toEqual(Object.keys(tables[table].shape))
    }
    const names = place.startsWith('postgres')
      ? `pg_tables WHERE schemaname = current_schema() AND tablename LIKE 'sitrep%'`
      : `sqlite_schema WHERE type = 'table' AND name LIKE 'sitrep%'`
    const [count] = await database.query(`SELECT count(*) AS tables FROM ${names}`)
    expect(numberOf(count, 'tables')).toBe(tableNames.length)
    await database.close()
  })
})
