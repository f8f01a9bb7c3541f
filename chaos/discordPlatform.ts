// Discord as far as deliveries see it: messages with enforced nonces and with files, the history of a channel, direct
// messages. Source: Discord's documentation, Message Resource, Channel Resource and API Reference (Uploading Files).

import type { ChannelState, Message, Platform, Reply } from './platformServer.ts'
import type { Call } from './readCall.ts'

/** "In the past few minutes" (Create Message, enforce_nonce). */
const NONCE_MS = 3 * 60_000
const EPOCH_MS = 1_420_070_400_000
/** What a bot may upload at once. */
const MAX_BYTES = 10 * 1024 * 1024
const BOT = { id: '900', bot: true }

export type DiscordPlatform = Platform & {
  readonly messages: readonly Message[]
  /** Somebody else writes in a channel. */
  readonly chatter: (channel: string) => void
}

export function discordPlatform(nowMs: () => number, stateOf: (channel: string) => ChannelState): DiscordPlatform {
  const messages: Message[] = []
  let count = 0n
  const nextId = () => {
    count += 1n
    return String((BigInt(Math.floor(nowMs()) - EPOCH_MS) << 22n) + (count & 0x3fffffn))
  }
  const inChannel = (channel: string) => messages.filter((one) => one.channel === channel)

  function create(channel: string, call: Call): Reply {
    const body = JSON.parse(call.body) as Record<string, unknown>
    if (call.files.length > 0 && stateOf(channel) === 'without files')
      return { status: 403, body: { message: 'Missing Permissions', code: 50_013 } }
    const problem = problemOfFiles(body, call.files)
    if (problem !== undefined) return problem
    const { nonce } = body
    const same = inChannel(channel).findLast((one) => one.reference === nonce && nowMs() - one.atMs < NONCE_MS)
    if (same !== undefined && body.enforce_nonce === true) return { status: 200, body: shown(same) }
    const hasPicture = call.files.length > 0
    const message = { id: nextId(), channel, reference: String(nonce), atMs: nowMs(), body, hasPicture }
    messages.push(message)
    return { status: 200, body: shown(message) }
  }

  function history(channel: string, query: URLSearchParams): Reply {
    if (stateOf(channel) === 'unreadable') return { status: 200, body: [] }
    const after = BigInt(query.get('after') ?? 0)
    const limit = Number(query.get('limit') ?? 50)
    const newer = inChannel(channel).filter((one) => BigInt(one.id) > after)
    return { status: 200, body: newer.slice(0, limit).reverse().map(shown) }
  }

  return {
    messages,
    chatter: (channel) => {
      const body = { content: 'Morning!' }
      messages.push({ id: nextId(), channel, reference: undefined, atMs: nowMs(), body, hasPicture: false })
    },
    isCreate: ({ method, path }) => method === 'POST' && path.endsWith('/messages'),
    isUpload: ({ files }) => files.length > 0,
    answer: (call) => {
      const [, , channel = '', what] = call.path.replace(/^\/v10/, '').split('/')
      if (call.path.endsWith('/users/@me/channels'))
        return { status: 200, body: { id: `5${JSON.parse(call.body).recipient_id}`, type: 1 } }
      if (stateOf(channel) === 'gone') return { status: 404, body: { message: 'Unknown Channel', code: 10_003 } }
      if (what === undefined) return { status: 200, body: channelOf(channel, inChannel(channel).at(-1)?.id) }
      return call.method === 'POST' ? create(channel, call) : history(channel, call.query)
    },
    failed: (fault) =>
      fault === 'limited'
        ? {
            status: 429,
            body: { message: 'You are being rate limited.', retry_after: 0.01, global: false },
            headers: { 'retry-after': '0.01', 'x-ratelimit-scope': 'shared' },
          }
        : { status: 500, body: { message: '500: Internal Server Error', code: 0 } },
  }
}

/** What is wrong with a message's files: one that is shown was not sent, or all are too large. */
function problemOfFiles(body: Record<string, unknown>, files: readonly File[]): Reply | undefined {
  const shown = [...JSON.stringify(body.components ?? []).matchAll(/"attachment:\/\/([^"]+)"/g)].map(([, name]) => name)
  const names = files.map(({ name }) => name)
  if (!shown.every((name) => name !== undefined && names.includes(name)))
    return { status: 400, body: { message: 'Invalid Form Body', code: 50_035 } }
  const size = files.reduce((sum, file) => sum + file.size, 0)
  return size > MAX_BYTES ? { status: 413, body: { message: 'Request entity too large', code: 40_005 } } : undefined
}

const channelOf = (id: string, last: string | undefined) => ({ id, type: 0, last_message_id: last ?? null })

/** Discord does not show a nonce again when a message is read back. */
function shown({ id, channel, reference, body }: Message) {
  const { nonce: _, enforce_nonce: __, ...rest } = body
  return { id, channel_id: channel, author: reference === undefined ? { id: '1' } : BOT, ...rest }
}
