// Socket Mode: a socket that we open and Slack sends through. Slack recycles sockets, and networks drop them; we open the
// next one at once, and go on trying. Slack's SDK would wait five seconds first, and take down the process where its
// token has been revoked meanwhile, so that its own reconnecting is switched off.

import { SocketModeReceiver } from '@slack/bolt'
import pRetry from 'p-retry'
import type { Health, Log } from '../../core/ports.ts'
import { boltLog } from './boltLog.ts'
import { explainFailure, isRefusedToken } from './failures.ts'
import { inTime } from './inTime.ts'

export type SocketOptions = {
  readonly appToken: string
  readonly apiUrl: string
  readonly log: Log
  /** Told of how the socket stands. */
  readonly tell: (health: Health) => void
}

export type Socket = {
  readonly receiver: SocketModeReceiver
  readonly open: () => Promise<void>
  readonly close: () => Promise<void>
}

const OPEN_WITHIN_MS = 20_000
const MAX_PAUSE_MS = 30_000

export function openSocket({ appToken, apiUrl, log, tell }: SocketOptions): Socket {
  const clientOptions = { slackApiUrl: apiUrl, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true }
  const receiver = new SocketModeReceiver({
    appToken,
    autoReconnectEnabled: false,
    logger: boltLog(log),
    installerOptions: { clientOptions },
  })
  const { client } = receiver
  let isWanted = false
  let isReconnecting = false
  const ending = new AbortController()

  async function connect() {
    const opening = client.start().catch((error: unknown) => {
      // A socket that closes before Slack has greeted us has no error of its own.
      throw error instanceof Error ? error : new Error('the socket was closed before it was ready')
    })
    const isOpen = (await inTime(opening, OPEN_WITHIN_MS)) !== undefined
    // One that comes late, or after we have stopped, is closed again.
    if (isOpen && !ending.signal.aborted) return
    opening.catch(() => {})
    await client.disconnect()
    if (!isOpen) throw new Error('the socket was not ready in time')
  }

  async function reconnect() {
    if (!isWanted || isReconnecting) return
    isReconnecting = true
    tell({ state: 'starting', message: 'the connection to Slack was lost; it is being made again' })
    log.info('the connection to Slack was lost', { platform: 'slack' })
    try {
      await pRetry(connect, {
        retries: Number.POSITIVE_INFINITY,
        minTimeout: 500,
        maxTimeout: MAX_PAUSE_MS,
        randomize: true,
        signal: ending.signal,
        shouldRetry: ({ error }) => isWanted && !isRefusedToken(error),
      })
      if (!isWanted) return
      log.info('the connection to Slack is back', { platform: 'slack' })
      tell({ state: 'ready' })
    } catch (error) {
      if (!isWanted) return
      const { message } = explainFailure(error, 'SLACK_APP_TOKEN', apiUrl)
      log.error('the connection to Slack cannot be made again', { platform: 'slack', advice: message })
      tell({ state: 'failed', message })
    } finally {
      isReconnecting = false
    }
  }

  return {
    receiver,
    async open() {
      try {
        await connect()
      } catch (error) {
        throw explainFailure(error, 'SLACK_APP_TOKEN', apiUrl)
      }
      isWanted = true
      client.on('disconnected', () => void reconnect())
    },
    async close() {
      isWanted = false
      ending.abort()
      await client.disconnect()
    },
  }
}
