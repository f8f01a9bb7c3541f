// Ten thousand channels whose digest is due in the same minute: how fast they go out beside what the platforms allow, in how
// much memory, and how long a reader's answer takes meanwhile.

import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { openLedgerPlace } from '../../chaos/ledgerPlaces.ts'
import { buildEngine, type Engine } from '../../src/core/answering/engine.ts'
import { openPreparing } from '../../src/core/digests/prepareDigest.ts'
import type { DigestPlatform, Subscription } from '../../src/core/digests/subscriptions.ts'
import { openDiscordCourier } from '../../src/platforms/discord/courier.ts'
import { openSlackCourier } from '../../src/platforms/slack/courier.ts'
import { openBriefing } from '../../src/storage/briefings.ts'
import { englishWords, readLexicon } from '../../src/storage/language.ts'
import { openState, type State } from '../../src/storage/state/openState.ts'
import { systemClock } from '../../src/system/clock.ts'
import { openDigests } from '../../src/system/openDigests.ts'
import { wakeOften } from '../../src/system/wake.ts'
import type { Bar } from '../bars.ts'
import { quantile } from '../quantile.ts'
import { askSteadily } from './askSteadily.ts'
import type { Addresses, Counts } from './platforms.ts'

const SUBSCRIPTIONS = 10_000
const WORKSPACES = 100
/** What the lanes let through: 40 a second on Discord, and on Slack 5 a second in each workspace. */
const DISCORD_PER_SECOND = 40
const MB = 1024 * 1024
const folderOf = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url))

/** `ledger` is where the state lives: sqlite or postgres. */
export async function benchDigests(ledger: string): Promise<Bar[]> {
  console.log(`\n${SUBSCRIPTIONS} digests due in one minute, half of them on each platform; ledger: ${ledger}`)
  const place = await openLedgerPlace(ledger)
  const platforms = fork(folderOf('bench/digests/platforms.ts'))
  const [addresses] = (await once(platforms, 'message')) as [Addresses]
  const state = await openState(place.location, { clock: systemClock })
  try {
    const engine = await openEngine()
    await subscribeAll(state, engine.briefing.slug)
    return await measure(state, engine, addresses, async () => {
      platforms.send('count')
      const [counts] = (await once(platforms, 'message')) as [Counts]
      return counts
    })
  } finally {
    await state.close()
    platforms.disconnect()
    await place.remove()
  }
}

async function openEngine(): Promise<Engine> {
  const lexicon = await readLexicon(folderOf('config'))
  return buildEngine(await openBriefing(folderOf('briefings'), 'kazakhstan-2022'), lexicon, englishWords())
}

async function subscribeAll({ subscriptions }: State, briefing: string): Promise<void> {
  const nowMs = Date.now()
  for (let i = 0; i < SUBSCRIPTIONS; i += 1) await subscriptions.add(subscriptionOf(i, briefing, nowMs))
}

function subscriptionOf(i: number, briefing: string, nowMs: number): Subscription {
  const platform: DigestPlatform = i % 2 === 0 ? 'discord' : 'slack'
  const tenant = platform === 'discord' ? '1' : `T${i % WORKSPACES}`
  return {
    id: `s${i}`,
    place: { platform, tenant, channel: `${1_000_000 + i}` },
    ...{ briefing, schedule: '0 * * * *', zone: 'UTC', mode: 'changes', isQuiet: false },
    ...{ status: 'active', note: undefined, admin: undefined, origin: 'command', createdMs: nowMs },
    // The hour that has begun: due now, and late for nobody.
    dueMs: Math.floor(nowMs / 3_600_000) * 3_600_000,
  }
}

async function measure(
  state: State,
  engine: Engine,
  addresses: Addresses,
  count: () => Promise<Counts>,
): Promise<Bar[]> {
  const questions = engine.briefing.facts.flatMap((fact) => fact.asks[0]?.ask ?? []).slice(0, 200)
  const calmUntil = performance.now() + 5000
  await askSteadily(engine, questions, () => performance.now() > calmUntil)
  const aloneUntil = performance.now() + 5000
  const alone = await askSteadily(engine, questions, () => performance.now() > aloneUntil)

  let rested = 0
  let sent = 0
  const silent = () => {}
  const digests = openDigests({
    ...state,
    prepare: openPreparing(state.snapshots),
    library: { engines: () => [engine] },
    couriers: {
      discord: openDiscordCourier({ token: 'bench', apiUrl: addresses.discord }),
      slack: openSlackCourier({ tokenOf: async () => 'xoxb-bench', apiUrl: addresses.slack }),
    },
    wake: wakeOften,
    nowMs: Date.now,
    graceMs: 6 * 3_600_000,
    log: { debug: silent, info: silent, warn: silent, error: console.error },
    count: (_, outcome) => {
      rested += 1
      if (outcome === 'sent') sent += 1
    },
  })
  const before = process.memoryUsage.rss()
  const neededBefore = heapNeeded()
  let most = before
  let needed: number | undefined
  const started = performance.now()
  digests.start()
  const meanwhile = await askSteadily(engine, questions, () => {
    most = Math.max(most, process.memoryUsage.rss())
    if (needed === undefined && rested >= SUBSCRIPTIONS / 2) needed = heapNeeded() - neededBefore
    return rested >= SUBSCRIPTIONS
  })
  const seconds = (performance.now() - started) / 1000
  await digests.stop()
  return report({ alone, meanwhile, seconds, sent, grown: most - before, needed: needed ?? 0, ...(await count()) })
}

/** What is left after a full collection: the process takes as much as it sees room for. */
function heapNeeded(): number {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
  return process.memoryUsage().heapUsed
}

type Measured = Counts & {
  readonly alone: readonly number[]
  readonly meanwhile: readonly number[]
  readonly seconds: number
  readonly sent: number
  /** How many bytes the process took more, and how many of them it needed halfway. */
  readonly grown: number
  readonly needed: number
}

function report({ alone, meanwhile, seconds, sent, grown, needed, created, doubled }: Measured): Bar[] {
  const least = SUBSCRIPTIONS / 2 / DISCORD_PER_SECOND
  const p99 = { alone: quantile(alone, 0.99), meanwhile: quantile(meanwhile, 0.99) }
  console.log(`  ${sent} sent in ${seconds.toFixed(0)} s; the platforms' limits allow them in ${least.toFixed(0)} s`)
  console.log(`  answers: p99 ${p99.alone.toFixed(1)} ms alone, ${p99.meanwhile.toFixed(1)} ms meanwhile`)
  console.log(
    `  slowest answer meanwhile: ${quantile(meanwhile, 1).toFixed(0)} ms; memory grew by ${(grown / MB).toFixed(0)} MB, ${(needed / MB).toFixed(0)} of them needed halfway`,
  )
  return [
    {
      text: `digests: ${created} messages for ${SUBSCRIPTIONS}, ${doubled} doubled`,
      holds: created === SUBSCRIPTIONS && doubled === 0,
    },
    {
      text: `digests: ${seconds.toFixed(0)} s, bar 1.2 times the ${least.toFixed(0)} s that the limits allow`,
      holds: seconds < 1.2 * least,
    },
    { text: `digests: p99 of answers meanwhile ${p99.meanwhile.toFixed(1)} ms, bar 50 ms`, holds: p99.meanwhile < 50 },
    {
      text: `digests: ${(needed / MB).toFixed(0)} MB more memory needed halfway, bar 100 MB`,
      holds: needed < 100 * MB,
    },
  ]
}
