// The bundled briefing: how long until the first answer from the command line, and how long an answer takes in process.

import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Answer, Question } from '../src/core/answering/answer.ts'
import { ask } from '../src/core/answering/ask.ts'
import { buildEngine } from '../src/core/answering/engine.ts'
import type { Briefing } from '../src/core/briefing/briefing.ts'
import { parseDay } from '../src/core/briefing/span.ts'
import { openBriefing } from '../src/storage/briefings.ts'
import { englishWords, readLexicon } from '../src/storage/language.ts'
import { quantile } from './quantile.ts'

const root = join(import.meta.dirname, '..')
const SLUG = 'kazakhstan-2022'
const STARTS = 7
const WARM_UP_PASSES = 3
const PASSES = 5
/** The likeness from which on a phrasing of the curator's is the question; the same as in decide.ts. */
const REHEARSED = 0.78

const lanes = ['direct', 'words', 'declined'] as const
type Lane = (typeof lanes)[number]

/** Milliseconds of each start of the installed command (or what it starts, as long as there is none); undefined where there is neither. */
export async function measureColdStart(): Promise<
  { readonly command: string; readonly ms: readonly number[] } | undefined
> {
  const command = ['bin/sitrep.mjs', 'src/main.ts'].find((file) => existsSync(join(root, file)))
  if (command === undefined) return undefined
  const ms: number[] = []
  for (let i = 0; i < STARTS; i++) {
    const start = performance.now()
    const words = [command, 'ask', '--briefing', SLUG, 'how many people died']
    const { stdout } = await promisify(execFile)(process.execPath, words, { cwd: root })
    if (stdout.trim() === '') throw new Error(`${command} ask printed no answer`)
    ms.push(performance.now() - start)
  }
  return { command, ms }
}

export type InProcess = {
  readonly lane: Lane | 'all'
  readonly count: number
  readonly p50: number
  readonly p99: number
  readonly worst: number
}

/** Asks everything several times; the first passes only warm up. */
export async function measureInProcess(): Promise<{ readonly asked: string; readonly rows: readonly InProcess[] }> {
  const briefing = await openBriefing(join(root, 'briefings'), SLUG)
  const engine = buildEngine(briefing, await readLexicon(join(root, 'config')), englishWords())
  const { asked, questions } = questionsOf(briefing)
  const time = (question: Question) => {
    const start = performance.now()
    const answer = ask(engine, question)
    return { ms: performance.now() - start, lane: laneOf(answer) }
  }
  for (let pass = 0; pass < WARM_UP_PASSES; pass++) questions.forEach(time)
  const took = Array.from({ length: PASSES }, () => questions.map(time)).flat()
  const rows = (['all', ...lanes] as const).map((lane) => {
    const ms = took.filter((one) => lane === 'all' || one.lane === lane).map((one) => one.ms)
    return { lane, count: ms.length / PASSES, p50: quantile(ms, 0.5), p99: quantile(ms, 0.99), worst: quantile(ms, 1) }
  })
  return { asked, rows }
}

function questionsOf(briefing: Briefing): { asked: string; questions: Question[] } {
  if (briefing.questions.length > 0) {
    const questions = briefing.questions.map(({ ask: text, command, after, asOf }) => ({
      text,
      verb: command ?? null,
      context: after,
      asOf: asOf === undefined ? undefined : parseDay(asOf),
    }))
    return { asked: 'the questions of its questions.yaml', questions }
  }
  const questions = briefing.facts.flatMap((fact) =>
    fact.asks.map((one) => ({ text: one.ask, verb: null, context: [], asOf: undefined })),
  )
  return { asked: 'the asks of all facts', questions }
}

/** Which way a question went, as its trace tells: over a rehearsed phrasing, by its words, or nowhere. */
function laneOf({ status, trace }: Answer): Lane {
  if (status !== 'answered') return 'declined'
  const likeness = trace
    .filter((step) => step.step === 'match')
    .flatMap((step) => [...step.found.matchAll(/\b(?:ask|belief) (\d\.\d+)/g)].map((hit) => Number(hit[1])))
  return likeness.some((one) => one >= REHEARSED) ? 'direct' : 'words'
}
