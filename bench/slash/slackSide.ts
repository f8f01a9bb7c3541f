// Slack's side of a slash command: posts it signed, as Slack does, and waits for the answer in the acknowledgement.

import { createHmac, randomUUID } from 'node:crypto'
import { Agent, createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'

export const slackSecrets = {
  SLACK_BOT_TOKEN: 'xoxb-1-2-bench',
  SLACK_SIGNING_SECRET: 'a-signing-secret-for-the-bench',
}
const FIRST_TRIGGER = 13_345_224_609
let number = 0
const agent = new Agent({ keepAlive: true })

/** Ends the connections, which the other side may end just as a command is sent where they have been idle for seconds. */
export const hangUp = () => agent.destroy()

/** A Web API that knows our token, and nothing else. */
export async function openWebApi(): Promise<{ readonly url: string; readonly close: () => void }> {
  const server = createServer((incoming, outgoing) => {
    incoming.resume()
    outgoing.setHeader('Content-Type', 'application/json')
    outgoing.end(JSON.stringify({ ok: true, team_id: 'T1', user_id: 'U1', bot_id: 'B1', url: 'http://127.0.0.1/' }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`, close: () => server.close() }
}

/** One command; resolves with the text of the answer. */
export async function sendCommand(url: string, text: string): Promise<string> {
  const body = new URLSearchParams({
    command: '/brief',
    text,
    team_id: 'T1',
    channel_id: 'C1',
    // Somebody else each time: no question follows up on another's.
    user_id: `U${number++}`,
    // As Slack's are: they begin with a number that grows.
    trigger_id: `${FIRST_TRIGGER + number}.738474920.${randomUUID().replaceAll('-', '')}`,
    response_url: 'http://127.0.0.1:9/',
    api_app_id: 'A1',
  }).toString()
  const timestamp = String(Math.floor(Date.now() / 1000))
  const signature = createHmac('sha256', slackSecrets.SLACK_SIGNING_SECRET)
    .update(`v0:${timestamp}:${body}`)
    .digest('hex')
  const headers = {
    'Content-Type': 'application/x-www-form-urlencoded',
    'Content-Length': Buffer.byteLength(body),
    'X-Slack-Request-Timestamp': timestamp,
    'X-Slack-Signature': `v0=${signature}`,
  }
  return new Promise((resolve, reject) => {
    const sending = request(new URL('/slack/events', url), { method: 'POST', agent, headers }, (response) => {
      let received = ''
      response.setEncoding('utf8').on('data', (part: string) => {
        received += part
      })
      response.on('end', () => {
        if (response.statusCode === 200 && received.includes('"text"')) resolve(received)
        else reject(new Error(`a command was answered with ${response.statusCode}: ${received.slice(0, 200)}`))
      })
    })
    sending.on('error', reject)
    sending.end(body)
  })
}
