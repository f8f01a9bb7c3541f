// A platform on loopback: takes calls, keeps every message that was created, and fails when it is told to.

import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { PlatformCrashPoint } from './crashPoints.ts'
import { type Fault, isBefore } from './faults.ts'
import { type Call, readCall } from './readCall.ts'

export type Message = {
  readonly id: string
  readonly channel: string
  /** What the delivery is known by; undefined for what others wrote. */
  readonly reference: string | undefined
  readonly atMs: number
  readonly body: Readonly<Record<string, unknown>>
  readonly hasPicture: boolean
}

/** `without files`: messages are taken, and pictures are not. */
export type ChannelState = 'open' | 'unreadable' | 'without files' | 'gone'

export type Reply = {
  readonly status: number
  readonly body: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** How a platform answers. */
export type Platform = {
  /** True for a call that makes a message. */
  readonly isCreate: (call: Call) => boolean
  /** True for a call that brings a picture, or is a step of that. */
  readonly isUpload: (call: Call) => boolean
  readonly answer: (call: Call) => Reply
  readonly failed: (fault: 'limited' | '500') => Reply
}

export type Troubles = {
  readonly nextFault: (isUpload: boolean) => Fault | undefined
  /** Kills the worker where it shall die at this point; true where it did. */
  readonly killAt: (point: PlatformCrashPoint, worker: string) => boolean
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
  const { call, worker } = await readCall(request)
  const [isCreate, isUpload] = [platform.isCreate(call), platform.isUpload(call)]
  if (!isCreate && !isUpload) return send(response, platform.answer(call))
  if (isUpload && troubles.killAt('while uploading', worker)) return response.destroy()
  const fault = troubles.nextFault(isUpload)
  if (isBefore(fault)) return fail(response, fault, platform)
  const reply = platform.answer(call)
  if (isCreate && reply.status < 300 && troubles.killAt('accepted', worker)) return response.destroy()
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
