// The store as Keyv uses it: all of Keyv's calls, also those that the state has no use for.

import { Keyv } from 'keyv'
import { describe, expect, test } from 'vitest'
import { openDatabase } from '../../../src/storage/state/openDatabase.ts'
import { SqlStore } from '../../../src/storage/state/sqlStore.ts'
import { clock, letPass, stopTheClock } from '../../contracts/theClock.ts'
import { newFile, sharedPlaces } from '../../fakes/backends.ts'

describe.each(sharedPlaces)('Keyv on $name', ({ isHere, newPlace }) => {
  stopTheClock()

  test.skipIf(!isHere)('keeps, finds, counts and forgets, each namespace for itself', async () => {
    const { query, close } = await openDatabase(await newPlace())
    const [a, b] = ['a', 'a:b'].map((namespace) => new Keyv({ store: new SqlStore(query, clock), namespace }))
    if (a === undefined || b === undefined) throw new Error('two were made')

    await a.set('one', { deep: [1, null, '😀'] })
    await a.setMany([
      { key: 'two', value: 2 },
      { key: 'two', value: 22 },
      { key: 'short', value: 3, ttl: 1000 },
    ])
    await b.set('one', 'other')
    expect(await a.get('one')).toEqual({ deep: [1, null, '😀'] })
    expect(await a.getMany(['two', 'none', 'short'])).toEqual([22, undefined, 3])
    expect(await a.hasMany(['one', 'none'])).toEqual([true, false])

    await letPass(1000)
    expect(await a.has('short')).toBe(false)
    expect(await a.get('short')).toBeUndefined()

    expect(await a.deleteMany(['two', 'none'])).toEqual([true, false])
    await a.clear()
    expect(await a.has('one')).toBe(false)
    expect(await b.get('one')).toBe('other')
    await close()
  })
})

test('where the database fails Keyv rejects, and does not take it for a value that is not there', async () => {
  const { query, close } = await openDatabase(await newFile())
  const values = new Keyv({ store: new SqlStore(query, clock), namespace: 'a' })
  await close()
  await expect(values.get('one')).rejects.toThrow('cannot be used (database is not open)')
  await expect(values.set('one', 1)).rejects.toThrow('cannot be used (database is not open)')
})
