// Discord's side of a slash command: a gateway that tells of it, and a REST interface that takes the answer. It knows just
// enough for that, so that it costs little beside what is measured.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { GatewayDispatchEvents, GatewayOpcodes } from 'discord.js'
import { type WebSocket, WebSocketServer } from 'ws'

const APPLICATION = '100000000000000001'
const USER = { id: '100000000000000002', username: 'reader', discriminator: '0', avatar: null, global_name: null }
const BOT = { ...USER, id: APPLICATION, username: 'bot', bot: true }

export const discordToken = 'MTAwMDAwMDAwMDAwMDAwMDAx.bench-.not-a-token'

export type DiscordSide = {
  readonly apiUrl: string
  /** Tells the bot of a command, and resolves with the body of its answer. */
  readonly command: (text: string) => Promise<string>
  readonly close: () => void
}

export async function openDiscordSide(): Promise<DiscordSide> {
  let bot: WebSocket | undefined
  let number = 0
  let sequence = 1
  const waiting = new Map<string, (answer: string) => void>()
  const server = createServer(async (incoming, outgoing) => {
    const body = await readBody(incoming)
    const path = (incoming.url ?? '').replace(/^\/api(?:\/v10)?/, '')
    const [, id] = /^\/interactions\/(\d+)\//.exec(path) ?? []
    if (id === undefined) return answer(outgoing, path, incoming.method, body, `ws://127.0.0.1:${portOf()}/`)
    outgoing.writeHead(204).end()
    waiting.get(id)?.(body)
    waiting.delete(id)
  })
  const portOf = () => (server.address() as AddressInfo).port
  new WebSocketServer({ server }).on('connection', (socket) => {
    const send = (packet: object) => socket.send(JSON.stringify(packet))
    send({ op: GatewayOpcodes.Hello, d: { heartbeat_interval: 40_000 } })
    socket.on('message', (data) => {
      const { op } = JSON.parse(String(data)) as { op: number }
      if (op === GatewayOpcodes.Heartbeat) send({ op: GatewayOpcodes.HeartbeatAck })
      if (op !== GatewayOpcodes.Identify) return
      bot = socket
      const ready = {
        v: 10,
        user: BOT,
        guilds: [],
        session_id: 's',
        resume_gateway_url: '',
        application: { id: APPLICATION, flags: 0 },
      }
      send({ op: GatewayOpcodes.Dispatch, s: sequence++, t: GatewayDispatchEvents.Ready, d: ready })
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    apiUrl: `http://127.0.0.1:${portOf()}/api`,
    close: () => server.close(),
    command: (text) =>
      new Promise((resolve, reject) => {
        const id = String(200_000_000_000_000_000n + BigInt(number++))
        waiting.set(id, (body) => {
          if (body.includes('"type":4')) resolve(body)
          else reject(new Error(`a command was answered with ${body.slice(0, 200)}`))
        })
        bot?.send(
          JSON.stringify({
            op: GatewayOpcodes.Dispatch,
            s: sequence++,
            t: 'INTERACTION_CREATE',
            d: commandOf(id, text),
          }),
        )
      }),
  }
}

function commandOf(id: string, text: string): object {
  return {
    id,
    application_id: APPLICATION,
    type: 2,
    token: `token-${id}`,
    version: 1,
    channel_id: '100000000000000003',
    channel: { id: '100000000000000003', type: 0 },
    guild_id: '100000000000000004',
    // Somebody else each time: no question follows up on another's.
    member: {
      user: { ...USER, id },
      permissions: '0',
      roles: [],
      joined_at: '2030-01-01T00:00:00Z',
      deaf: false,
      mute: false,
      flags: 0,
    },
    locale: 'en-GB',
    context: 0,
    authorizing_integration_owners: { 0: '100000000000000004' },
    entitlements: [],
    app_permissions: '0',
    attachment_size_limit: 10_000_000,
    data: { id: '1', name: 'ask', type: 1, options: [{ name: 'text', type: 3, value: text }] },
  }
}

function answer(outgoing: ServerResponse, path: string, method = '', body: string, gateway: string): void {
  outgoing.setHeader('Content-Type', 'application/json')
  if (path.startsWith('/gateway/bot')) {
    const session_start_limit = { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 1 }
    outgoing.end(JSON.stringify({ url: gateway, shards: 1, session_start_limit }))
  } else if (path.endsWith('/commands')) outgoing.end(method === 'GET' ? '[]' : body)
  else outgoing.end(JSON.stringify({ ...BOT, flags: 0 }))
}

async function readBody(incoming: IncomingMessage): Promise<string> {
  let body = ''
  for await (const part of incoming.setEncoding('utf8')) body += part
  return body
}
