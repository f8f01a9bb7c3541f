import { setTimeout as after } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import { openState } from '../../../src/storage/state/openState.ts'
import { openWriteBehind, type Values } from '../../../src/storage/state/writeBehind.ts'
import { clock } from '../../contracts/theClock.ts'
import { newFile } from '../../fakes/backends.ts'

const DELAY_MS = 5

/** Texts that are joined where they wait under one key, what was written of them, and a database that can be broken. */
function openNotes(delayMs = DELAY_MS) {
  const written: Record<string, string>[] = []
  const failures: unknown[] = []
  const database = { isBroken: false }
  const write = async (values: Values<string>) => {
    await after(1)
    if (database.isBroken) throw new Error('the disk is full')
    written.push(Object.fromEntries(values))
  }
  const pace = { delayMs, onFailure: (error: unknown) => failures.push(error) }
  return { ...openWriteBehind(write, (older, newer) => older + newer, pace), written, failures, database }
}

test('what is put within the delay is written at once, in the order of its keys', async () => {
  const { put, written } = openNotes()
  for (const key of ['c', 'a', 'b']) await put(key, key)
  expect(written).toEqual([])
  await vi.waitFor(() => expect(written.map(Object.entries)).toEqual([['a', 'b', 'c'].map((key) => [key, key])]))
})

test('where nothing may wait, it is written when it was put, or whoever put it is told', async () => {
  const { put, written, database } = openNotes(0)
  await put('a', '1')
  expect(written).toEqual([{ a: '1' }])
  database.isBroken = true
  await expect(put('b', '1')).rejects.toThrow('the disk is full')
})

test('values of one key that wait together become one', async () => {
  const { put, flush, written } = openNotes()
  await put('a', '1')
  await put('a', '2')
  await flush()
  expect(written).toEqual([{ a: '12' }])
})

test('whoever reads a value that waits, or is being written, has it written first', async () => {
  const { put, settle, flush, written } = openNotes()
  await put('a', '1')
  await settle('none')
  expect(written).toEqual([])
  await settle('a')
  expect(written).toEqual([{ a: '1' }])
  await put('b', '1')
  const flushing = flush()
  await settle('b')
  expect(written).toEqual([{ a: '1' }, { b: '1' }])
  await flushing
})

test('what cannot be written waits on, before what came later, and is tried again', async () => {
  const { put, written, failures, database } = openNotes()
  database.isBroken = true
  await put('a', '1')
  await vi.waitFor(() => expect(failures).toEqual([new Error('the disk is full')]))
  await put('a', '2')
  database.isBroken = false
  await vi.waitFor(() => expect(written).toEqual([{ a: '12' }]), 3000)
})

test('while the database fails no more than so many wait, and whoever puts another is told', async () => {
  const { put, settle, database } = openNotes()
  database.isBroken = true
  for (let i = 0; i < 1000; i++) await put(`${i}`, '1')
  await expect(put('one more', '1')).rejects.toThrow('the disk is full')
  await settle('one more')
  await expect(settle('7')).rejects.toThrow('the disk is full')
})

test('what waits when the state closes is kept', async () => {
  const file = await newFile()
  const first = await openState(file, { clock, writeBehindMs: 60_000 })
  await first.threads.add('t', 'who is Tarn?')
  await first.handles.keep('h', { request: { kind: 'overview' }, context: [], nearby: [] })
  await first.close()
  const second = await openState(file, { clock })
  expect(await second.threads.read('t')).toEqual(['who is Tarn?'])
  expect(await second.handles.find('h')).toBeDefined()
  await second.close()
})
