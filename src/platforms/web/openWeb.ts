// The web server: opened first and closed last, so that health can always be asked.

import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import type { Hono } from 'hono'
import { SettingsError } from '../../core/errors.ts'
import type { Health, Log, Platform } from '../../core/ports.ts'

export type WebServer = Platform & {
  /** Where it listens, once it has started. */
  readonly url: () => string
}

export type WebServerOptions = {
  readonly host: string
  /** 0 for any that is free. */
  readonly port: number
  readonly app: Hono
  readonly log: Log
}

/** Whoever takes longer to send a request is cut off. */
const HEADERS_TIMEOUT_MS = 10_000
const REQUEST_TIMEOUT_MS = 30_000

export function openWeb({ host, port, app, log }: WebServerOptions): WebServer {
  let health: Health = { state: 'starting' }
  let url = ''
  const server = createAdaptorServer({
    // Read anew for each request: while it stops, a connection is not kept for another one.
    fetch: async (request, env) => {
      const response = await app.fetch(request, env)
      if (health.state === 'stopped') response.headers.set('Connection', 'close')
      return response
    },
    serverOptions: { headersTimeout: HEADERS_TIMEOUT_MS, requestTimeout: REQUEST_TIMEOUT_MS },
  })
  return {
    name: 'web',
    url: () => url,
    health: () => health,
    start: () =>
      new Promise((resolve, reject) => {
        server.once('error', (error: NodeJS.ErrnoException) => {
          const wrong = whyNotListening(error, host, port)
          health = { state: 'failed', message: wrong.message }
          reject(wrong)
        })
        server.listen(port, host, () => {
          url = urlOf(server.address() as AddressInfo)
          health = { state: 'ready' }
          log.info('the web server listens', { url })
          resolve()
        })
      }),
    stop: () =>
      new Promise((resolve) => {
        health = { state: 'stopped' }
        if (server.listening) server.close(() => resolve())
        else resolve()
      }),
  }
}

function urlOf({ address, family, port }: AddressInfo): string {
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}/`
}

function whyNotListening(error: NodeJS.ErrnoException, host: string, port: number): Error {
  const reasons: Readonly<Record<string, string>> = {
    EADDRINUSE: `PORT ${port} is taken on ${host} by another program; stop that one, or set PORT to another port`,
    EACCES: `PORT ${port} needs more rights than this process has; set PORT to 1024 or above`,
    EADDRNOTAVAIL: `HOST ${host} is no address of this machine; set HOST to 127.0.0.1, or to 0.0.0.0 for all`,
    ENOTFOUND: `HOST ${host} is not known; set HOST to 127.0.0.1, or to 0.0.0.0 for all`,
  }
  const reason = reasons[error.code ?? ''] ?? `the web server cannot listen on ${host}:${port} (${error.message})`
  return new SettingsError(reason, { cause: error })
}
