import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readCases } from '../../scripts/readCases.ts'
import { readOptions } from '../../scripts/readOptions.ts'

const root = join(import.meta.dirname, '../..')
let folder = ''
let file = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sitrep-eval-'))
  file = join(folder, 'questions.jsonl')
})
afterAll(() => rm(folder, { recursive: true }))

const question = {
  ...{ id: 'q1', cat: 'when', q: 'when did the Merrow run aground', cmd: null, context: [], asof: null },
  ...{ expect: 'answer', must: [['4 March']], must_not: [], sources: ['herald'], disputed: false },
}
const write = (...lines: readonly (object | string)[]) =>
  writeFile(file, lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'))

describe('a file of questions', () => {
  test('is read line by line, without the blank ones', async () => {
    await write(question, '', { ...question, id: 'q2', cmd: 'when', asof: '2031-03-09' })
    expect(await readCases(file)).toMatchObject([
      { id: 'q1', command: undefined, asOf: undefined, says: [['4 March']] },
      { id: 'q2', command: 'when', asOf: '2031-03-09' },
    ])
  })

  test.each([
    [{ ...question, cmd: 'whom' }, /^cmd: is none of who, what, .*, and not null$/],
    [{ ...question, asof: 'May' }, /^asof: is no day such as 2030-05-03$/],
    [{ ...question, q: undefined, expect: 'yes' }, /^q: .*; expect: /],
    ['{"id": "q1"', /^is not valid JSON; each line holds one question$/],
  ])('whose third line is %j is refused with one line that names it', async (wrong, message) => {
    await write(question, '', wrong)
    const told = await readCases(file).then(
      () => 'read',
      (error: Error) => error.message,
    )
    expect(told.startsWith(`${file}:3: `)).toBe(true)
    expect(told.slice(`${file}:3: `.length)).toMatch(message)
    expect(told).not.toContain('\n')
  })

  test('that is not there is named', async () => {
    await expect(readCases(join(folder, 'none.jsonl'))).rejects.toThrow(/none\.jsonl: cannot be read \(ENOENT\)$/)
  })
})

test.each([
  [['--help'], /^Unknown option '--help'; there are --seed, --keep$/],
  [['--seed'], /^Option '--seed <value>' argument missing; there are --seed, --keep$/],
])('the options %j are refused with those that there are', (args, message) => {
  const read = () => readOptions(args, { seed: { type: 'string' }, keep: { type: 'boolean' } })
  expect(read).toThrow(message)
})

test('npm run eval ends on a bad line with one line, and with 1', async () => {
  await write({ ...question, cmd: 'whom' })
  const { status, stderr } = spawnSync(process.execPath, ['scripts/eval.ts', file], { cwd: root, encoding: 'utf8' })
  expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringMatching(/^eval: .*:1: cmd: is none of .*\n$/) })
})
