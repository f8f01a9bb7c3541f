// The two programs that are compared, each a process of its own: Sitrep, and the same framework answering a constant.

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { cp, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const root = join(import.meta.dirname, '../..')

export type Child = {
  readonly url: string
  /** Milliseconds of processor time that it has used so far; not a number where the system does not tell (Linux does). */
  readonly cpuMs: () => number
  readonly stop: () => Promise<void>
}

/** `sitrep serve`, ready, with limits that the bench does not reach. */
export async function startSitrep(folder: string, environment: Readonly<Record<string, string>>): Promise<Child> {
  const config = join(folder, 'config')
  await mkdir(config, { recursive: true })
  const plenty = '{ times: 1000000, seconds: 1 }'
  await writeFile(
    join(config, 'sitrep.yaml'),
    `limits: { user: ${plenty}, channel: ${plenty}, api: ${plenty}, together: ${plenty} }\n`,
  )
  await cp(join(root, 'config/lexicon.yaml'), join(config, 'lexicon.yaml'))
  const state = join(folder, 'state.sqlite')
  const child = await start([join(root, 'bin/sitrep.mjs'), 'serve'], 'the web server listens', {
    PORT: '0',
    LOG_LEVEL: 'info',
    SITREP_CONFIG: config,
    SITREP_STATE: state,
    ...environment,
  })
  await untilReady(child.url)
  return child
}

/** A file of this folder that prints `{"msg":"ready","url":…}` once it can be asked. */
export function startEcho(file: string, environment: Readonly<Record<string, string>>): Promise<Child> {
  return start([join(import.meta.dirname, file)], 'ready', environment)
}

async function start(
  args: readonly string[],
  sign: string,
  environment: Readonly<Record<string, string>>,
): Promise<Child> {
  const child = spawn(process.execPath, args, {
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const { msg, url } = JSON.parse(line) as { msg: string; url?: string }
      if (msg === sign) resolve(url ?? '')
    })
    child.once('exit', (code) => reject(new Error(`${args.join(' ')} ended with ${code}`)))
  })
  return { url, cpuMs: () => cpuMsOf(child), stop: () => end(child) }
}

/** User and system time in hundredths of a second stand 14th and 15th (man 5 proc_pid_stat), after a name in brackets. */
function cpuMsOf({ pid }: ChildProcess): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
    return (Number(fields[11]) + Number(fields[12])) * 10
  } catch {
    return Number.NaN
  }
}

async function end(child: ChildProcess): Promise<void> {
  child.kill('SIGTERM')
  if (child.exitCode === null) await once(child, 'exit')
}

const READY_WITHIN_MS = 30_000

async function untilReady(url: string): Promise<void> {
  const deadline = performance.now() + READY_WITHIN_MS
  for (;;) {
    const response = await fetch(new URL('/readyz', url))
    if (response.ok) return
    if (performance.now() > deadline) throw new Error(`not ready: ${await response.text()}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
