// The commands that look at the state or move it, as an operator runs them.

import { readFile, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openState } from '../../src/storage/state/openState.ts'
import { clock } from '../contracts/theClock.ts'
import { newFile } from '../fakes/backends.ts'
import { aDelivery, aFrozen } from '../fakes/deliveries.ts'
import { aSubscription } from '../fakes/subscriptions.ts'
import { runSitrep } from '../runSitrep.ts'

/** The state that the commands below look at. */
async function newState(): Promise<string> {
  const place = await newFile()
  const { gaps, subscriptions, ledger, close } = await openState(place, { clock })
  const gap = { briefing: 'tram', about: 'nothing on fares', day: '2031-03-04' } as const
  await gaps.add({ ...gap, kind: 'report', text: 'the \u001b[31mdate\nis wrong', about: 'when did it begin?' })
  for (const day of ['2031-03-04', '2031-03-06'])
    await gaps.add({ ...gap, kind: 'question', text: 'How much is a fare?', day })
  await subscriptions.add(aSubscription({ id: 'sub2', status: 'paused', note: 'the channel is gone' }))
  await subscriptions.add(aSubscription({ id: 'sub3' }))
  const outcomes = ['failed', 'unknown', 'sent'] as const
  await ledger.plan(outcomes.map((outcome) => aDelivery({ key: outcome, subscription: `of-${outcome}` })))
  for (const one of await ledger.claim({ limit: 5, platform: 'discord' })) {
    const state = outcomes.find((outcome) => outcome === one.key) ?? 'sent'
    const note = state === 'failed' ? 'HTTP 500' : undefined
    await ledger.record(one, { frozen: aFrozen, state, attempts: state === 'failed' ? 5 : 1, note })
  }
  await close()
  return place
}

const run = (place: string, args: readonly string[], input: readonly string[] = []) =>
  runSitrep(args, { input, environment: { SITREP_STATE: place } })

describe('sitrep gaps', () => {
  test('lists what was asked in vain and what was reported, most asked first', async () => {
    expect(await run(await newState(), ['gaps'])).toMatchObject({
      code: 0,
      errors: '',
      out: `   2×  How much is a fare?
       tram, 2031-03-04 to 2031-03-06: nothing on fares
   1×  the [31mdate is wrong
       tram, 2031-03-04: reported of: when did it begin?
`,
    })
  })

  test('--json lists them as data', async () => {
    const { code, out } = await run(await newState(), ['gaps', '--json'])
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject([
      { kind: 'question', count: 2, firstDay: '2031-03-04', day: '2031-03-06', briefing: 'tram' },
      { kind: 'report', count: 1, text: 'the \u001b[31mdate\nis wrong' },
    ])
  })
})

describe('sitrep deliveries', () => {
  test('lists what did not arrive and what is paused, with the reason and where', async () => {
    expect(await run(await newState(), ['deliveries'])).toMatchObject({
      code: 0,
      errors: '',
      out: `2031-03-04 09:00  digest of tram-strike did not arrive (tried 5 times): HTTP 500
                  discord 100/200, subscription of-failed
2031-03-04 09:00  digest of tram-strike may have arrived; nobody could look (tried once): no reason was recorded
                  discord 100/200, subscription of-unknown
paused            digest of tram-strike: the channel is gone
                  discord 100/200, subscription sub2
`,
    })
  })

  test('--json lists them as data, without what was sent', async () => {
    const { out } = await run(await newState(), ['deliveries', '--json'])
    expect(JSON.parse(out)).toMatchObject({
      deliveries: [
        { key: 'failed', state: 'failed', note: 'HTTP 500', attempts: 5 },
        { key: 'unknown', state: 'unknown' },
      ],
      paused: [{ id: 'sub2', note: 'the channel is gone' }],
    })
    expect(out).not.toContain('Three facts are new')
  })
})

test('where there is nothing to list that is said', async () => {
  const place = await newFile()
  await (await openState(place, { clock })).close()
  expect((await run(place, ['gaps'])).out).toBe('No question went unanswered, and nothing was reported.\n')
  expect((await run(place, ['deliveries'])).out).toBe('Every digest arrived, and no subscription is paused.\n')
  expect((await run(place, ['gaps', '--json'])).out).toBe('[]\n')
})

test('where there is no state the place is named, and none is made', async () => {
  const place = await newFile()
  for (const args of [['gaps'], ['deliveries'], ['state', 'export']]) {
    const { code, out, errors } = await run(place, args)
    expect({ code, out, errors }).toEqual({
      code: 1,
      out: '',
      errors: `sitrep: there is no state in ${place} yet; \`sitrep serve\` makes one where SITREP_STATE says\n`,
    })
  }
  await expect(stat(place)).rejects.toThrow('ENOENT')
})

describe('sitrep state', () => {
  test('what is exported to a file, for its owner alone, can be imported elsewhere', async () => {
    const [old, young] = [await newState(), await newFile()]
    const file = join(dirname(old), 'state.jsonl')
    const out = await run(old, ['state', 'export', file])
    expect(out).toMatchObject({ code: 0, out: '', errors: `8 rows exported from ${old}\n` })
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    expect(await run(young, ['state', 'import', file])).toMatchObject({
      code: 0,
      out: '',
      errors: `8 rows imported into ${young}\n`,
    })
    expect((await run(young, ['deliveries'])).out).toBe((await run(old, ['deliveries'])).out)
  })

  test('it goes through a pipe too', async () => {
    const [old, young] = [await newState(), await newFile()]
    const { out } = await run(old, ['state', 'export'])
    expect(out).toMatch(/^\{"sitrep":"state","version":\d+\}\n/)
    expect(await run(young, ['state', 'import', '-'], [out])).toMatchObject({ code: 0 })
    expect((await run(young, ['state', 'export'])).out).toBe(out)
  })

  test('an import into a state that is not empty is refused, until it may replace it', async () => {
    const place = await newState()
    const { out } = await run(place, ['state', 'export'])
    const refused = await run(place, ['state', 'import', '-'], [out])
    expect(refused).toMatchObject({ code: 1, errors: expect.stringContaining('is not empty; name another place') })
    expect(await run(place, ['state', 'import', '-', '--replace'], [out])).toMatchObject({ code: 0 })
    expect((await run(place, ['state', 'export'])).out).toBe(out)
  })

  test('an export does not overwrite a file, and a file that is not there is named', async () => {
    const place = await newState()
    const file = join(dirname(place), 'mine')
    await writeFile(file, 'mine')
    expect(await run(place, ['state', 'export', file])).toMatchObject({
      code: 1,
      errors: `sitrep: ${file} is there already; choose another file\n`,
    })
    expect(await readFile(file, 'utf8')).toBe('mine')
    const missing = join(dirname(place), 'nowhere', 'file')
    for (const args of [
      ['state', 'export', missing],
      ['state', 'import', missing],
    ])
      expect(await run(place, args)).toMatchObject({ code: 1, errors: expect.stringContaining('ENOENT') })
  })

  test.each([
    [['gaps', 'x'], '`sitrep gaps` takes no words'],
    [['deliveries', '--replace'], '`sitrep deliveries` does not take --replace'],
    [['state'], '`sitrep state` takes export [FILE], or import FILE [--replace]'],
    [['state', 'import'], '`sitrep state` takes export [FILE], or import FILE [--replace]'],
    [['state', 'export', 'a', 'b'], '`sitrep state` takes export [FILE], or import FILE [--replace]'],
    [['state', 'export', '--replace'], '`sitrep state` takes export [FILE], or import FILE [--replace]'],
  ])('%j is wrong usage', async (args, message) => {
    const { code, out, errors } = await run(await newFile(), args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(errors).toContain(`sitrep: ${message}`)
  })
})

test.each([
  ['postgres://somebody:hunter2@127.0.0.1:1/x', 'the state at postgres://127.0.0.1:1/x cannot be used'],
  ['redis://somebody:hunter2@127.0.0.1', 'SITREP_STATE cannot be a redis: address'],
])('a state that cannot be reached is one line without the password', async (place, message) => {
  const { code, errors } = await run(place, ['gaps'])
  expect(code).toBe(1)
  expect(errors).toContain(message)
  expect(errors).not.toContain('hunter2')
  expect(errors.trim().split('\n')).toHaveLength(1)
})
