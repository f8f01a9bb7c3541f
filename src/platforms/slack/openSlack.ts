// The bot on Slack: it connects, hears of commands, messages and presses, and stops in good order.

import { App } from '@slack/bolt'
import { InstallProvider } from '@slack/oauth'
import { PlatformError } from '../../core/errors.ts'
import type { Claims, Clock, Health, Platform, Rasterise, Vault } from '../../core/ports.ts'
import { answerCommands } from './answerCommands.ts'
import { answerHome } from './answerHome.ts'
import { answerMessages } from './answerMessages.ts'
import { answerPresses } from './answerPresses.ts'
import { answerShortcuts } from './answerShortcuts.ts'
import { openAuthorize } from './authorize.ts'
import { boltLog } from './boltLog.ts'
import { adviceOn, explainFailure, isRefusedToken } from './failures.ts'
import { forgetInstallations, openInstallations } from './installations.ts'
import { installRoutes } from './installRoutes.ts'
import { openManagers } from './managers.ts'
import { openReceiver } from './openReceiver.ts'
import { openSocket } from './openSocket.ts'
import { openWork } from './openWork.ts'
import { openPictureFiles } from './pictureFiles.ts'
import type { SlackPorts } from './ports.ts'
import type { ExtraCommands } from './readCommand.ts'

export type SlackOptions = Pick<SlackPorts, 'desk' | 'log'> & {
  readonly rasterise: Rasterise
  /** Undefined where workspaces install the app themselves. */
  readonly botToken: string | undefined
  readonly way:
    | { readonly kind: 'socket'; readonly appToken: string }
    | { readonly kind: 'http'; readonly signingSecret: string }
  /** The app that many workspaces install by OAuth; undefined for one workspace. */
  readonly app: { readonly clientId: string; readonly clientSecret: string; readonly stateSecret: string } | undefined
  /** Undefined for Slack itself. */
  readonly apiUrl: string | undefined
  /** Of all replicas that hear of an event, one answers it. */
  readonly claims: Claims
  /** Keeps the installations. */
  readonly vault: Vault
  readonly clock: Clock
  readonly commands?: ExtraCommands | undefined
  /** Ids of users who may manage digests, beside the workspace's admins. */
  readonly managers?: readonly string[] | undefined
  /** How long an answer may take before Slack is told that it is on its way; Slack waits three seconds. */
  readonly patienceMs?: number | undefined
}

export type Slack = Platform & {
  /** What the web server is to answer under /slack: events where Slack posts them, and installation. */
  readonly routes: ((request: Request) => Promise<Response>) | undefined
}

const SLACK_API = 'https://slack.com/api/'
const PATIENCE_MS = 1500

export function openSlack(options: SlackOptions): Slack {
  const { way, log, clock, vault, botToken } = options
  const apiUrl = (options.apiUrl ?? SLACK_API).replace(/\/?$/, '/')
  let health: Health = { state: 'stopped' }
  /** What it lacks while it works. */
  let warning: string | undefined
  const tell = (now: Health) => {
    health = now
  }
  const work = openWork(options.claims, log)
  // Calls that are repeated are repeated by us, who know what may be shown twice.
  const clientOptions = { slackApiUrl: apiUrl, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true }
  const installations = openInstallations(vault)
  const installer =
    options.app === undefined
      ? undefined
      : new InstallProvider({
          ...options.app,
          authorizationUrl: new URL('../oauth/v2/authorize', apiUrl).href,
          directInstall: true,
          installationStore: installations,
          clientOptions,
          logger: boltLog(log),
        })
  const authorize = openAuthorize({ botToken, installer, apiUrl, clientOptions })
  const socket = way.kind === 'socket' ? openSocket({ appToken: way.appToken, apiUrl, log, tell }) : undefined
  const http = way.kind === 'http' ? openReceiver({ ...way, clock, take: work.take }) : undefined
  const receiver = socket?.receiver ?? http
  if (receiver === undefined) throw new RangeError('Slack is reached by socket or by HTTP')
  const app = new App({
    receiver,
    authorize: authorize.authorize,
    clientOptions,
    logger: boltLog(log),
    convoStore: false,
  })
  app.use(async ({ next }) => work.take(next()))
  app.error(async (error) => {
    const advice = adviceOn(error, 'SLACK_BOT_TOKEN', apiUrl)
    if (isRefusedToken(error) && installer === undefined)
      tell({ state: 'failed', ...(advice === undefined ? {} : { message: advice }) })
    log.error('an event from Slack could not be answered', { platform: 'slack', advice, error })
  })
  listen(app, options, work)
  if (installer !== undefined) forgetInstallations(app, installations, log)

  return {
    name: 'slack',
    health: () => (health.state === 'ready' && warning !== undefined ? { ...health, message: warning } : health),
    routes: routesOf(http?.receive, installer),
    async start() {
      tell({ state: 'starting' })
      try {
        warning = await authorize.check()
        await (socket === undefined ? app.start() : socket.open())
        tell({ state: 'ready' })
        log.info('Slack is connected', { platform: 'slack', way: way.kind })
        if (warning !== undefined)
          log.warn('Slack does not allow all that it is asked', { platform: 'slack', advice: warning })
      } catch (error) {
        const failure = error instanceof PlatformError ? error : explainFailure(error, 'SLACK_BOT_TOKEN', apiUrl)
        tell({ state: 'failed', message: failure.message })
        throw failure
      }
    },
    async stop() {
      if (health.state === 'stopped') return
      await http?.stop()
      // What came by the socket is answered by it, as long as that does not take for ever.
      await work.finishNow()
      await socket?.close()
      await work.finish()
      tell({ state: 'stopped' })
    },
  }
}

function listen(app: App, options: SlackOptions, { once }: ReturnType<typeof openWork>) {
  const { desk, rasterise, log, clock, commands = {}, managers = [], patienceMs = PATIENCE_MS } = options
  const mayManage = openManagers(managers, clock, log)
  const pictureFiles = openPictureFiles(rasterise)
  const ports: SlackPorts = { desk, pictureFiles, log, once, mayManage, commands, patienceMs }
  answerCommands(app, ports)
  answerMessages(app, ports)
  answerPresses(app, ports)
  answerShortcuts(app, ports)
  answerHome(app, ports)
}

function routesOf(
  receive: ((request: Request) => Promise<Response>) | undefined,
  installer: InstallProvider | undefined,
) {
  if (receive === undefined && installer === undefined) return undefined
  const install = installer === undefined ? undefined : installRoutes(installer)
  return async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url)
    if (pathname === '/slack/events' && request.method === 'POST' && receive !== undefined) return receive(request)
    return (await install?.(request)) ?? new Response('There is nothing here.\n', { status: 404 })
  }
}
