// A slash command's round trip on each platform: Sitrep beside the same framework answering a constant, in turns.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Bar } from '../bars.ts'
import { alignColumns } from '../formatTable.ts'
import { quantile } from '../quantile.ts'
import { type Child, startEcho, startSitrep } from './children.ts'
import { type DiscordSide, discordToken, openDiscordSide } from './discordSide.ts'
import { plainQuestions } from './plainQuestions.ts'
import { makeTrips, offerTrips, type Trip, type Trips } from './roundTrips.ts'
import { hangUp, openWebApi, sendCommand, slackSecrets } from './slackSide.ts'

const ROUNDS = 5
/** Until the compiler has seen the code often enough. */
const WARM_UP = 800
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
  readonly name: 'sitrep' | 'framework'
  readonly child: Child
  readonly trip: Trip
  /** Called when its turn is over. */
  readonly rest?: () => void
}
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
    const rows = [...(await onSlack(folder, question)), ...(await onDiscord(folder, question))]
    console.log(
      `\nSlash commands on loopback, ${questions.length} questions, ${ROUNDS} rounds in turns: ${OFFERED} offered at ${OFFERED_PER_SECOND} a second; ${SATURATING} as fast as\nthey are answered, ${AT_ONCE} at a time. The framework alone answers with a constant.`,
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

async function onSlack(folder: string, question: (number: number) => string): Promise<Row[]> {
  const api = await openWebApi()
  const environment = { ...slackSecrets, SLACK_API_URL: api.url }
  const own = await startSitrep(join(folder, 'slack'), environment)
  const framework = await startEcho('echoSlack.ts', environment)
  try {
    const trip = (child: Child) => (number: number) => sendCommand(child.url, question(number))
    return await race('Slack', [
      { name: 'sitrep', child: own, trip: trip(own), rest: hangUp },
      { name: 'framework', child: framework, trip: trip(framework), rest: hangUp },
    ])
  } finally {
    await Promise.all([own.stop(), framework.stop()])
    api.close()
  }
}

async function onDiscord(folder: string, question: (number: number) => string): Promise<Row[]> {
  const [ownSide, otherSide] = [await openDiscordSide(), await openDiscordSide()]
  const environment = ({ apiUrl }: DiscordSide) => ({ DISCORD_TOKEN: discordToken, DISCORD_API_URL: apiUrl })
  const own = await startSitrep(join(folder, 'discord'), environment(ownSide))
  const framework = await startEcho('echoDiscord.ts', environment(otherSide))
  try {
    const trip = (side: DiscordSide) => (number: number) => side.command(question(number))
    return await race('Discord', [
      { name: 'sitrep', child: own, trip: trip(ownSide) },
      { name: 'framework', child: framework, trip: trip(otherSide) },
    ])
  } finally {
    await Promise.all([own.stop(), framework.stop()])
    ownSide.close()
    otherSide.close()
  }
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
