// Discord and Slack, each where it is connected: what hears readers, and what delivers digests. Part of the composition
// root. Their libraries are slow to load, so each is imported only when it is needed.

import { findApi } from './apiAddress.ts'
import type { Connections } from './connections.ts'
import type { Config } from './core/config.ts'
import type { Desk } from './core/desk/request.ts'
import type { Courier } from './core/digests/courier.ts'
import type { DigestPlatform } from './core/digests/subscriptions.ts'
import type { Claims, Clock, Log, Platform, Rasterise, Vault } from './core/ports.ts'
import { keepRunning } from './system/keepRunning.ts'

export type ChatPorts = {
  readonly desk: Desk
  readonly claims: Claims
  readonly vault: Vault
  readonly rasterise: Rasterise
  readonly clock: Clock
  readonly log: Log
  readonly config: Config
}

export type ChatPlatforms = {
  readonly platforms: readonly Platform[]
  readonly couriers: Readonly<Partial<Record<DigestPlatform, Courier>>>
  /** What is posted to the web server for Slack; undefined where Slack is not connected. */
  readonly slackRoutes: ((request: Request) => Promise<Response>) | undefined
}

type Part = {
  readonly platform: Platform
  readonly courier: Courier
  readonly routes?: (request: Request) => Promise<Response>
}

export async function openChatPlatforms({ discord, slack }: Connections, ports: ChatPorts): Promise<ChatPlatforms> {
  const onDiscord = discord === undefined ? undefined : await connectDiscord(discord, ports)
  const onSlack = slack === undefined ? undefined : await connectSlack(slack, ports)
  return {
    platforms: [onDiscord, onSlack].flatMap((part) => part?.platform ?? []),
    couriers: {
      ...(onDiscord === undefined ? {} : { discord: onDiscord.courier }),
      ...(onSlack === undefined ? {} : { slack: onSlack.courier }),
    },
    slackRoutes: onSlack?.routes,
  }
}

async function connectDiscord(given: NonNullable<Connections['discord']>, ports: ChatPorts): Promise<Part> {
  const { openDiscord } = await import('./platforms/discord/openDiscord.ts')
  const { openDiscordCourier } = await import('./platforms/discord/courier.ts')
  const probe = { path: '/v10/gateway/bot', init: { headers: { authorization: `Bot ${given.token}` } } }
  const apiUrl = given.apiUrl === undefined ? undefined : await findApi(given.apiUrl, probe)
  const connection = { ...given, apiUrl }
  const open = async () => openDiscord({ ...ports, ...connection })
  return {
    platform: keepRunning('discord', open, ports.log),
    courier: openDiscordCourier({ ...connection, rasterise: ports.rasterise }),
  }
}

async function connectSlack(connection: NonNullable<Connections['slack']>, ports: ChatPorts): Promise<Part> {
  const { openSlack } = await import('./platforms/slack/openSlack.ts')
  const { openSlackCourier } = await import('./platforms/slack/courier.ts')
  const { findToken } = await import('./platforms/slack/installations.ts')
  const { botToken, app } = connection
  const init = { method: 'POST', headers: botToken === undefined ? {} : { authorization: `Bearer ${botToken}` } }
  const api =
    connection.apiUrl === undefined ? undefined : await findApi(connection.apiUrl, { path: '/auth.test', init })
  const apiUrl = api === undefined ? undefined : `${api}/`
  // Where workspaces install the app, each has a token of its own.
  const tokenOf = async (tenant: string) =>
    (app === undefined ? undefined : await findToken(ports.vault, tenant)) ?? botToken
  const kept = keepRunning(
    'slack',
    async () => openSlack({ ...ports, ...connection, apiUrl, ...ports.config.slack }),
    ports.log,
  )
  return {
    platform: kept,
    courier: openSlackCourier({ tokenOf, apiUrl, rasterise: ports.rasterise }),
    async routes(request) {
      const answer = kept.current()?.routes
      // Slack sends again what it could not deliver.
      return answer === undefined ? new Response('Slack is not connected yet.\n', { status: 503 }) : answer(request)
    },
  }
}
