// What the state knows of who looked: nothing that says who it was.

import { expect, test } from 'vitest'
import { openDatabase } from '../../../src/storage/state/openDatabase.ts'
import { openStateOver } from '../../../src/storage/state/openState.ts'
import { clock } from '../../contracts/theClock.ts'
import { newFile } from '../../fakes/backends.ts'

/** The ids under which the looks of the same reader stand in a new state. */
async function idsOfLooks(): Promise<string[]> {
  const sql = await openDatabase(await newFile())
  const state = await openStateOver(sql, { clock })
  for (const briefing of ['tram', 'ferry']) await state.lastLooks.look('discord/100/reader-7', briefing, Date.now())
  const rows = await sql.query('SELECT * FROM sitrep_looks')
  await state.close()
  expect(JSON.stringify(rows)).not.toMatch(/reader|discord|tram/)
  return rows.map(({ id }) => String(id))
}

test('a reader is kept as a hash, another for each briefing and in each state', async () => {
  const ids = [...(await idsOfLooks()), ...(await idsOfLooks())]
  expect(new Set(ids).size).toBe(4)
})
