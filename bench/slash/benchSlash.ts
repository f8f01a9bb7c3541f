// A slash command's round trip on each platform: Sitrep beside the same framework answering a constant, in turns.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Bar } from '../bars.ts'
import { alignColumns } from '../formatTable.ts'
import { quantile } from '../quantile.ts'
import { type Child, startEcho, startSitrep } from './children.ts'
import { discordToken, openDiscordSide } from './discordSide.ts'
import { plainQuestions } from './plainQuestions.ts'
import { makeTrips, offerTrips, type Trip, type Trips } from './roundTrips.ts'
import { hangUp, openWebApi, sendCommand, slackSecrets } from './slackSide.ts'

const ROUNDS = 5
/** Until the compiler is done with the code: it takes twice the processor's time at first. */
const WARM_UP = 5000
/**
 * Twice as many as Discord takes of a bot's calls in a second, all servers together (Discord's documentation, "Rate
 * Limits", global rate limit: 50), and far more than Slack's.
 */
const OFFERED_PER_SECOND = 100
const OFFERED = 300
/** As many as the processor can do, for comparison: there the work of answering shows, which a constant does not have. */
const SATURATING = 400
const AT_ONCE = 8
const LEAST_SHARE = 0.9
const MOST_P99_MS = 100

type Contestant = {
  readonly name: 'sitrep' | 'framework' | 'framework, as long'
  readonly child: Child
  readonly trip: Trip
  /** Called when its turn is over. */
  readonly rest?: () => void
}
type Environment = Readonly<Record<string, string>>
type Load = 'offered' | 'saturated'
type Row = {
  readonly platform: string
  readonly name: Contestant['name']
  readonly load: Load
  readonly perSecond: number
  readonly cpuMs: number
  readonly ms: readonly number[]
}

export async function benchSlash(): Promise<Bar[]> {
  const questions = await plainQuestions()
  const question = (number: number) => questions[number % questions.length] ?? ''
  const folder = await mkdtemp(join(tmpdir(), 'sitrep-slash-'))
  try {
    const rows = [
      ...(await onSlack(folder, questions.length, question)),
      ...(await onDiscord(folder, questions.length, question)),
    ]
    console.log(
      `\nSlash commands on loopback, ${questions.length} questions, ${ROUNDS} rounds in turns: ${OFFERED} offered at ${OFFERED_PER_SECOND} a second; ${SATURATING} as fast as\nthey are answered, ${AT_ONCE} at a time. The framework alone answers with a constant: a short one,\nand as long a one as Sitrep's are, which tells what their length costs.`,
    )
    const cells = rows.map(({ platform, name, load, perSecond, cpuMs, ms }) => [
      platform,
      `${name}, ${load}`,
      perSecond.toFixed(0),
      cpuMs.toFixed(2),
      ...[0.5, 0.99, 1].map((share) => quantile(ms, share).toFixed(1)),
    ])
    console.log(alignColumns([['', '', 'a second', 'CPU ms', 'p50 ms', 'p99 ms', 'worst ms'], ...cells]))
    return ['Slack', 'Discord'].flatMap((platform) => barsOf(platform, rows))
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function onSlack(folder: string, count: number, question: (number: number) => string): Promise<Row[]> {
  await using opened = new AsyncDisposableStack()
  const api = opened.adopt(await openWebApi(), ({ close }) => close())
  const environment = { ...slackSecrets, SLACK_API_URL: api.url }
  const enter = async (name: Contestant['name'], starting: Promise<Child>): Promise<Contestant> => {
    const child = opened.adopt(await starting, ({ stop }) => stop())
    return { name, child, trip: (number) => sendCommand(child.url, question(number)), rest: hangUp }
  }
  const own = await enter('sitrep', startSitrep(join(folder, 'slack'), environment))
  const answer = await usualAnswer(count, own.trip)
  hangUp()
  return await race('Slack', [
    own,
    await enter('framework', startEcho('echoSlack.ts', environment)),
    await enter('framework, as long', startEcho('echoSlack.ts', { ...environment, ANSWER: answer })),
  ])
}

async function onDiscord(folder: string, count: number, question: (number: number) => string): Promise<Row[]> {
  await using opened = new AsyncDisposableStack()
  const enter = async (name: Contestant['name'], start: (environment: Environment) => Promise<Child>) => {
    const side = opened.adopt(await openDiscordSide(), ({ close }) => close())
    const starting = start({ DISCORD_TOKEN: discordToken, DISCORD_API_URL: side.apiUrl })
    const child = opened.adopt(await starting, ({ stop }) => stop())
    return { name, child, trip: (number: number) => side.command(question(number)) }
  }
  const own = await enter('sitrep', (environment) => startSitrep(join(folder, 'discord'), environment))
  const answer = await usualAnswer(count, own.trip)
  return await race('Discord', [
    own,
    await enter('framework', (environment) => startEcho('echoDiscord.ts', environment)),
    await enter('framework, as long', (environment) => startEcho('echoDiscord.ts', { ...environment, ANSWER: answer })),
  ])
}

/** Of Sitrep's answers to all questions the one of middle length. */
async function usualAnswer(count: number, trip: Trip): Promise<string> {
  const answers: string[] = []
  for (let number = 0; number < count; number++) answers.push(await trip(number))
  answers.sort((a, b) => a.length - b.length)
  return answers[Math.floor(count / 2)] ?? ''
}

async function race(platform: string, contestants: readonly Contestant[]): Promise<Row[]> {
  for (const { trip, rest } of contestants) {
    await makeTrips(WARM_UP, AT_ONCE, trip)
    rest?.()
  }
  return [
    ...(await inTurns(platform, 'offered', contestants, (trip) => offerTrips(OFFERED, OFFERED_PER_SECOND, trip))),
    ...(await inTurns(platform, 'saturated', contestants, (trip) => makeTrips(SATURATING, AT_ONCE, trip))),
  ]
}

async function inTurns(
  platform: string,
  load: Load,
  contestants: readonly Contestant[],
  run: (trip: Trip) => Promise<Trips>,
): Promise<Row[]> {
  const before = contestants.map(({ child }) => child.cpuMs())
  const rounds = contestants.map((): Trips[] => [])
  for (let round = 0; round < ROUNDS; round++)
    for (const [i, { trip, rest }] of contestants.entries()) {
      rounds[i]?.push(await run(trip))
      rest?.()
    }
  return contestants.map(({ name, child }, i) => {
    const own = rounds[i] ?? []
    const ms = own.flatMap((trips) => trips.ms)
    const perSecond = quantile(
      own.map((trips) => trips.ms.length / trips.seconds),
      0.5,
    )
    return { platform, name, load, perSecond, cpuMs: (child.cpuMs() - (before[i] ?? 0)) / ms.length, ms }
  })
}

function barsOf(platform: string, rows: readonly Row[]): Bar[] {
  const find = (name: Contestant['name']) =>
    rows.find((row) => row.platform === platform && row.load === 'offered' && row.name === name)
  const [own, framework] = [find('sitrep'), find('framework')]
  if (own === undefined || framework === undefined) return []
  const share = own.perSecond / framework.perSecond
  const p99 = quantile(own.ms, 0.99)
  return [
    {
      text: `commands on ${platform} at ${OFFERED_PER_SECOND} a second: ${share.toFixed(2)} of the framework's throughput, bar ${LEAST_SHARE}`,
      holds: share >= LEAST_SHARE,
    },
    { text: `p99 of a command on ${platform}: ${p99.toFixed(1)} ms, bar ${MOST_P99_MS} ms`, holds: p99 < MOST_P99_MS },
  ]
}
