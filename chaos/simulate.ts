// Lets two schedulers at a time deliver through days of simulated time, kills them, and lets the platforms fail, until there
// were as many crashes as asked for; then lets what is open come to rest, and judges.

import type { Clock } from '../src/core/ports.ts'
import { openState } from '../src/storage/state/openState.ts'
import { inventChannels, stateOfChannel } from './channels.ts'
import { type CrashPoint, crashPoints, isAtPlatform, type PlatformCrashPoint } from './crashPoints.ts'
import { discordPlatform } from './discordPlatform.ts'
import { faults } from './faults.ts'
import type { LedgerPlace } from './ledgerPlaces.ts'
import { openPlatformServer, type Troubles } from './platformServer.ts'
import { openSimulatedClock } from './simulatedClock.ts'
import { slackPlatform } from './slackPlatform.ts'
import { judge, type Verdict } from './verdict.ts'
import { openWorkers, type Worker } from './workers.ts'

export type Simulation = {
  /** Where the state is kept: empty, and for this alone. */
  readonly place: Pick<LedgerPlace, 'location' | 'setClock'>
  readonly briefings: string
  readonly briefing: string
  /** When the simulated time begins (milliseconds, UTC). */
  readonly startMs: number
  readonly crashes: number
  /** From 0 to 1. */
  readonly random: () => number
  readonly isVerbose?: boolean
  readonly onCrash?: (count: number) => void
}

export type Outcome = Verdict & {
  readonly crashes: Readonly<Record<CrashPoint, number>>
  readonly faultsMet: number
  /** Of the faults, how many met a picture. */
  readonly uploadFaultsMet: number
  readonly simulatedDays: number
}

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const GRACE_MS = 6 * HOUR_MS
const SCHEDULERS = 2

export async function simulate(simulation: Simulation): Promise<Outcome> {
  const { place, startMs, random, crashes: wanted } = simulation
  const time = openSimulatedClock(startMs)
  const clock: Clock = { now: () => new Date(time.nowMs()) }
  const crashes = Object.fromEntries(crashPoints.map((point) => [point, 0])) as Record<CrashPoint, number>
  const total = () => Object.values(crashes).reduce((sum, count) => sum + count, 0)
  let isCalm = false
  let faultsMet = 0
  let uploadFaultsMet = 0

  const channels = inventChannels(startMs, simulation.briefing)
  const stateOf = stateOfChannel(channels, () => total() >= wanted / 2)
  const discord = discordPlatform(time.nowMs, stateOf)
  const slack = slackPlatform(time.nowMs, stateOf)
  const running = new Map<string, Worker>()
  const dyingAtPlatform = new Map<string, PlatformCrashPoint>()
  const troubles: Troubles = {
    nextFault: (isUpload) => {
      const fault = isCalm || random() > 0.25 ? undefined : pick(faults)
      if (fault !== undefined) faultsMet += 1
      if (fault !== undefined && isUpload) uploadFaultsMet += 1
      return fault
    },
    killAt: (point, name) => {
      if (dyingAtPlatform.get(name) !== point) return false
      dyingAtPlatform.delete(name)
      running.get(name)?.kill()
      return true
    },
  }
  const pick = <T>(list: readonly [T, ...T[]]): T => list[Math.floor(random() * list.length)] ?? list[0]

  const state = await openState(place.location, { clock })
  // The first claim makes what the clock is set in.
  await state.ledger.claim({ limit: 1, platform: 'discord' })
  await place.setClock(time.offsetMs())
  for (const { subscription } of channels) await state.subscriptions.add(subscription)
  const servers = await Promise.all([openPlatformServer(discord, troubles), openPlatformServer(slack, troubles)])
  const workers = openWorkers((name) => ({
    state: place.location,
    briefings: simulation.briefings,
    briefing: simulation.briefing,
    discordUrl: servers[0].urlOf(name),
    slackUrl: `${servers[1].urlOf(name)}/`,
    graceMs: GRACE_MS,
    isVerbose: simulation.isVerbose ?? false,
  }))
  const schedulers: (Worker | undefined)[] = Array.from({ length: SCHEDULERS }, () => undefined)

  /** All schedulers look at once, each perhaps about to die. */
  async function look() {
    await Promise.all(
      schedulers.map(async (kept, i) => {
        const worker = kept ?? (await workers.next())
        running.set(worker.name, worker)
        const crash =
          isCalm || random() > 0.85 ? undefined : { point: pick(crashPoints), after: random() > 0.6 ? 2 : 1 }
        if (crash !== undefined && isAtPlatform(crash.point)) dyingAtPlatform.set(worker.name, crash.point)
        const end = await worker.look({ offsetMs: time.offsetMs(), crash })
        dyingAtPlatform.delete(worker.name)
        schedulers[i] = end === 'killed' ? undefined : worker
        if (end === 'idle') return
        running.delete(worker.name)
        if (crash === undefined) throw new Error(`worker ${worker.name} died unasked`)
        crashes[crash.point] += 1
        simulation.onCrash?.(total())
      }),
    )
  }

  async function pass(ms: number) {
    time.advance(ms)
    await place.setClock(time.offsetMs())
  }

  /** To where something is to be done: to the next try of what is open, or else to the next period. */
  async function advance() {
    const open = await state.ledger.list({ states: ['planned', 'sending'] })
    if (open.length > 0) return pass((5 + random() * 130) * 1000)
    const [next] = await state.subscriptions.list({ dueByMs: Number.MAX_SAFE_INTEGER, limit: 1 })
    const waitMs = Math.max(0, (next?.dueMs ?? time.nowMs()) - time.nowMs())
    // Now and then nobody runs for hours.
    const outageMs = !isCalm && random() < 0.02 ? random() * 10 * HOUR_MS : 0
    await pass(waitMs + outageMs + random() * 3000)
    for (const { subscription } of channels) {
      const { platform, channel } = subscription.place
      if (random() < 0.3) (platform === 'discord' ? discord : slack).chatter(channel)
    }
  }

  const isAtRest = async () => (await state.ledger.list({ states: ['planned', 'sending'], limit: 1 })).length === 0
  try {
    while (total() < wanted) {
      await look()
      await advance()
    }
    isCalm = true
    const untilMs = time.nowMs()
    do {
      await look()
      if (!(await isAtRest())) await pass(70_000)
    } while (!(await isAtRest()))
    const lastMs = await plannedUntil(untilMs)
    const verdict = judge(
      channels,
      await state.ledger.list({}),
      [...discord.messages, ...slack.messages],
      startMs,
      lastMs,
    )
    const simulatedDays = (time.nowMs() - startMs) / (24 * HOUR_MS)
    return { ...verdict, crashes, faultsMet, uploadFaultsMet, simulatedDays }
  } finally {
    await workers.close()
    await Promise.all(servers.map((server) => server.close()))
    await state.close()
  }

  /** What became due while things came to rest has been planned too. */
  async function plannedUntil(leastMs: number): Promise<number> {
    const [last] = await state.ledger.list({ kind: 'digest', limit: 1 })
    return Math.max(leastMs, last?.period.startMs ?? 0)
  }
}
