// Starts the real command line, as a reader's shell would.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'

const pathOf = (name: string) => fileURLToPath(new URL(name, import.meta.url))

export const launcher = pathOf('../bin/sitrep.mjs')
export const fixtureBriefings = pathOf('fixtures/briefings')

export type Outcome = {
  readonly code: number | null
  readonly signal: string | null
  readonly out: string
  readonly errors: string
}

export type RunOptions = {
  readonly input?: Iterable<string | Uint8Array>
  readonly environment?: Record<string, string>
  readonly nodeOptions?: readonly string[]
}

/** Runs `sitrep …` on the fixture briefings, feeds it its input, and waits for its end. */
export async function runSitrep(args: readonly string[], options: RunOptions = {}): Promise<Outcome> {
  const { input = [], environment = {}, nodeOptions = [] } = options
  const child = spawn(process.execPath, [...nodeOptions, launcher, ...args], {
    env: { ...process.env, SITREP_BRIEFINGS: fixtureBriefings, ...environment },
  })
  let out = ''
  let errors = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text
  })
  const fed = pipeline(Readable.from(input), child.stdin).catch(() => {
    // A command that does not read its input closes it early.
  })
  const [[code, signal]] = await Promise.all([once(child, 'close'), fed])
  return { code, signal, out, errors }
}

/** The lines of `ask --jsonl`, parsed. */
export function parseLines(out: string): Record<string, unknown>[] {
  return out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
}
