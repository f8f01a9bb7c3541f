// The composition root: the only file that knows everybody. It opens each part, hands it what it needs, and closes all again.

import type { Hono } from 'hono'
import { openChatPlatforms } from './chatPlatforms.ts'
import type { Connections } from './connections.ts'
import { buildEngine } from './core/answering/engine.ts'
import { warmUp } from './core/answering/warmUp.ts'
import type { Briefing } from './core/briefing/briefing.ts'
import { type Meter, openDesk } from './core/desk/openDesk.ts'
import type { Desk } from './core/desk/request.ts'
import { declareSubscriptions } from './core/digests/declared.ts'
import { openDigestDesk } from './core/digests/digestDesk.ts'
import { openPreparing } from './core/digests/prepareDigest.ts'
import type { Limits, Log } from './core/ports.ts'
import { messagesOf } from './messagesOf.ts'
import { askApi } from './platforms/web/askApi.ts'
import { healthRoutes } from './platforms/web/healthRoutes.ts'
import { openWeb } from './platforms/web/openWeb.ts'
import { openPage } from './platforms/web/page.ts'
import { webApp } from './platforms/web/webApp.ts'
import type { Settings } from './settings.ts'
import { loadBriefing } from './storage/briefings.ts'
import { readConfig } from './storage/config.ts'
import { englishWords, readLexicon } from './storage/language.ts'
import { type OpenLibrary, openLibrary } from './storage/library.ts'
import { openState } from './storage/state/openState.ts'
import { systemClock } from './system/clock.ts'
import { openLimits } from './system/limits.ts'
import { countAnswers, countDeliveries, openMetrics, showBriefings, showHealth, timeAnswers } from './system/metrics.ts'
import { newHandles } from './system/newHandles.ts'
import { newId } from './system/newId.ts'
import { openDigests } from './system/openDigests.ts'
import { openRasterise } from './system/rasterise.ts'
import { readAtlas } from './system/readAtlas.ts'
import { openReadiness, type Readiness } from './system/readiness.ts'
import { stopWithin } from './system/stopWithin.ts'
import { timedDesk } from './system/timedDesk.ts'
import { wakeOften } from './system/wake.ts'

const HOUR_MS = 3_600_000
/** Nobody presses a button sooner, nor asks on. */
const WRITE_BEHIND_MS = 20

export type Bot = {
  readonly start: () => Promise<void>
  /** False where something did not finish within the grace time, and was cut off. */
  readonly stop: () => Promise<boolean>
  /** Where the page is, once it has started. */
  readonly url: () => string
}

export type BotOptions = {
  readonly settings: Settings
  readonly connections: Connections
  readonly log: Log
  /** Takes secrets out of what is shown. */
  readonly redact: (text: string) => string
}

/** Opens everything that must work before the first question; what is opened is closed again where one part fails. */
export async function openBot(options: BotOptions): Promise<Bot> {
  const opened = new AsyncDisposableStack()
  try {
    return await openParts(options, opened)
  } catch (error) {
    await opened.disposeAsync()
    throw error
  }
}

async function openParts(options: BotOptions, opened: AsyncDisposableStack): Promise<Bot> {
  const { settings, connections, log, redact } = options
  const config = await readConfig(settings.config)
  const base = await openBase(settings, log, opened)
  const { library, subscriptions, clock } = base
  const { together, ...allowances } = config.limits
  const limits = openLimits(allowances, together)
  const measures = openMeasures()

  const meter: Meter = ({ platform }, outcome) => measures.countAnswer(platform, outcome)
  const desk = timedDesk(
    openDesk({
      ...base,
      newId: newHandles(clock),
      limits,
      digests: openDigestDesk(base),
      atlas: await readAtlas(),
      meter,
    }),
    measures.timeAnswer,
  )
  const chat = await openChatPlatforms(connections, { ...base, desk, rasterise: openRasterise(), config })
  const nowMs = () => clock.now().getTime()
  const graceMs = config.digests.graceHours * HOUR_MS
  const count = countDeliveries(measures.registry)
  const digests = openDigests({ ...base, couriers: chat.couriers, wake: wakeOften, nowMs, graceMs, count })

  const parts = [...chat.platforms, { name: 'digests', health: digests.health }]
  const readiness = openReadiness({ library, checkState: base.check, parts, redact })
  const routes = openRoutes({ base, desk, limits, measures, readiness, settings })
  const app = webApp({ routes, slack: chat.slackRoutes, log })
  const web = openWeb({ host: settings.host, port: settings.port, app, log })
  return {
    url: web.url,
    async start() {
      const slugs = library.engines().map(({ briefing }) => briefing.slug)
      await declareSubscriptions(config.digests.subscriptions, slugs, subscriptions, nowMs())
      await web.start()
      for (const platform of chat.platforms) await platform.start()
      digests.start()
    },
    async stop() {
      const isDone = await stopWithin(config.stop.graceSeconds * 1000, [web, digests, ...chat.platforms], log)
      await opened.disposeAsync()
      return isDone
    },
  }
}

/** What everything else stands on: the state, the briefings, and what the machine gives. */
async function openBase(settings: Settings, log: Log, opened: AsyncDisposableStack) {
  const clock = systemClock
  const state = await openState(settings.state, { clock, key: settings.stateKey, log, writeBehindMs: WRITE_BEHIND_MS })
  opened.defer(() => state.close())
  const library = await openBriefings(settings, log)
  opened.defer(() => library.close())
  return { ...state, library, prepare: openPreparing(state.snapshots), clock, newId, log }
}

function openMeasures() {
  const registry = openMetrics()
  return { registry, countAnswer: countAnswers(registry), timeAnswer: timeAnswers(registry) }
}

type RouteParts = {
  readonly base: Awaited<ReturnType<typeof openBase>>
  readonly desk: Desk
  readonly limits: Limits
  readonly measures: ReturnType<typeof openMeasures>
  readonly readiness: Readiness
  readonly settings: Settings
}

/** All that the web server answers, but for what Slack posts. */
function openRoutes({ base, desk, limits, measures, readiness, settings }: RouteParts): Hono[] {
  const { library, gaps, clock, log } = base
  const { registry, countAnswer, timeAnswer } = measures
  showHealth(registry, readiness)
  showBriefings(registry, () => ({ open: library.engines().length, broken: library.brokenEdits().length }))
  const metrics = async () => ({ text: await registry.metrics(), type: registry.contentType })
  const meter = (outcome: string, seconds?: number) => {
    countAnswer('api', outcome)
    if (seconds !== undefined) timeAnswer('api', seconds)
  }
  const problems = async (slug: string) => (await loadBriefing(settings.briefings, slug)).problems
  return [
    healthRoutes({ health: readiness, metrics }),
    askApi({ engines: library.engines, limits, gaps, clock, log, meter }),
    openPage({ ...base, desk, payloads: messagesOf, problems, operatorToken: settings.operatorToken }),
  ]
}

async function openBriefings({ briefings: folder, config }: Settings, log: Log): Promise<OpenLibrary> {
  const lexicon = await readLexicon(config)
  const english = englishWords()
  const build = (briefing: Briefing) => warmUp(buildEngine(briefing, lexicon, english))
  return openLibrary({ folder, build, log, clock: systemClock })
}
