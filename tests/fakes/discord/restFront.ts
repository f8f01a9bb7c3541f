// What stands before the twin's REST interface: it keeps and checks each request, fails where a test wants it to, and adds
// what the twin lacks: tokens, files, direct messages, the list of commands, typing and enforced nonces.

import type { IncomingMessage, ServerResponse } from 'node:http'
import { asPart } from './checkMessage.ts'
import { checkRequest, type SentRequest } from './checkRequest.ts'

export type Answered = SentRequest & { readonly status: number; readonly reply: unknown }

/** An answer given in place of the twin's; `lost` does the work and then breaks the connection. */
export type Fault =
  | { readonly status: number; readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> }
  | 'lost'
  | 'refused'

export type RestOptions = {
  readonly twinUrl: () => string
  readonly token: () => string
  readonly gatewayUrl: () => string
  /** Gives the channel for direct messages with somebody. */
  readonly directChannel: (user: string) => Promise<string>
}

export function openRestFront(options: RestOptions) {
  const seen: Answered[] = []
  const problems: string[] = []
  const faults: { readonly matches: RegExp; readonly fault: Fault }[] = []
  const listeners = new Set<() => void>()
  const nonces = new Map<string, unknown>()
  let commands: readonly unknown[] = []

  async function answer(
    request: SentRequest,
    authorization: string | undefined,
  ): Promise<{ status: number; body: unknown }> {
    const { method, path, body } = request
    const isOpen = path.startsWith('/interactions/') || path.startsWith('/webhooks/')
    if (!isOpen && authorization !== `Bot ${options.token()}`)
      return { status: 401, body: { message: '401: Unauthorized', code: 0 } }
    if (path === '/gateway/bot') return { status: 200, body: gatewayBot(options.gatewayUrl()) }
    if (path.endsWith('/typing')) return { status: 204, body: undefined }
    if (/^\/applications\/\d+\/commands$/.test(path)) {
      if (method === 'PUT') commands = (body as readonly object[]).map(asRegistered)
      return { status: 200, body: commands }
    }
    if (path === '/users/@me/channels')
      return { status: 200, body: { id: await options.directChannel(String(asPart(body).recipient_id)), type: 1 } }
    const { nonce, enforce_nonce } = asPart(body)
    const key = enforce_nonce === true ? `${path} ${nonce}` : undefined
    if (key !== undefined && nonces.has(key)) return { status: 200, body: nonces.get(key) }
    const reply = await fetch(`${options.twinUrl()}${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    })
    const text = await reply.text()
    const told: unknown = text === '' ? undefined : JSON.parse(text)
    // The twin has no message that says that an answer is on its way; Discord has, and it can be deleted.
    if (method === 'DELETE' && asPart(told).code === 10008) return { status: 204, body: undefined }
    if (key !== undefined && reply.ok) nonces.set(key, told)
    return { status: reply.status, body: told }
  }

  async function handle(incoming: IncomingMessage, outgoing: ServerResponse) {
    const request = await readRequest(incoming)
    problems.push(...checkRequest(request))
    const at = faults.findIndex(({ matches }) => matches.test(`${request.method} ${request.path}`))
    const fault = at < 0 ? undefined : faults.splice(at, 1)[0]?.fault
    const isFault = typeof fault === 'object'
    if (fault === 'refused') return incoming.socket.destroy()
    const { status, body } = isFault
      ? { status: fault.status, body: fault.body ?? { message: 'a fault', code: 0 } }
      : await answer(request, incoming.headers.authorization)
    seen.push({ ...request, status: fault === 'lost' ? 0 : status, reply: body })
    if (fault === 'lost') incoming.socket.destroy()
    else {
      const type = body === undefined ? {} : { 'content-type': 'application/json' }
      const headers = { ...type, ...(isFault ? fault.headers : {}) }
      outgoing.writeHead(status, headers).end(body === undefined ? undefined : JSON.stringify(body))
    }
    for (const tell of listeners) tell()
  }

  return {
    handle: (incoming: IncomingMessage, outgoing: ServerResponse) =>
      void handle(incoming, outgoing).catch((error) => {
        problems.push(String(error))
        outgoing.writeHead(500).end()
      }),
    seen: seen as readonly Answered[],
    problems: problems as readonly string[],
    /** Fails the next request whose "METHOD /path" matches. */
    fail: (matches: RegExp, fault: Fault) => void faults.push({ matches, fault }),
    gatewayBot,
    commands: () => commands,
    setCommands: (changed: readonly unknown[]) => {
      commands = changed
    },
    /** The first request, past or to come, that is looked for. */
    async wait(isIt: (request: Answered) => boolean, what: string): Promise<Answered> {
      const found = () => seen.find(isIt)
      let tell: (() => void) | undefined
      let timer: NodeJS.Timeout | undefined
      try {
        return await new Promise((resolve, reject) => {
          tell = () => {
            const request = found()
            if (request !== undefined) resolve(request)
          }
          listeners.add(tell)
          timer = setTimeout(() => reject(new Error(`${what} did not come: ${describe(seen)}`)), 8000)
          tell()
        })
      } finally {
        clearTimeout(timer)
        if (tell !== undefined) listeners.delete(tell)
      }
    },
  }
}

const describe = (seen: readonly Answered[]) =>
  seen
    .slice(-6)
    .map(({ method, path, status }) => `${method} ${path} ${status}`)
    .join(', ')

async function readRequest(incoming: IncomingMessage): Promise<SentRequest> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk as Buffer)
  const raw = Buffer.concat(chunks)
  const type = incoming.headers['content-type'] ?? ''
  const path = decodeURIComponent((incoming.url ?? '').replace(/^\/api\/v10/, '').replace(/\?.*/, ''))
  const method = incoming.method ?? ''
  if (!type.startsWith('multipart/'))
    return { method, path, body: raw.length === 0 ? undefined : JSON.parse(String(raw)), files: [] }
  const form = await new Response(raw, { headers: { 'content-type': type } }).formData()
  const files = [...form.values()].flatMap((one) => (one instanceof File ? [one.name] : []))
  return { method, path, body: JSON.parse(String(form.get('payload_json'))), files }
}

/** A command as Discord tells it back: with its own ids, and defaults spelled out. */
function asRegistered(command: object, i: number): object {
  const { default_member_permissions: rights } = asPart(command)
  const told = { id: String(1000 + i), application_id: '1', version: '1', nsfw: false, name_localizations: null }
  return {
    description: '',
    ...command,
    ...told,
    default_member_permissions: rights === undefined ? null : String(rights),
  }
}

const gatewayBot = (url: string) => ({
  url,
  shards: 1,
  session_start_limit: { total: 1000, remaining: 999, reset_after: 0, max_concurrency: 1 },
})
