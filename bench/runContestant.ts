// Measures a contestant in processes of its own, so that no other's memory, heap shape or compiled code counts for it.

import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { ContestantName } from './contestants.ts'
import type { Measurement } from './measureContestant.ts'
import { quantile } from './quantile.ts'

const run = promisify(execFile)

export type Result = {
  readonly loadMs: number
  readonly rssAfterLoad: number
  readonly rssPeak: number
  readonly p50: number
  readonly p99: number
  readonly isRight: readonly boolean[]
  readonly isAnswered: readonly boolean[]
}

/** A run that takes longer than this is not repeated. */
const LONG_RUN_MS = 60_000

/** The least disturbed of several runs, as other programs share the machine: the shortest times, and the most memory. */
export async function runContestant(
  name: ContestantName,
  folder: string,
  queries: string,
  repeats: number,
): Promise<Result> {
  const runs: Measurement[] = []
  for (let i = 0; i < repeats; i++) {
    const start = performance.now()
    const { stdout } = await run(
      process.execPath,
      [join(import.meta.dirname, 'measureContestant.ts'), name, folder, queries],
      { maxBuffer: 1e8 },
    )
    runs.push(JSON.parse(stdout) as Measurement)
    if (performance.now() - start > LONG_RUN_MS) break
  }
  const least = (of: (one: Measurement) => number) => Math.min(...runs.map(of))
  const most = (of: (one: Measurement) => number) => Math.max(...runs.map(of))
  return {
    loadMs: least((one) => one.loadMs),
    rssAfterLoad: most((one) => one.rssAfterLoad),
    rssPeak: most((one) => one.rssPeak),
    p50: least((one) => quantile(one.ms, 0.5)),
    p99: least((one) => quantile(one.ms, 0.99)),
    isRight: runs[0]?.isRight ?? [],
    isAnswered: runs[0]?.isAnswered ?? [],
  }
}
