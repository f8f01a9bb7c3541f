import { describe, expect, test } from 'vitest'
import { openDatabase } from '../../../src/storage/state/openDatabase.ts'
import { openStateOver } from '../../../src/storage/state/openState.ts'
import { purge } from '../../../src/storage/state/purge.ts'
import { clock, letPass, stopTheClock } from '../../contracts/theClock.ts'
import { sharedPlaces } from '../../fakes/backends.ts'
import { aDelivery, aFrozen } from '../../fakes/deliveries.ts'

const anyText: unknown = expect.any(String)
const DAY_MS = 24 * 60 * 60 * 1000

describe.each(sharedPlaces)('$name', ({ isHere, newPlace }) => {
  stopTheClock()

  describe.skipIf(!isHere)('a purge', () => {
    const open = async () => {
      const sql = await openDatabase(await newPlace())
      const state = await openStateOver(sql, { clock })
      const rowsOf = async (table: string) =>
        (await sql.query(`SELECT id FROM sitrep_${table} ORDER BY id`)).map(({ id }) => id)
      return { ...state, rowsOf, purge: () => purge(sql.query, Date.now()) }
    }

    test('removes what has expired, and nothing else', async () => {
      const state = await open()
      await state.threads.add('old', 'one')
      await state.claims.claim('old', 1000)
      await state.lastLooks.look('reader', 'tram', Date.now())
      await state.gaps.add({ kind: 'question', text: 'why?', briefing: 'tram', about: '', day: '2031-03-04' })
      await state.purge()
      expect([await state.rowsOf('values'), await state.rowsOf('claims')]).toEqual([['thread:old'], ['old']])
      await letPass(DAY_MS)
      await state.threads.add('new', 'two')
      await state.claims.claim('new', 1000)
      await state.purge()
      expect([await state.rowsOf('values'), await state.rowsOf('claims')]).toEqual([['thread:new'], ['new']])
      await letPass(399 * DAY_MS - 1)
      await state.purge()
      expect([await state.rowsOf('looks'), await state.rowsOf('gaps')]).toEqual([[anyText], [anyText]])
      await letPass(DAY_MS + 1)
      await state.purge()
      expect([await state.rowsOf('looks'), await state.rowsOf('gaps')]).toEqual([[], []])
      await state.close()
    })

    test('removes what came to rest long ago, but for what each channel was told last', async () => {
      const state = await open()
      const period = (startMs: number) => ({ start: '2031-03-04T09:00', startMs })
      const plan = [
        { key: 'a1', subscription: 'a', period: period(1), ends: 'sent', told: 's1' },
        { key: 'a2', subscription: 'a', period: period(2), ends: 'silent', told: 's2' },
        { key: 'a3', subscription: 'a', period: period(3), ends: 'failed', told: 's3' },
        { key: 'b1', subscription: 'b', period: period(1), ends: 'sent', told: 's1' },
        { key: 'b2', subscription: 'b', period: period(2), ends: undefined, told: 's4' },
      ] as const
      for (const snapshot of ['s1', 's2', 's3', 's4', 's5']) await state.snapshots.keep(snapshot, 'text')
      for (const { ends, told, ...delivery } of plan) {
        await state.ledger.plan([aDelivery(delivery)])
        for (const one of await state.ledger.claim({ limit: 9, platform: 'discord' }))
          await state.ledger.record(one, {
            frozen: { ...aFrozen, told },
            ...(ends === undefined ? {} : { state: ends }),
          })
      }
      await letPass(90 * DAY_MS)
      await state.purge()
      expect(await state.rowsOf('deliveries')).toEqual(['a1', 'a2', 'a3', 'b1', 'b2'])
      expect(await state.rowsOf('snapshots')).toEqual(['s1', 's2', 's3', 's4'])
      await letPass(11 * DAY_MS)
      await state.purge()
      expect(await state.rowsOf('deliveries')).toEqual(['a2', 'b1', 'b2'])
      expect(await state.rowsOf('snapshots')).toEqual(['s1', 's2', 's4'])
      await state.close()
    })

    test('leaves a snapshot that was wanted again just now', async () => {
      const state = await open()
      await state.snapshots.keep('s1', 'text')
      await letPass(2 * DAY_MS)
      await state.snapshots.keep('s1', 'text')
      await state.purge()
      expect(await state.snapshots.find('s1')).toBe('text')
      await state.close()
    })
  })
})
