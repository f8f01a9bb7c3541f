// Bolt alone, answering every command with a constant: what Slack's framework costs by itself. ANSWER is the constant as
// JSON; left out, it is a short one.

import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { App, type RespondArguments } from '@slack/bolt'

const { SLACK_BOT_TOKEN = '', SLACK_SIGNING_SECRET = '', SLACK_API_URL = '', ANSWER } = process.env
const constant: RespondArguments =
  ANSWER === undefined ? { response_type: 'ephemeral', text: 'A constant.' } : JSON.parse(ANSWER)
const app = new App({
  token: SLACK_BOT_TOKEN,
  signingSecret: SLACK_SIGNING_SECRET,
  clientOptions: { slackApiUrl: SLACK_API_URL, retryConfig: { retries: 0 } },
})
app.command(/^\//, async ({ ack }) => ack(constant))
const server = (await app.start({ port: 0, host: '127.0.0.1' })) as Server
const { port } = server.address() as AddressInfo
console.log(JSON.stringify({ msg: 'ready', url: `http://127.0.0.1:${port}/` }))
process.once('SIGTERM', () => process.exit())
