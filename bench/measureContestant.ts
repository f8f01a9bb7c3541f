// One contestant, one base, one process: `node bench/measureContestant.ts NAME FOLDER QUERIES.json` prints what it took as JSON.

import { readFile } from 'node:fs/promises'
import { type ContestantName, contestantNames, enterContestant } from './contestants.ts'
import type { Query } from './makeQueries.ts'

export type QueryFile = { readonly warmUp: readonly Query[]; readonly measured: readonly Query[] }
export type Measurement = {
  readonly loadMs: number
  readonly rssAfterLoad: number
  readonly rssPeak: number
  /** One entry a query, in order; fewer than there are queries where the contestant was too slow. */
  readonly ms: readonly number[]
  readonly isRight: readonly boolean[]
  readonly isAnswered: readonly boolean[]
}

/** Who would need longer than this for all queries is only asked the first ones. */
const PATIENCE_MS = 120_000
const FIRST_ONES = 60

async function measure(name: ContestantName, folder: string, { warmUp, measured }: QueryFile): Promise<Measurement> {
  const contestant = await enterContestant(name)
  const start = performance.now()
  const first = await contestant.load(folder)
  const loadMs = performance.now() - start
  const rssAfterLoad = process.memoryUsage.rss()

  const warmUpStart = performance.now()
  for (const { text } of warmUp) {
    await first(text)
    if (performance.now() - warmUpStart > PATIENCE_MS / 10) break
  }
  const ms: number[] = []
  const isRight: boolean[] = []
  const isAnswered: boolean[] = []
  let spent = 0
  for (const { text, fact } of measured) {
    const before = performance.now()
    const found = await first(text)
    const took = performance.now() - before
    ms.push(took)
    isRight.push(found.fact === fact)
    isAnswered.push(found.isAnswered)
    spent += took
    if (ms.length === FIRST_ONES && (spent / FIRST_ONES) * measured.length > PATIENCE_MS) break
  }
  return { loadMs, rssAfterLoad, rssPeak: process.resourceUsage().maxRSS * 1024, ms, isRight, isAnswered }
}

const [name, folder, queries] = process.argv.slice(2)
const known = contestantNames.find((one) => one === name)
if (known === undefined || folder === undefined || queries === undefined)
  throw new Error(`usage: measureContestant.ts ${contestantNames.join('|')} FOLDER QUERIES.json`)
process.stdout.write(
  JSON.stringify(await measure(known, folder, JSON.parse(await readFile(queries, 'utf8')) as QueryFile)),
)
