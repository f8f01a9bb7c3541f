// The bot on the Slack of the tests, in HTTP mode: its routes served on loopback, asked by signed posts as Slack sends them.

import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { openSlack, type Slack, type SlackOptions } from '../../src/platforms/slack/openSlack.ts'
import { memoryClaims } from './memoryClaims.ts'
import { memoryVault } from './memoryVault.ts'
import { openTestDesk, type TestDesk } from './openTestDesk.ts'
import { recordingLog } from './recordingLog.ts'
import type { Asker } from './slackPayloads.ts'
import { openSlackService, type SlackService } from './slackService.ts'
import { BOT_TOKEN } from './slackWorkspace.ts'

export const SIGNING_SECRET = 'signing-secret'

export type Posted = { readonly status: number; readonly body: Record<string, unknown> | undefined }

export type SlackBot = TestDesk & {
  readonly service: SlackService
  readonly slack: Slack
  readonly log: ReturnType<typeof recordingLog>
  readonly url: string
  /** Posts what Slack would, signed. An object with `command` goes as a form, an event as JSON, all else as a form's payload. */
  readonly post: (payload: object, headers?: Record<string, string>) => Promise<Posted>
  /** The reader, with a response_url of its own. */
  readonly asker: (user?: string) => Asker
  readonly close: () => Promise<void>
}

export type BotChanges = Partial<SlackOptions> & { readonly service?: SlackService; readonly testDesk?: TestDesk }

export async function openSlackBot({
  service: given,
  testDesk = openTestDesk(),
  ...changes
}: BotChanges = {}): Promise<SlackBot> {
  const service = given ?? (await openSlackService())
  const log = recordingLog()
  const slack = openSlack({
    desk: testDesk.desk,
    rasterise: async () => undefined,
    log,
    botToken: BOT_TOKEN,
    way: { kind: 'http', signingSecret: SIGNING_SECRET },
    app: undefined,
    apiUrl: service.apiUrl,
    claims: memoryClaims({ now: () => new Date() }),
    vault: memoryVault(),
    clock: { now: () => new Date() },
    commands: { whois: 'who', when: 'when' },
    ...changes,
  })
  const { routes } = slack
  if (routes === undefined) throw new Error('HTTP mode has routes')
  const server = serve({ fetch: routes, port: 0, hostname: '127.0.0.1' })
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  let replies = 0
  return {
    ...testDesk,
    service,
    slack,
    log,
    url,
    post: (payload, headers) => postSigned(`${url}/slack/events`, payload, headers),
    asker: (user = service.workspace.reader) => ({ user, responseUrl: service.responseUrl(`r${++replies}`) }),
    async close() {
      await slack.stop()
      server.close()
      if (given === undefined) await service.close()
    },
  }
}

export async function postSigned(url: string, payload: object, headers: Record<string, string> = {}): Promise<Posted> {
  const isEvent = 'event' in payload || 'challenge' in payload
  const body = isEvent
    ? JSON.stringify(payload)
    : new URLSearchParams(
        'command' in payload || 'ssl_check' in payload
          ? (payload as Record<string, string>)
          : { payload: JSON.stringify(payload) },
      ).toString()
  const timestamp = headers['x-slack-request-timestamp'] ?? String(Math.floor(Date.now() / 1000))
  const hash = createHmac('sha256', SIGNING_SECRET).update(`v0:${timestamp}:${body}`).digest('hex')
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': isEvent ? 'application/json' : 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${hash}`,
      ...headers,
    },
    body,
  })
  const text = await response.text()
  return {
    status: response.status,
    body: text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : undefined,
  }
}
