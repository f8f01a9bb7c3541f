// The composition root: the only file that knows everybody. It opens each part, hands it what it needs, and closes all again.

import { setTimeout } from 'node:timers/promises'
import type { Connections } from './connections.ts'
import { buildEngine } from './core/answering/engine.ts'
import { noticeCard } from './core/cards/card.ts'
import { type Meter, openDesk } from './core/desk/openDesk.ts'
import type { Desk, DigestDesk } from './core/desk/request.ts'
import type { Health, Library, Log, Platform } from './core/ports.ts'
import { messagesOf } from './messagesOf.ts'
import { askApi } from './platforms/web/askApi.ts'
import { healthRoutes } from './platforms/web/healthRoutes.ts'
import { openWeb, type WebServer } from './platforms/web/openWeb.ts'
import { openPage } from './platforms/web/page.ts'
import { webApp } from './platforms/web/webApp.ts'
import type { Settings } from './settings.ts'
import { loadBriefing } from './storage/briefings.ts'
import { readConfig } from './storage/config.ts'
import { englishWords, readLexicon } from './storage/language.ts'
import { type OpenLibrary, openLibrary } from './storage/library.ts'
import { openState } from './storage/state/openState.ts'
import { systemClock } from './system/clock.ts'
import { keepRunning } from './system/keepRunning.ts'
import { openLimits } from './system/limits.ts'
import { countAnswers, openMetrics, showBriefings, showHealth, timeAnswers } from './system/metrics.ts'
import { newId } from './system/newId.ts'
import { openRasterise } from './system/rasterise.ts'
import { readAtlas } from './system/readAtlas.ts'

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

async function openParts(
  { settings, connections, log, redact }: BotOptions,
  opened: AsyncDisposableStack,
): Promise<Bot> {
  const config = await readConfig(settings.config)
  const state = await openState(settings.state, { clock: systemClock, key: settings.stateKey, log })
  opened.defer(() => state.close())
  const library = await openBriefings(settings, log)
  opened.defer(() => library.close())
  const { together, ...allowances } = config.limits
  const limits = openLimits(allowances, together)
  const metrics = openMetrics()
  const [count, time] = [countAnswers(metrics), timeAnswers(metrics)]

  const { threads, handles, gaps, claims } = state
  const meter: Meter = ({ platform }, outcome) => count(platform, outcome)
  const atlas = await readAtlas()
  const core = { library, threads, handles, gaps, limits, digests, atlas, clock: systemClock, newId, log, meter }
  const desk = timed(openDesk(core), time)
  const rasterise = openRasterise()
  const platforms: Platform[] = []
  const { discord } = connections
  if (discord !== undefined) {
    const open = async () => {
      const { openDiscord } = await import('./platforms/discord/openDiscord.ts')
      return openDiscord({ ...discord, desk, claims, rasterise, log })
    }
    platforms.push(keepRunning('discord', open, log))
  }

  const health = async () => ({
    state: await state.check(),
    briefings: healthOf(library),
    ...Object.fromEntries(platforms.map((platform) => [platform.name, shown(platform.health(), redact)])),
  })
  showHealth(metrics, health)
  showBriefings(metrics, () => ({ open: library.engines().length, broken: library.brokenEdits().length }))
  const routes = [
    healthRoutes({ health, metrics: async () => ({ text: await metrics.metrics(), type: metrics.contentType }) }),
    askApi({
      engines: library.engines,
      limits,
      meter(outcome, seconds) {
        count('api', outcome)
        time('api', seconds)
      },
    }),
    openPage({
      desk,
      library,
      threads,
      gaps,
      newId,
      payloads: messagesOf,
      problems: async (slug) => (await loadBriefing(settings.briefings, slug)).problems,
      operatorToken: settings.operatorToken,
    }),
  ]
  const web = openWeb({ host: settings.host, port: settings.port, app: webApp({ routes, slack: undefined, log }), log })
  return botOf(web, platforms, opened, config.stop.graceSeconds * 1000, log)
}

async function openBriefings({ briefings: folder, config }: Settings, log: Log): Promise<OpenLibrary> {
  const lexicon = await readLexicon(config)
  const english = englishWords()
  return openLibrary({ folder, build: (briefing) => buildEngine(briefing, lexicon, english), log, clock: systemClock })
}

function botOf(
  web: WebServer,
  platforms: readonly Platform[],
  opened: AsyncDisposableStack,
  graceMs: number,
  log: Log,
): Bot {
  const stopPart = (part: Platform) =>
    part.stop().catch((error: unknown) => log.error('a part did not stop well', { part: part.name, error }))
  return {
    url: web.url,
    async start() {
      await web.start()
      for (const platform of platforms) await platform.start()
    },
    async stop() {
      const ends = Promise.all([web, ...platforms].map(stopPart))
      const isDone = await Promise.race([ends.then(() => true), setTimeout(graceMs, false)])
      await opened.disposeAsync()
      return isDone
    },
  }
}

const digests: DigestDesk = {
  answer: async () => noticeCard('This bot keeps no digests yet.'),
  catchUp: async () => noticeCard('This bot keeps no digests yet.'),
}

/** The desk, with the seconds that each answer takes told to `tell`. */
function timed(desk: Desk, tell: (platform: string, seconds: number) => void): Desk {
  return {
    ...desk,
    async respond(visit, request) {
      const started = performance.now()
      try {
        return await desk.respond(visit, request)
      } finally {
        tell(visit.platform, (performance.now() - started) / 1000)
      }
    },
  }
}

/** Briefings answer even while an edit is broken; the message says that one is. */
function healthOf({ brokenEdits }: Library): Health {
  const [first, ...more] = brokenEdits()
  if (first === undefined) return { state: 'ready' }
  return { state: 'ready', message: more.length === 0 ? first.message : `${first.message} (and ${more.length} more)` }
}

function shown({ state, message }: Health, redact: (text: string) => string): Health {
  return message === undefined ? { state } : { state, message: redact(message) }
}
