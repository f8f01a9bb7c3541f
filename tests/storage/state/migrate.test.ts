import { describe, expect, test } from 'vitest'
import { SettingsError } from '../../../src/core/errors.ts'
import { migrate, readVersion } from '../../../src/storage/state/migrate.ts'
import { migrations } from '../../../src/storage/state/migrations.ts'
import { openDatabase } from '../../../src/storage/state/openDatabase.ts'
import { openState } from '../../../src/storage/state/openState.ts'
import { clock } from '../../contracts/theClock.ts'
import { sharedPlaces } from '../../fakes/backends.ts'

const addColumn = ['ALTER TABLE sitrep_claims ADD COLUMN reason TEXT']
const broken = ['CREATE TABLE sitrep_half (id KEY_TYPE)', 'CREATE TABLE sitrep_half (id KEY_TYPE)']

describe.each(sharedPlaces)('$name', ({ isHere, newPlace }) => {
  describe.skipIf(!isHere)('a state', () => {
    test('that is new gets every step, and opening it again does nothing', async () => {
      const place = await newPlace()
      for (let i = 0; i < 2; i++) {
        const database = await openDatabase(place)
        expect(await readVersion(database.query)).toBe(migrations.length)
        await database.close()
      }
    })

    test('of each older version is brought forward, and keeps what it holds', async () => {
      for (const version of migrations.keys()) {
        const place = await newPlace()
        // What an older program made: a database with the first steps only.
        const database = await openDatabase(place)
        for (const table of ['values', 'claims', 'gaps', 'looks', 'subscriptions', 'deliveries', 'snapshots'])
          await database.query(`DROP TABLE sitrep_${table}`)
        await database.query(`DELETE FROM sitrep_meta`)
        await migrate(database, 'here', migrations.slice(0, version))
        if (version > 0) await database.query(`INSERT INTO sitrep_claims VALUES ('event/1', 9000000000000)`)
        await database.close()

        const state = await openState(place, { clock })
        expect(await state.claims.claim('event/1', 1)).toBe(version === 0)
        expect(await state.ledger.list({})).toEqual([])
        await state.close()
      }
    })

    test('gets only the steps that it has not been through', async () => {
      const database = await openDatabase(await newPlace())
      await database.query(`INSERT INTO sitrep_claims VALUES ('event/1', 1)`)
      await migrate(database, 'here', [...migrations, addColumn])
      await migrate(database, 'here', [...migrations, addColumn])
      expect(await database.query('SELECT * FROM sitrep_claims')).toEqual([{ id: 'event/1', lapses: 1, reason: null }])
      await database.close()
    })

    test('stays as it was where a step fails', async () => {
      const database = await openDatabase(await newPlace())
      await expect(migrate(database, 'here', [...migrations, addColumn, broken])).rejects.toThrow('sitrep_half')
      expect(await readVersion(database.query)).toBe(migrations.length)
      await database.query(`INSERT INTO sitrep_claims VALUES ('event/1', 1)`)
      expect(await database.query('SELECT * FROM sitrep_claims')).toEqual([{ id: 'event/1', lapses: 1 }])
      await database.close()
    })

    test('that a newer program has used is refused by an older one, and left alone', async () => {
      const place = await newPlace()
      const database = await openDatabase(place)
      await migrate(database, 'here', [...migrations, addColumn])
      const opening = openState(place, { clock })
      await expect(opening).rejects.toThrow(SettingsError)
      const [newer, known] = [migrations.length + 1, migrations.length]
      await expect(opening).rejects.toThrow(
        new RegExp(`has version ${newer}, and this Sitrep knows versions up to ${known} only: a newer one has used it`),
      )
      expect(await readVersion(database.query)).toBe(newer)
      await database.close()
    })
  })
})
