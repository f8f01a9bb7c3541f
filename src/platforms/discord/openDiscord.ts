// The bot on Discord: it connects, registers its commands, hears of interactions and messages, and stops in good order.

import { type APIInteraction, Events, GatewayDispatchEvents, type GatewayMessageCreateDispatchData } from 'discord.js'
import { PlatformError } from '../../core/errors.ts'
import type { Claims, Health, Platform } from '../../core/ports.ts'
import { answerInteraction } from './answerInteraction.ts'
import { answerMessage } from './answerMessage.ts'
import { openCalls } from './calls.ts'
import { openConversations } from './conversations.ts'
import { explainFailure, factsOf, isRefusedToken, judgeFailure } from './failures.ts'
import { isInThread, mayManage } from './knownChannels.ts'
import { openClient } from './openClient.ts'
import { readMessage } from './readMessage.ts'
import { registerCommands } from './registerCommands.ts'
import type { Ports } from './showRequest.ts'
import { watchShards } from './watchShards.ts'
import { within } from './within.ts'

export type DiscordOptions = Ports & {
  readonly token: string
  /** Undefined for the real service. */
  readonly apiUrl?: string | undefined
  /** Of all replicas that hear of an event, one answers it. */
  readonly claims: Claims
  /** How long an answer may take before the reader is told that it is on its way; Discord waits three seconds. */
  readonly deferAfterMs?: number
  /** How long connecting may take. */
  readonly startWithinMs?: number
}

const DISCORD_API = 'https://discord.com/api'
const DEFER_AFTER_MS = 1500
const START_WITHIN_MS = 30_000
/** An interaction can be answered for a quarter of an hour; nothing is told twice later than that. */
const CLAIM_MS = 15 * 60_000

export function openDiscord(options: DiscordOptions): Platform {
  const { token, apiUrl = DISCORD_API, claims, log, startWithinMs = START_WITHIN_MS } = options
  const client = openClient(apiUrl)
  const calls = openCalls(client.rest)
  const conversations = openConversations((channel, id) => calls.readMessage(channel, id).catch(() => undefined))
  const answering = { ...options, calls, conversations, deferAfterMs: options.deferAfterMs ?? DEFER_AFTER_MS }
  const running = new Set<Promise<void>>()
  let health: Health = { state: 'stopped' }

  const isStopped = () => health.state === 'stopped'

  /** Does the work for an event once, and never rejects. */
  async function once(event: string, work: () => Promise<void>) {
    try {
      if (await isFirst(event)) await work()
      else log.debug('an event came twice', { platform: 'discord' })
    } catch (error) {
      const { level, ...verdict } = judgeFailure(error)
      if (isRefusedToken(error)) health = { state: 'failed', message: explainFailure(error, apiUrl).message }
      log[level](verdict.event, { platform: 'discord', advice: verdict.advice, ...factsOf(error) })
    }
  }

  /** Where claims cannot be had, Discord itself still takes but one answer to an interaction or a message. */
  async function isFirst(event: string): Promise<boolean> {
    try {
      return await claims.claim(`discord/${event}`, CLAIM_MS)
    } catch (error) {
      log.error('an event could not be claimed', { platform: 'discord', error })
      return true
    }
  }

  function take(event: string, work: () => Promise<void>) {
    if (isStopped()) return
    const task = once(event, work).finally(() => running.delete(task))
    running.add(task)
  }

  function listen() {
    client.ws.on(GatewayDispatchEvents.InteractionCreate, (interaction: APIInteraction) => {
      take(`interaction/${interaction.id}`, () => answerInteraction(answering, interaction))
    })
    client.ws.on(GatewayDispatchEvents.MessageCreate, (message: GatewayMessageCreateDispatchData) => {
      const reading = readMessage(message, client.user?.id ?? '', isInThread(client, message))
      if (reading === undefined) return
      take(`message/${message.id}`, () => answerMessage(answering, message, reading, mayManage(client, message)))
    })
    watchShards(client, (found) => {
      if (health.state === 'stopped' || health.state === 'failed') return
      if (found.state === 'failed') log.error('discord is lost', { platform: 'discord', message: found.message })
      health = found
    })
    client.on(Events.Error, (error) => log.warn('an error of discord', { platform: 'discord', ...factsOf(error) }))
    client.on(Events.ShardError, (error) =>
      log.warn('an error of the gateway', { platform: 'discord', ...factsOf(error) }),
    )
  }

  async function connect() {
    client.rest.setToken(token)
    const application = await calls.readApplication()
    try {
      if (await registerCommands(client.rest, application.id)) log.info('commands registered', { platform: 'discord' })
    } catch (error) {
      // Those that were registered before can still be used.
      log.warn('commands could not be registered', { platform: 'discord', ...factsOf(error) })
    }
    if (isStopped()) return
    const login = await within(client.login(token), startWithinMs)
    if (login === undefined)
      throw new PlatformError(
        `Discord's gateway cannot be reached within ${startWithinMs / 1000} seconds: check that web sockets get through`,
      )
  }

  return {
    name: 'discord',
    async start() {
      health = { state: 'starting' }
      listen()
      try {
        await connect()
      } catch (error) {
        await client.destroy()
        if (isStopped()) return
        const failure = explainFailure(error, apiUrl)
        health = { state: 'failed', message: failure.message }
        throw failure
      }
      if (isStopped()) await client.destroy()
      else if (health.state === 'starting') health = { state: 'ready' }
    },
    async stop() {
      health = { state: 'stopped' }
      while (running.size > 0) await Promise.all(running)
      await client.destroy()
    },
    health: () => health,
  }
}
