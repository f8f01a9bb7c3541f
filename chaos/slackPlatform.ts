// Slack as far as deliveries see it: messages with metadata, the history of a conversation, direct messages, files.
// Source: Slack's documentation, chat.postMessage, conversations.history, conversations.open and files.getUploadURLExternal.

import type { ChannelState, Message, Platform, Reply } from './platformServer.ts'
import { openSlackFiles } from './slackFiles.ts'

export type SlackPlatform = Platform & {
  readonly messages: readonly Message[]
  /** Somebody else writes in a channel. */
  readonly chatter: (channel: string) => void
}

export function slackPlatform(nowMs: () => number, stateOf: (channel: string) => ChannelState): SlackPlatform {
  const messages: Message[] = []
  const files = openSlackFiles()
  let count = 0
  const nextTs = () => {
    count = (count + 1) % 1000
    return `${(nowMs() / 1000).toFixed(3)}${String(count).padStart(3, '0')}`
  }
  function post(channel: string, form: URLSearchParams): Reply {
    const metadata = JSON.parse(form.get('metadata') ?? '{}')
    const body = { text: form.get('text'), blocks: JSON.parse(form.get('blocks') ?? '[]'), metadata }
    const shown = filesIn(body.blocks)
    if (shown.length > 0 && stateOf(channel) === 'without files') return no('invalid_blocks')
    if (!shown.every(files.show)) return no('invalid_blocks')
    const reference = metadata.event_payload?.reference
    const message = { id: nextTs(), channel, reference, atMs: nowMs(), body, hasPicture: shown.length > 0 }
    messages.push(message)
    return { status: 200, body: { ok: true, channel, ts: message.id, message: { ts: message.id } } }
  }

  /** Newest first, a page at a time. */
  function history(channel: string, form: URLSearchParams): Reply {
    if (stateOf(channel) === 'unreadable') return no('missing_scope')
    const [oldest, start] = [Number(form.get('oldest') ?? 0), Number(form.get('cursor') ?? 0)]
    const end = start + Math.min(15, Number(form.get('limit') ?? 15))
    const newer = messages.filter((one) => one.channel === channel && Number(one.id) > oldest).reverse()
    const page = newer.slice(start, end).map((one) => ({
      ts: one.id,
      type: 'message',
      ...(form.get('include_all_metadata') === 'true' && one.body.metadata !== undefined
        ? { metadata: one.body.metadata }
        : {}),
    }))
    const more = newer.length > end
    return {
      status: 200,
      body: { ok: true, messages: page, has_more: more, response_metadata: { next_cursor: more ? String(end) : '' } },
    }
  }

  return {
    messages,
    chatter: (channel) => {
      const body = { text: 'Morning!' }
      messages.push({ id: nextTs(), channel, reference: undefined, atMs: nowMs(), body, hasPicture: false })
    },
    isCreate: ({ path }) => path.endsWith('/chat.postMessage'),
    isUpload: files.isStep,
    answer: (call) => {
      if (files.isStep(call)) return files.answer(call)
      const { path, body } = call
      const form = new URLSearchParams(body)
      const channel = form.get('channel') ?? ''
      if (path.endsWith('/conversations.open'))
        return { status: 200, body: { ok: true, channel: { id: `D${form.get('users')}` } } }
      if (stateOf(channel) === 'gone') return no('channel_not_found')
      if (path.endsWith('/chat.postMessage')) return post(channel, form)
      if (path.endsWith('/conversations.history')) return history(channel, form)
      return no('unknown_method')
    },
    failed: (fault) =>
      fault === 'limited'
        ? { status: 429, body: { ok: false, error: 'ratelimited' }, headers: { 'retry-after': '1' } }
        : { status: 500, body: { ok: false, error: 'internal_error' } },
  }
}

const no = (error: string): Reply => ({ status: 200, body: { ok: false, error } })

function filesIn(blocks: readonly { readonly slack_file?: { readonly id: string } }[]): readonly string[] {
  return blocks.flatMap(({ slack_file: file }) => (file === undefined ? [] : [file.id]))
}
