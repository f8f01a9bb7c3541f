// The gateway between bots and the twin: it passes the twin's events on, adds events of its own, and knows what the twin
// lacks: refused tokens, lost connections and resuming them.

import { randomUUID } from 'node:crypto'
import type { Server } from 'node:http'
import type { GatewayReceivePayload } from 'discord.js'
import { type RawData, WebSocket, WebSocketServer } from 'ws'

export type GatewayEvent = { readonly t: string; readonly d: unknown }

type Session = {
  readonly id: string
  readonly upstream: WebSocket
  readonly sent: { readonly op: 0; readonly s: number; readonly t: string; readonly d: unknown }[]
  socket: WebSocket | undefined
}

export type GatewayOptions = {
  readonly upstreamUrl: () => string
  readonly upstreamToken: string
  /** The token that is taken now. */
  readonly token: () => string
  readonly publicUrl: () => string
  /** Completes an event of the twin as Discord would send it. */
  readonly complete: (event: GatewayEvent) => GatewayEvent
}

export function openGatewaySessions(server: Server, options: GatewayOptions) {
  const sessions = new Map<string, Session>()
  const sockets = new WebSocketServer({ server })
  let identified = 0
  let resumed = 0

  function send(session: Session, { t, d }: GatewayEvent) {
    const payload = { op: 0, s: session.sent.length + 1, t, d } as const
    session.sent.push(payload)
    session.socket?.send(JSON.stringify(payload))
  }

  function identify(socket: WebSocket, identity: object) {
    const upstream = new WebSocket(options.upstreamUrl())
    const session: Session = { id: randomUUID(), upstream, sent: [], socket }
    sessions.set(session.id, session)
    identified++
    upstream.on('message', (raw) => {
      const { op, t, d } = parse(raw)
      if (op === 10) upstream.send(JSON.stringify({ op: 2, d: { ...identity, token: options.upstreamToken } }))
      if (op !== 0 || typeof t !== 'string') return
      const own = { session_id: session.id, resume_gateway_url: options.publicUrl() }
      send(session, options.complete({ t, d: t === 'READY' ? { ...(d as object), ...own } : d }))
    })
  }

  function resume(socket: WebSocket, id: string, seq: number) {
    const session = sessions.get(id)
    if (session === undefined) return socket.send(JSON.stringify({ op: 9, d: false }))
    session.socket = socket
    resumed++
    for (const payload of session.sent.filter(({ s }) => s > seq)) socket.send(JSON.stringify(payload))
    send(session, { t: 'RESUMED', d: {} })
  }

  sockets.on('connection', (socket) => {
    socket.send(JSON.stringify({ op: 10, d: { heartbeat_interval: 45_000 } }))
    socket.on('message', (raw) => {
      const { op, d } = parse(raw)
      const { token, session_id, seq } = d as { token?: string; session_id?: string; seq?: number }
      if (op === 1) socket.send(JSON.stringify({ op: 11 }))
      else if (token?.replace(/^Bot /, '') !== options.token()) socket.close(4004, 'Authentication failed.')
      else if (op === 2) identify(socket, d as object)
      else if (op === 6) resume(socket, session_id ?? '', seq ?? 0)
    })
    socket.on('close', () => {
      for (const session of sessions.values()) if (session.socket === socket) session.socket = undefined
    })
  })

  return {
    /** Sends an event to every bot. */
    dispatch(event: GatewayEvent) {
      for (const session of sessions.values()) send(session, event)
    },
    /** Loses all connections, without a word. Events that follow wait for the bots to come back. */
    drop() {
      for (const session of sessions.values()) session.socket?.terminate()
    },
    counts: () => ({ identified, resumed }),
    close() {
      for (const session of sessions.values()) session.upstream.terminate()
      for (const socket of sockets.clients) socket.terminate()
      sockets.close()
    },
  }
}

function parse(raw: RawData): { op: number; t?: string | null; d?: GatewayReceivePayload['d'] | unknown } {
  return JSON.parse(String(raw))
}
