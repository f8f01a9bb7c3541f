// One scheduler in a process of its own, with the real ledger and the real couriers. It looks when it is told to, and says
// when there is nothing left to do; it may be told to die on the way.

import { Console } from 'node:console'
import { openPreparing } from '../src/core/digests/prepareDigest.ts'
import type { Log } from '../src/core/ports.ts'
import { openDiscordCourier } from '../src/platforms/discord/courier.ts'
import { openSlackCourier } from '../src/platforms/slack/courier.ts'
import { openBriefing } from '../src/storage/briefings.ts'
import { openState } from '../src/storage/state/openState.ts'
import { openDigests } from '../src/system/openDigests.ts'
import { openRasterise } from '../src/system/rasterise.ts'
import { type Crash, openCrashing } from './crashPoints.ts'
import { openEditions } from './editions.ts'

/** What the worker is started with, as JSON. */
export type WorkerOptions = {
  readonly state: string
  readonly briefings: string
  readonly briefing: string
  readonly discordUrl: string
  readonly slackUrl: string
  readonly graceMs: number
  readonly isVerbose: boolean
}

/** What it is told. */
export type Order = { readonly offsetMs: number; readonly crash: Crash | undefined }

/** Calls that a server holds back are given up after this: real time passes slowly beside the simulated one. */
const TIMEOUT_MS = 400
/** Enough to draw the first picture on a busy machine, and for Slack to ask for a second's patience. */
const PICTURE_MS = 3000

const options = JSON.parse(process.argv[2] ?? '{}') as WorkerOptions
const errors = new Console(process.stderr)
let offsetMs = 0
const nowMs = () => Date.now() + offsetMs
const clock = { now: () => new Date(nowMs()) }

const log: Log = {
  debug: () => {},
  info: () => {},
  warn: (event, fields) => options.isVerbose && errors.log(process.pid, event, fields),
  error: (event, fields) => options.isVerbose && errors.log(process.pid, event, fields),
}

const crashing = openCrashing()
const state = await openState(options.state, { clock, log })
const briefing = await openBriefing(options.briefings, options.briefing)
const rasterise = openRasterise()
const calling = { rasterise, timeoutMs: TIMEOUT_MS }
const discord = openDiscordCourier({ ...calling, token: 'chaos', apiUrl: options.discordUrl })
const slack = openSlackCourier({
  ...calling,
  tokenOf: async () => 'xoxb-chaos',
  apiUrl: options.slackUrl,
  pictureMs: PICTURE_MS,
})

let look = () => {}
const digests = openDigests({
  ledger: crashing.ledger(state.ledger),
  subscriptions: state.subscriptions,
  handles: state.handles,
  prepare: openPreparing(state.snapshots),
  library: openEditions(briefing, nowMs),
  couriers: { discord: crashing.courier(discord), slack: crashing.courier(slack) },
  nowMs,
  graceMs: options.graceMs,
  log,
  count: () => {},
  callsPerSecond: 1000,
  wake: (onWake) => {
    look = onWake
    return { stop: () => {} }
  },
})

let isStarted = false
process.on('message', async (order: Order) => {
  offsetMs = order.offsetMs
  crashing.arm(order.crash)
  if (isStarted) look()
  else digests.start()
  isStarted = true
  await digests.settled()
  process.send?.('idle')
})
process.on('disconnect', () => process.exit())
process.send?.('ready')
