// The program as a user starts it: `sitrep serve` on a free port of loopback, with a state of its own.

import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'

export type Started = {
  /** Where its page is. */
  readonly url: string
  readonly stop: () => Promise<void>
}

export async function startSitrep(): Promise<Started> {
  const folder = await mkdtemp(join(tmpdir(), 'sitrep-'))
  const sitrep = spawn(process.execPath, [join(import.meta.dirname, '../src/main.ts'), 'serve'], {
    env: {
      ...process.env,
      PORT: '0',
      HOST: '127.0.0.1',
      LOG_LEVEL: 'info',
      SITREP_STATE: join(folder, 'state.sqlite'),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const stop = async () => {
    if (sitrep.exitCode === null && sitrep.kill()) await once(sitrep, 'exit')
    await rm(folder, { recursive: true })
  }
  try {
    return { url: await addressOf(sitrep), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Where the page is, as the program's log says. */
async function addressOf(child: ChildProcessByStdio<null, Readable, null>): Promise<string> {
  for await (const line of createInterface({ input: child.stdout })) {
    const { url } = JSON.parse(line) as { url?: string }
    if (url !== undefined) {
      // What it logs from now on is not read, and must not fill the pipe.
      child.stdout.resume()
      return url
    }
  }
  throw new Error('sitrep serve ended before its page was there')
}
