// Slack as the bot meets it: its Web API, response_urls, and the socket of Socket Mode, on one port of loopback. Calls are
// held against the table of limits, kept, and passed on to the emulated workspace; what that lacks is answered here, in the
// manner of the tests of Slack's own SDK. A test can have any call fail.

import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { type WebSocket, WebSocketServer } from 'ws'
import { botScopes } from '../../src/platforms/slack/scopes.ts'
import { slackCalls, slackResponse } from './slackLimits.ts'
import { BOT_TOKEN, openWorkspace, type Workspace } from './slackWorkspace.ts'

export const APP_TOKEN = 'xapp-good'

export type Call = {
  readonly method: string
  readonly args: Record<string, unknown>
  readonly token: string
  /** What it was answered with; undefined where it failed. */
  readonly result: unknown
}
export type Failure = { readonly status: number; readonly retryAfter?: number; readonly error?: string }
export type Reply = { readonly id: string; readonly body: Record<string, unknown> }

export type SlackService = {
  readonly apiUrl: string
  readonly workspace: Workspace
  readonly calls: readonly Call[]
  readonly replies: readonly Reply[]
  /** What Slack would have refused: every test expects none. */
  readonly problems: readonly string[]
  /** Has the next calls of a method, or the next replies ("response_url"), fail one after another. */
  readonly fail: (method: string, ...failures: readonly Failure[]) => void
  /** The first call of a method that this test has not been given yet. */
  readonly nextCall: (method: string) => Promise<Call>
  readonly nextReply: () => Promise<Reply>
  readonly responseUrl: (id: string) => string
  readonly sockets: readonly WebSocket[]
  readonly nextSocket: () => Promise<WebSocket>
  /** Sends an envelope through a socket; resolves with what it is acknowledged with. */
  readonly sendEnvelope: (socket: WebSocket, type: string, payload: object, more?: object) => Promise<unknown>
  /** What was not awaited so far is not given to later tests, and failures that did not happen will not. */
  readonly forget: () => void
  readonly close: () => Promise<void>
}

/** A list of which each entry can be awaited once. */
function mailbox<T>() {
  const all: T[] = []
  const unread: T[] = []
  const waiting: ((one: T) => boolean)[] = []
  return {
    all,
    put(one: T) {
      all.push(one)
      const taken = waiting.findIndex((wants) => wants(one))
      if (taken === -1) unread.push(one)
      else waiting.splice(taken, 1)
    },
    forget: () => void unread.splice(0),
    next(fits: (one: T) => boolean = () => true): Promise<T> {
      const found = unread.findIndex(fits)
      if (found !== -1) return Promise.resolve(unread.splice(found, 1)[0] as T)
      return new Promise((resolve) => {
        waiting.push((one) => {
          if (!fits(one)) return false
          resolve(one)
          return true
        })
      })
    },
  }
}

export async function openSlackService(scopes: readonly string[] = botScopes): Promise<SlackService> {
  const workspace = await openWorkspace(scopes)
  const calls = mailbox<Call>()
  const replies = mailbox<Reply>()
  const sockets = mailbox<WebSocket>()
  const problems: string[] = []
  const tokens = new Set([BOT_TOKEN])
  const failures = new Map<string, Failure[]>()
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      problems.push(`the service itself failed: ${error}`)
      response.writeHead(500).end()
    })
  })

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const path = request.url ?? ''
    const body = await text(request)
    if (path.startsWith('/reply/')) return answerReply(path.slice('/reply/'.length), body, response)
    const method = path.slice('/api/'.length)
    const args = readArgs(body)
    const token = (request.headers.authorization ?? '').replace('Bearer ', '')
    // Bolt names the workspace with every call, which all methods take.
    const { team_id: _, ...own } = args
    check(method, slackCalls[method], own)
    const failure = failures.get(method)?.shift()
    const result = failure === undefined ? await resultOf(method, token, request, body) : undefined
    if (failure === undefined) sendJson(response, result)
    else failWith(response, failure)
    calls.put({ method, args, token, result })
  }

  function check(name: string, schema: (typeof slackCalls)[string] | undefined, value: unknown) {
    const { error } = schema?.safeParse(value) ?? { error: { message: 'no such call is allowed' } }
    if (error !== undefined) problems.push(`${name}: ${error.message}`)
  }

  function answerReply(id: string, body: string, response: ServerResponse) {
    const value = JSON.parse(body) as Record<string, unknown>
    check('response_url', slackResponse, value)
    const failure = failures.get('response_url')?.shift()
    if (failure === undefined) response.writeHead(200).end('ok')
    else failWith(response, failure)
    if (failure === undefined) replies.put({ id, body: value })
  }

  async function resultOf(method: string, token: string, request: IncomingMessage, body: string): Promise<unknown> {
    const own = ownAnswer(method, token)
    if (own !== undefined) return own
    // The emulated workspace takes a token that it does not know for its admin's.
    if (!tokens.has(token) && method !== 'oauth.v2.access') return { ok: false, error: 'invalid_auth' }
    const passed = await fetch(`${workspace.url}/api/${method}`, {
      method: 'POST',
      headers: {
        'content-type': request.headers['content-type'] ?? 'application/json',
        ...(request.headers.authorization === undefined ? {} : { authorization: request.headers.authorization }),
      },
      body,
    })
    const result = JSON.parse((await passed.text()).replaceAll('//localhost:', '//127.0.0.1:')) as Record<
      string,
      unknown
    >
    if (method === 'oauth.v2.access' && typeof result.access_token === 'string') tokens.add(result.access_token)
    return result
  }

  /** What the emulated workspace does not know. */
  function ownAnswer(method: string, token: string): object | undefined {
    if (method === 'apps.connections.open')
      return token === APP_TOKEN ? { ok: true, url: address('ws', '/socket') } : { ok: false, error: 'invalid_auth' }
    if (method !== 'assistant.threads.setSuggestedPrompts') return undefined
    if (!tokens.has(token)) return { ok: false, error: 'invalid_auth' }
    return scopes.includes('assistant:write')
      ? { ok: true }
      : { ok: false, error: 'missing_scope', needed: 'assistant:write', provided: scopes.join(',') }
  }

  function sendJson(response: ServerResponse, value: unknown) {
    response.writeHead(200, { 'content-type': 'application/json', 'x-oauth-scopes': scopes.join(',') })
    response.end(JSON.stringify(value))
  }

  const acks = new Map<string, (payload: unknown) => void>()
  const socketServer = new WebSocketServer({ server, path: '/socket' })
  socketServer.on('connection', (socket) => {
    socket.on('message', (data) => {
      const { envelope_id, payload } = JSON.parse(String(data)) as { envelope_id: string; payload: unknown }
      acks.get(envelope_id)?.(payload)
    })
    socket.send(JSON.stringify({ type: 'hello', num_connections: 1 }))
    sockets.put(socket)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const address = (protocol: string, path: string) => `${protocol}://127.0.0.1:${port}${path}`
  let envelopes = 0

  return {
    apiUrl: address('http', '/api/'),
    workspace,
    calls: calls.all,
    replies: replies.all,
    problems,
    fail: (method, ...more) => void failures.set(method, [...(failures.get(method) ?? []), ...more]),
    nextCall: (method) => calls.next((call) => call.method === method),
    nextReply: () => replies.next(),
    responseUrl: (id) => address('http', `/reply/${id}`),
    sockets: sockets.all,
    nextSocket: () => sockets.next(),
    sendEnvelope(socket, type, payload, more = {}) {
      envelopes += 1
      const envelope_id = `envelope-${envelopes}`
      const acked = new Promise((resolve) => acks.set(envelope_id, resolve))
      socket.send(JSON.stringify({ envelope_id, type, payload, accepts_response_payload: true, ...more }))
      return acked
    },
    forget() {
      failures.clear()
      for (const box of [calls, replies, sockets]) box.forget()
    },
    async close() {
      for (const socket of sockets.all) socket.terminate()
      socketServer.close()
      server.close()
      server.closeAllConnections()
      await workspace.close()
    },
  }
}

function failWith(response: ServerResponse, { status, retryAfter, error }: Failure) {
  response.writeHead(status, {
    'content-type': 'application/json',
    ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
  })
  response.end(JSON.stringify({ ok: false, error: error ?? 'internal_error' }))
}

/** Slack's client sends a form, in which what is no text stands as JSON. */
function readArgs(body: string): Record<string, unknown> {
  return Object.fromEntries(
    [...new URLSearchParams(body)].map(([name, value]) => [
      name,
      /^(?:[[{]|true$|false$)/.test(value) ? JSON.parse(value) : value,
    ]),
  )
}
