// Starts workers ahead of need, tells them to look, and sees whether they came to an end of their work or of themselves.

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Order, WorkerOptions } from './worker.ts'

export type Worker = {
  readonly name: string
  /** Resolves when it has nothing left to do, or is dead. */
  readonly look: (order: Order) => Promise<'idle' | 'killed'>
  readonly kill: () => void
}

export type Workers = {
  readonly next: () => Promise<Worker>
  /** Kills all that are left; these deaths count for nothing. */
  readonly close: () => Promise<void>
}

const script = fileURLToPath(new URL('worker.ts', import.meta.url))
/** How many wait, ready, for their turn. */
const SPARE = 2
/** No look takes as long, however busy the machine is. */
const PATIENCE_MS = 120_000

export function openWorkers(optionsOf: (worker: string) => WorkerOptions): Workers {
  const children = new Set<ChildProcess>()
  const spares: Promise<Worker>[] = []
  let count = 0
  const fill = () => {
    while (spares.length < SPARE) spares.push(startWorker())
  }

  async function startWorker(): Promise<Worker> {
    count += 1
    const name = `w${count}`
    const child = spawn(process.execPath, [script, JSON.stringify(optionsOf(name))], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'sitrep-chaos-compiled') },
    })
    children.add(child)
    child.once('exit', () => children.delete(child))
    const ended = once(child, 'exit').then(([code, signal]) => {
      if (signal !== 'SIGKILL') throw new Error(`worker ${name} ended by itself (${signal ?? code})`)
      return 'killed' as const
    })
    ended.catch(() => {})
    await Promise.race([once(child, 'message'), ended])
    return {
      name,
      kill: () => child.kill('SIGKILL'),
      async look(order) {
        const late = AbortSignal.timeout(PATIENCE_MS)
        const idle = once(child, 'message', { signal: late }).then(() => 'idle' as const)
        // What cannot be told any more ends by the exit.
        child.send(order, () => {})
        return Promise.race([idle, ended])
      },
    }
  }

  fill()
  return {
    async next() {
      const worker = await (spares.shift() ?? startWorker())
      fill()
      return worker
    },
    async close() {
      await Promise.allSettled(spares)
      const ends = [...children].map((child) => once(child, 'exit'))
      for (const child of children) child.kill('SIGKILL')
      await Promise.all(ends)
    },
  }
}
