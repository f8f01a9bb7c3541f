// What is the job queue's own about the ledger on PostgreSQL; all else is in the contract that it shares.

import { randomUUID } from 'node:crypto'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '../../../src/storage/state/openDatabase.ts'
import { openState } from '../../../src/storage/state/openState.ts'
import { clock } from '../../contracts/theClock.ts'
import { sharedPlaces } from '../../fakes/backends.ts'
import { aDelivery } from '../../fakes/deliveries.ts'

const order = { limit: 10, platform: 'discord' } as const
const postgres = sharedPlaces.find(({ name }) => name.startsWith('PostgreSQL'))

describe.skipIf(postgres?.isHere !== true)('the ledger on PostgreSQL', () => {
  const newPlace = async () => {
    const place = (await postgres?.newPlace()) ?? ''
    const database = await openDatabase(place)
    onTestFinished(database.close)
    const [row] = await database.query('SELECT current_schema() AS name')
    return { place, query: database.query, schema: String(row?.name) }
  }
  const opened = async (place: string) => {
    const state = await openState(place, { clock })
    onTestFinished(state.close)
    return state
  }

  test('makes jobs of open deliveries that have none, as after an import', async () => {
    const { place, query, schema } = await newPlace()
    const first = await openState(place, { clock })
    await first.ledger.plan([
      aDelivery({ key: 'open' }),
      aDelivery({ key: 'over', subscription: 's2', state: 'skipped' }),
    ])
    await first.close()
    await query(`DROP SCHEMA ${schema}_jobs CASCADE`)
    const { ledger } = await opened(place)
    expect(await ledger.claim(order)).toMatchObject([{ key: 'open', token: 1 }])
    expect(await ledger.claim(order)).toEqual([])
  })

  test('drops a job whose delivery is gone, and those of what came to rest', async () => {
    const { place, query, schema } = await newPlace()
    const { ledger } = await opened(place)
    await ledger.plan(['a', 'b'].map((key) => aDelivery({ key, subscription: key })))
    await query(`DELETE FROM sitrep_deliveries WHERE id = 'a'`)
    const [left, ...others] = await ledger.claim(order)
    expect([left?.key, others]).toEqual(['b', []])
    await ledger.record(left ?? { key: '', token: 0 }, { state: 'sent' })
    expect(await query(`SELECT id FROM ${schema}_jobs.job`)).toEqual([])
  })

  test('says what to do where the user may not make its schema, and goes on once that is done', async () => {
    const { place, query, schema } = await newPlace()
    const role = `sitrep_test_${randomUUID().replaceAll('-', '')}`
    await query(`CREATE ROLE ${role}; GRANT ALL ON SCHEMA ${schema} TO ${role};
      GRANT ALL ON ALL TABLES IN SCHEMA ${schema} TO ${role}`)
    onTestFinished(async () => void (await query(`DROP OWNED BY ${role} CASCADE; DROP ROLE ${role}`)))
    const { ledger } = await opened(place.replace('search_path', `role=${role}+-csearch_path`))
    await expect(ledger.claim(order)).rejects.toThrow(`CREATE SCHEMA ${schema}_jobs AUTHORIZATION …`)
    await query(`CREATE SCHEMA ${schema}_jobs AUTHORIZATION ${role}`)
    expect(await ledger.plan([aDelivery()])).toHaveLength(1)
    expect(await ledger.claim(order)).toHaveLength(1)
  })
})
