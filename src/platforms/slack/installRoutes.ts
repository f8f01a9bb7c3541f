// The two pages by which a workspace installs the app: /slack/install sends to Slack, and Slack sends back to
// /slack/oauth_redirect. Slack's own library does the work; it speaks Node's http, our web server speaks fetch.

import type { IncomingMessage, ServerResponse } from 'node:http'
import type { InstallProvider } from '@slack/oauth'
import { botScopes } from './scopes.ts'

export function installRoutes(installer: InstallProvider) {
  return async (request: Request): Promise<Response | undefined> => {
    const { pathname } = new URL(request.url)
    if (request.method !== 'GET') return undefined
    if (pathname === '/slack/install')
      return throughNode(request, (req, res) => installer.handleInstallPath(req, res, {}, { scopes: [...botScopes] }))
    if (pathname === '/slack/oauth_redirect')
      return throughNode(request, (req, res) => installer.handleCallback(req, res))
    return undefined
  }
}

/** Runs a handler of Node's http over a fetch request; it has what Slack's library uses of both. */
async function throughNode(
  request: Request,
  handle: (req: IncomingMessage, res: ServerResponse) => Promise<void>,
): Promise<Response> {
  const headers = new Headers()
  let status = 200
  let body = ''
  const set = (name: string, value: string | readonly string[]) => {
    headers.delete(name)
    for (const one of [value].flat()) headers.append(name, one)
  }
  const response = {
    setHeader: set,
    getHeader: (name: string) => headers.get(name) ?? undefined,
    writeHead(code: number, more: Readonly<Record<string, string>> = {}) {
      status = code
      for (const [name, value] of Object.entries(more)) set(name, value)
    },
    end(text = '') {
      body += text
    },
  }
  const { pathname, search } = new URL(request.url)
  const req = { url: `${pathname}${search}`, method: request.method, headers: Object.fromEntries(request.headers) }
  await handle(req as unknown as IncomingMessage, response as unknown as ServerResponse)
  return new Response(body, { status, headers })
}
