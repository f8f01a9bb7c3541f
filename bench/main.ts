// `npm run bench [-- --only slash --sizes 1000,10000,100000 --repeats 3 --seed 1 --ledger sqlite --keep]`: how fast, how
// small and how right, beside MiniSearch and Orama, a slash command's round trip beside its framework alone, ten thousand
// digests, and what the page's readers wait for. Exit code 1 where a bar does not hold.

import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { endWithOneLine } from '../scripts/endWithOneLine.ts'
import { readOptions } from '../scripts/readOptions.ts'
import { SettingsError } from '../src/core/errors.ts'
import { type Bar, judgeBars } from './bars.ts'
import { type ContestantName, contestantNames } from './contestants.ts'
import { benchDigests } from './digests/benchDigests.ts'
import { alignColumns, formatTable } from './formatTable.ts'
import { generateBase } from './generateBase.ts'
import { makeQueries } from './makeQueries.ts'
import { measureColdStart, measureInProcess } from './measureBriefing.ts'
import type { QueryFile } from './measureContestant.ts'
import { benchPage } from './page/benchPage.ts'
import { quantile } from './quantile.ts'
import { type Result, runContestant } from './runContestant.ts'
import { benchSlash } from './slash/benchSlash.ts'
import { readStories } from './stories.ts'
import { writeBase } from './writeBase.ts'

const QUERIES = 300
const WARM_UP = 40

const ledgers = ['sqlite', 'postgres']
const parts = ['answers', 'slash', 'digests', 'page']

async function readBenchOptions() {
  const { values, positionals } = readOptions(process.argv.slice(2), {
    sizes: { type: 'string', default: '1000,10000,100000' },
    repeats: { type: 'string', default: '3' },
    seed: { type: 'string', default: '1' },
    /** One of the parts; all unless set. */
    only: { type: 'string' },
    /** Where digests are delivered from: sqlite or postgres. */
    ledger: { type: 'string', default: 'sqlite' },
    /** Leaves the generated bases on disk and says where. */
    keep: { type: 'boolean', default: false },
  })
  if (positionals.length > 0) throw new SettingsError(`"${positionals[0]}" is no option`)
  if (values.only !== undefined && !parts.includes(values.only))
    throw new SettingsError(`--only ${values.only} is none of ${parts.join(', ')}`)
  if (!ledgers.includes(values.ledger))
    throw new SettingsError(`--ledger ${values.ledger} is none of ${ledgers.join(', ')}`)
  return values
}

const values = (await endWithOneLine('bench', readBenchOptions)) ?? process.exit()

async function benchBriefing(): Promise<Bar[]> {
  const bars: Bar[] = []
  console.log('The bundled briefing')
  const starts = await measureColdStart()
  if (starts === undefined) console.log('  cold start: skipped, there is no command line yet')
  else {
    const [median, worst] = [quantile(starts.ms, 0.5), quantile(starts.ms, 1)]
    const figures = `median ${median.toFixed(0)} ms, worst ${worst.toFixed(0)} ms of ${starts.ms.length}`
    console.log(`  cold start of the first answer, ${starts.command} ask: ${figures}`)
    bars.push({
      text: `first answer from the command line: ${median.toFixed(0)} ms, bar 1000 ms`,
      holds: median < 1000,
    })
  }
  const { asked, rows } = await measureInProcess()
  console.log(`  in process, over ${asked}:`)
  const table = rows.map((row) => [
    String(row.count),
    row.lane,
    row.p50.toFixed(2),
    row.p99.toFixed(2),
    row.worst.toFixed(2),
  ])
  console.log(alignColumns([['questions', 'lane', 'p50 ms', 'p99 ms', 'worst ms'], ...table]))
  const p99 = rows[0]?.p99 ?? Number.NaN
  return [...bars, { text: `p99 in process: ${p99.toFixed(2)} ms, bar 5 ms`, holds: p99 < 5 }]
}

async function benchSize(size: number, folder: string): Promise<Record<ContestantName, Result>> {
  const slug = `generated-${size}`
  const queriesFile = join(folder, `${slug}.json`)
  await prepare(size, folder, slug, queriesFile)
  const measured: Partial<Record<ContestantName, Result>> = {}
  for (const name of contestantNames) {
    process.stderr.write(`  ${size} facts, ${name} …\n`)
    measured[name] = await runContestant(name, join(folder, slug), queriesFile, Number(values.repeats))
  }
  return measured as Record<ContestantName, Result>
}

async function prepare(size: number, folder: string, slug: string, queriesFile: string): Promise<void> {
  const seed = Number(values.seed)
  const base = generateBase(size, seed, await readStories())
  await writeBase(base, folder, slug)
  const queries = makeQueries(base, QUERIES + WARM_UP, seed + size)
  const file: QueryFile = { warmUp: queries.slice(QUERIES), measured: queries.slice(0, QUERIES) }
  await writeFile(queriesFile, JSON.stringify(file))
}

async function benchAnswers(): Promise<Bar[]> {
  const folder = await mkdtemp(join(tmpdir(), 'sitrep-bench-'))
  try {
    const bars = await benchBriefing()
    const results = new Map<number, Record<ContestantName, Result>>()
    for (const size of values.sizes.split(',').map(Number)) results.set(size, await benchSize(size, folder))
    console.log(
      [
        `\nGenerated bases, ${QUERIES} questions each. Every contestant has processes of its own: the shortest times and the`,
        `most memory of up to ${values.repeats} runs. Who needs over two minutes for the questions is asked the first 60.`,
      ].join('\n'),
    )
    console.log(formatTable(results))
    if (values.keep) console.log(`\nThe bases are in ${folder}`)
    return [...bars, ...judgeBars(results)]
  } finally {
    if (!values.keep) await rm(folder, { recursive: true })
  }
}

console.log(
  `${availableParallelism()} cores, load average ${loadavg()[0]?.toFixed(1)}: others that use them blur the figures\n`,
)
const bars: Bar[] = []
const isWanted = (part: string) => values.only === undefined || values.only === part
if (isWanted('answers')) bars.push(...(await benchAnswers()))
if (isWanted('slash')) bars.push(...(await benchSlash()))
if (isWanted('digests')) bars.push(...(await benchDigests(values.ledger)))
if (isWanted('page')) bars.push(...(await benchPage()))
console.log(`\n${bars.map((bar) => `${bar.holds ? 'holds' : 'FAILS'}  ${bar.text}`).join('\n')}`)
if (bars.some((bar) => !bar.holds)) process.exitCode = 1
