// What a database does when it is locked, lost, damaged or not there.

import { randomUUID } from 'node:crypto'
import { chmod, mkdir, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, test } from 'vitest'
import { PlatformError, SettingsError } from '../../../src/core/errors.ts'
import { openDatabase } from '../../../src/storage/state/openDatabase.ts'
import { openState } from '../../../src/storage/state/openState.ts'
import { clock } from '../../contracts/theClock.ts'
import { newFile, sharedPlaces } from '../../fakes/backends.ts'
import { aDelivery } from '../../fakes/deliveries.ts'

describe.each(sharedPlaces)('$name', ({ isHere, newPlace }) => {
  describe.skipIf(!isHere)('transactions', () => {
    test('what is asked meanwhile is no part of a transaction', async () => {
      const { query, transaction, close } = await openDatabase(await newPlace())
      const insert = (id: string) => `INSERT INTO sitrep_claims VALUES ('${id}', 1)`
      const failing = transaction('write', async (inside) => {
        await inside(insert('inside'))
        await Promise.resolve()
        throw new Error('given up')
      })
      const meanwhile = query(insert('meanwhile'))
      await expect(failing).rejects.toThrow('given up')
      await meanwhile
      expect(await query('SELECT id FROM sitrep_claims')).toEqual([{ id: 'meanwhile' }])
      await close()
    })

    test('a failed statement leaves nothing of its transaction, and the next one works', async () => {
      const { query, transaction, close } = await openDatabase(await newPlace())
      const twice = transaction('alone', async (inside) => {
        await inside(`INSERT INTO sitrep_claims VALUES ('a', 1)`)
        await inside(`INSERT INTO sitrep_claims VALUES ('a', 1)`)
      })
      await expect(twice).rejects.toThrow(PlatformError)
      expect(await query('SELECT id FROM sitrep_claims')).toEqual([])
      await transaction('write', (inside) => inside(`INSERT INTO sitrep_claims VALUES ('a', 1)`))
      expect(await query('SELECT id FROM sitrep_claims')).toEqual([{ id: 'a' }])
      await close()
    })

    test('of statements that are asked for at once, those that can succeed do', async () => {
      const { query, close } = await openDatabase(await newPlace())
      const insert = (id: string) => query(`INSERT INTO sitrep_claims VALUES ('${id}', 1) RETURNING id`)
      const outcomes = await Promise.allSettled(['a', 'b', 'a', 'c'].map(insert))
      expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled'])
      expect(outcomes[2]).toMatchObject({ reason: expect.any(PlatformError) })
      expect(outcomes[3]).toMatchObject({ value: [{ id: 'c' }] })
      expect(await query('SELECT id FROM sitrep_claims ORDER BY id')).toEqual([{ id: 'a' }, { id: 'b' }, { id: 'c' }])
      await close()
    })

    test('readiness tells whether the database answers', async () => {
      const state = await openState(await newPlace(), { clock })
      expect(await state.check()).toEqual({ state: 'ready' })
      await state.close()
      expect(await state.check()).toMatchObject({ state: 'failed', message: expect.stringMatching(/./) })
    })
  })
})

describe('a SQLite file', () => {
  test('is made with its folder, for its owner alone', async () => {
    const file = join(dirname(await newFile()), 'a', 'b', 'state.sqlite')
    await (await openDatabase(`sqlite:${file}`)).close()
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    expect((await stat(dirname(file))).mode & 0o777).toBe(0o700)
  })

  test('what was asked for before it closes is done', async () => {
    const place = await newFile()
    const database = await openDatabase(place)
    const asked = ['a', 'b'].map((id) => database.query(`INSERT INTO sitrep_claims VALUES ('${id}', 1)`))
    await database.close()
    await Promise.all(asked)
    const { query, close } = await openDatabase(place)
    expect(await query('SELECT id FROM sitrep_claims ORDER BY id')).toEqual([{ id: 'a' }, { id: 'b' }])
    await close()
  })

  test('is not made by who only looks', async () => {
    const file = await newFile()
    await expect(openDatabase(file, { mustExist: true })).rejects.toThrow(`there is no state in ${file} yet`)
    await expect(stat(file)).rejects.toThrow('ENOENT')
  })

  test('that another process holds is waited for, and everything else goes on meanwhile', async () => {
    const file = await newFile()
    const { query, close } = await openDatabase(file)
    const other = new DatabaseSync(file)
    other.exec('BEGIN IMMEDIATE')
    let isDone = false
    const writing = query(`INSERT INTO sitrep_claims VALUES ('a', 1)`).then(() => {
      isDone = true
    })
    // Several turns of the event loop: a write that blocked it would not let them come.
    for (let i = 0; i < 20; i++) await new Promise((resolve) => setTimeout(resolve, 1))
    expect(isDone).toBe(false)
    other.exec('COMMIT')
    await writing
    expect(await query('SELECT id FROM sitrep_claims')).toEqual([{ id: 'a' }])
    other.close()
    await close()
  })

  test('that takes many rows lets everything else go on in between', async () => {
    const { ledger, close } = await openState(await newFile(), { clock })
    let turns = 0
    const counter = setInterval(() => {
      turns += 1
    }, 0)
    await ledger.plan(Array.from({ length: 2000 }, (_, i) => aDelivery({ key: `k${i}` })))
    clearInterval(counter)
    expect(turns).toBeGreaterThan(5)
    await close()
  })

  test.each([
    ['is no database', (file: string) => writeFile(file, 'x'.repeat(5000)), 'file is not a database'],
    ['is a folder', (file: string) => mkdir(file), 'cannot be opened as a database'],
  ])('that %s is refused, and named', async (_, make, message) => {
    const file = await newFile()
    await make(file)
    const opening = openDatabase(file)
    await expect(opening).rejects.toThrow(SettingsError)
    await expect(opening).rejects.toThrow(message)
    await expect(opening).rejects.toThrow(file)
  })

  test.skipIf(process.platform !== 'linux')('where nobody can make a folder is refused at once', async () => {
    await expect(openDatabase('/proc/nowhere/state.sqlite')).rejects.toThrow('cannot be opened as a database')
  })

  // The superuser may write everywhere.
  test.skipIf(process.getuid?.() === 0)('in a folder that cannot be written is refused', async () => {
    const file = await newFile()
    await chmod(dirname(file), 0o500)
    await expect(openDatabase(file)).rejects.toThrow('cannot be opened as a database')
  })
})

describe('PostgreSQL', () => {
  test('that cannot be reached is named, without the password', async () => {
    const opening = openState('postgres://somebody:hunter2@127.0.0.1:1/sitrep', { clock })
    await expect(opening).rejects.toThrow(PlatformError)
    await expect(opening).rejects.toThrow(
      /^the state at postgres:\/\/127\.0\.0\.1:1\/sitrep cannot be used \(.*ECONNREFUSED/,
    )
    await expect(opening).rejects.not.toThrow('hunter2')
  })

  const [, postgres] = sharedPlaces
  test.skipIf(postgres?.isHere !== true)('that ends a connection in a transaction leaves nothing of it', async () => {
    const { query, transaction, close } = await openDatabase((await postgres?.newPlace()) ?? '')
    const cut = transaction('write', async (inside) => {
      await inside(`INSERT INTO sitrep_claims VALUES ('a', 1)`)
      await inside('SELECT pg_terminate_backend(pg_backend_pid())')
    })
    await expect(cut).rejects.toThrow(PlatformError)
    expect(await query('SELECT id FROM sitrep_claims')).toEqual([])
    await close()
  })

  test.skipIf(postgres?.isHere !== true)('that ends the connections is connected to again', async () => {
    const place = (await postgres?.newPlace()) ?? ''
    // A name of its own: other tests' connections to the same server are to stay.
    const name = `sitrep ${randomUUID()}`
    const state = await openState(`${place}&application_name=${encodeURIComponent(name)}`, { clock })
    const other = await openDatabase(place)
    await state.threads.add('t', 'one')
    const ended = await other.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = $1',
      name,
    )
    expect(ended.length).toBeGreaterThan(0)
    // One that is ended before its connection is missed fails; the next is on a new connection.
    await state.threads.read('t').catch(() => [])
    expect(await state.threads.read('t')).toEqual(['one'])
    await state.close()
    await other.close()
  })
})
