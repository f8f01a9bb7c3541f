// A platform on loopback: takes calls, keeps every message that was created, and fails when it is told to.

import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { type Fault, isBefore } from './faults.ts'

export type Message = {
  readonly id: string
  readonly channel: string
  /** What the delivery is known by; undefined for what others wrote. */
  readonly reference: string | undefined
  readonly atMs: number
  readonly body: Readonly<Record<string, unknown>>
}

export type ChannelState = 'open' | 'unreadable' | 'gone'

export type Call = {
  readonly method: string
  /** Without the worker's part. */
  readonly path: string
  readonly query: URLSearchParams
  readonly body: string
}

export type Reply = {
  readonly status: number
  readonly body: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** How a platform answers; `create` marks a call that makes a message. */
export type Platform = {
  readonly isCreate: (call: Call) => boolean
  readonly answer: (call: Call) => Reply
  readonly failed: (fault: 'limited' | '500') => Reply
}

export type Troubles = {
  readonly nextFault: () => Fault | undefined
  /** Kills the worker whose message has just been taken, where it shall die then; true where it did. */
  readonly killAccepted: (worker: string) => boolean
}

export type PlatformServer = {
  /** The address that a worker is given, which says who calls. */
  readonly urlOf: (worker: string) => string
  readonly close: () => Promise<void>
}

export async function openPlatformServer(platform: Platform, troubles: Troubles): Promise<PlatformServer> {
  const server = createServer((request, response) => {
    serve(request, response, platform, troubles).catch(() => response.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    urlOf: (worker) => `http://127.0.0.1:${port}/${worker}`,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

async function serve(request: IncomingMessage, response: ServerResponse, platform: Platform, troubles: Troubles) {
  const url = new URL(request.url ?? '/', 'http://localhost')
  const [, worker = '', ...rest] = url.pathname.split('/')
  const call = {
    method: request.method ?? 'GET',
    path: `/${rest.join('/')}`,
    query: url.searchParams,
    body: await text(request),
  }
  if (!platform.isCreate(call)) return send(response, platform.answer(call))
  const fault = troubles.nextFault()
  if (isBefore(fault)) return fail(response, fault, platform)
  const reply = platform.answer(call)
  if (reply.status < 300 && troubles.killAccepted(worker)) return response.destroy()
  return fault === undefined ? send(response, reply) : fail(response, fault, platform)
}

function fail(response: ServerResponse, fault: Fault | undefined, platform: Platform) {
  if (fault === 'limited') return send(response, platform.failed('limited'))
  if (fault?.startsWith('500')) return send(response, platform.failed('500'))
  // Of a silent one the caller's patience ends first; its connection is closed then, or with the server.
  if (fault?.startsWith('lost')) response.destroy()
}

function send(response: ServerResponse, { status, body, headers = {} }: Reply) {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
}
