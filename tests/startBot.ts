// Starts `sitrep serve` as a process of its own on a free port, and watches what it logs.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fixtureBriefings, launcher } from './runSitrep.ts'

export type LogLine = Readonly<Record<string, unknown>> & { readonly msg: string }

export type RunningBot = {
  readonly url: string
  readonly lines: readonly LogLine[]
  /** Everything that it printed. */
  readonly printed: () => string
  readonly get: (path: string) => Promise<Response>
  readonly ask: (q: string) => Promise<Response>
  readonly signal: (signal: NodeJS.Signals) => void
  /** Resolves with the exit code once it has ended. */
  readonly ended: Promise<number | null>
}

const stops: (() => Promise<void>)[] = []

/** Ends every bot that a test has started; to be called after each. */
export async function stopBots(): Promise<void> {
  await Promise.all(stops.splice(0).map((stop) => stop()))
}

/** Starts a bot and waits until it listens; rejects with what it printed where it ends before. */
export async function startBot(environment: Readonly<Record<string, string>> = {}): Promise<RunningBot> {
  const folder = await mkdtemp(join(tmpdir(), 'sitrep-bot-'))
  const child = spawn(process.execPath, [launcher, 'serve'], {
    env: {
      PATH: process.env.PATH,
      PORT: '0',
      SITREP_BRIEFINGS: fixtureBriefings,
      SITREP_STATE: join(folder, 'state.sqlite'),
      ...environment,
    },
  })
  const ended = once(child, 'close').then(([code]) => code as number | null)
  stops.push(async () => {
    child.kill('SIGKILL')
    await ended
    await rm(folder, { recursive: true })
  })
  const lines: LogLine[] = []
  let printed = ''
  const listening = new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).on('line', (text) => {
      printed += `${text}\n`
      const line = JSON.parse(text) as LogLine
      lines.push(line)
      if (line.msg === 'the web server listens') resolve(String(line.url))
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      printed += text
    })
    void ended.then((code) => reject(new Error(`ended with ${code} before it listened:\n${printed}`)))
  })
  const url = await listening
  return {
    url,
    lines,
    printed: () => printed,
    get: (path) => fetch(new URL(path, url)),
    ask: (q) => fetch(new URL('/api/ask', url), { method: 'POST', body: JSON.stringify({ id: 1, q }) }),
    signal: (signal) => void child.kill(signal),
    ended,
  }
}
