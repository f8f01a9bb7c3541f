import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fixtureBriefings, launcher, runSitrep } from '../runSitrep.ts'

/** Makes this Node say that it is an old one, before the launcher looks. */
let asOldNode: readonly string[] = []
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sitrep-bin-'))
  const preload = join(folder, 'old.cjs')
  const old = "{ value: { ...process.versions, node: '18.20.0' } }"
  await writeFile(preload, `Object.defineProperty(process, 'versions', ${old})\n`)
  asOldNode = ['--require', preload]
})
afterAll(() => rm(folder, { recursive: true }))

describe('on a Node that is too old', () => {
  test('the Node of the installation takes over, with input, output and exit code', async () => {
    const input = ['{"id":1,"q":"when was the lynx released"}\n']
    const answered = await runSitrep(['ask', '--jsonl'], { nodeOptions: asOldNode, input })
    expect(answered).toMatchObject({ code: 0, errors: '' })
    expect(JSON.parse(answered.out)).toMatchObject({ id: 1, status: 'answered' })
    expect(await runSitrep(['ask'], { nodeOptions: asOldNode })).toMatchObject({ code: 2, out: '' })
  })

  test('without an installed Node the message says what to do', async () => {
    await mkdir(join(folder, 'bin'))
    const alone = join(folder, 'bin', 'sitrep.mjs')
    await copyFile(launcher, alone)
    const failure = await promisify(execFile)(process.execPath, [...asOldNode, alone, '--version']).catch(
      (error) => error,
    )
    expect(failure).toMatchObject({ code: 1, stdout: '' })
    expect(failure.stderr).toMatch(/^sitrep needs Node 24 or later and this is v.*; run `npm ci` in .*\n$/)
  })

  test('a signal reaches the command, and its end by a signal is passed back', async () => {
    const environment = { ...process.env, SITREP_BRIEFINGS: fixtureBriefings }
    const child = spawn(process.execPath, [...asOldNode, launcher, 'chat'], { env: environment })
    child.stdin.write('when was the lynx released\n')
    await once(child.stdout, 'data')
    child.kill('SIGTERM')
    expect(await once(child, 'close')).toEqual([null, 'SIGTERM'])
  })
})

test('it starts through a symlink, from any folder', async () => {
  const link = join(folder, 'sitrep')
  await symlink(launcher, link)
  const { stdout } = await promisify(execFile)(process.execPath, [link, '--version'], { cwd: tmpdir() })
  expect(stdout).toBe('0.1.0\n')
})

test('a reader who leaves early is no error', async () => {
  const child = spawn(process.execPath, [launcher, 'ask', '--jsonl'], {
    env: { ...process.env, SITREP_BRIEFINGS: fixtureBriefings },
  })
  let errors = ''
  child.stderr.on('data', (chunk) => {
    errors += chunk
  })
  child.stdin.on('error', () => {
    // The command has ended, and does not read on.
  })
  child.stdin.write('{"id":1,"q":"when was the lynx released"}\n'.repeat(5000))
  await once(child.stdout, 'data')
  child.stdout.destroy()
  const [code] = await once(child, 'close')
  expect({ code, errors }).toEqual({ code: 0, errors: '' })
})
