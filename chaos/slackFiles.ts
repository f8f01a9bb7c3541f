// Slack's files as far as pictures see them: an address is asked for, the picture is sent there, and the upload is completed;
// only then can a message show the file. Source: Slack's documentation, "Working with files" and files.completeUploadExternal.

import type { Reply } from './platformServer.ts'
import type { Call } from './readCall.ts'

type SlackFile = {
  readonly length: number
  state: 'asked for' | 'uploaded' | 'complete'
  /** How many messages Slack turns down before it is ready to show the file. */
  refusals: number
}

export type SlackFiles = {
  /** True for each of the three calls. */
  readonly isStep: (call: Call) => boolean
  readonly answer: (call: Call) => Reply
  /** True where a message can show the file now. */
  readonly show: (id: string) => boolean
}

const STEPS = /^\/(?:files\.getUploadURLExternal|files\.completeUploadExternal|upload\/v1\/F\d+)$/
/** Of so many files Slack takes a moment with one. */
const SLOW_ONE_IN = 4

export function openSlackFiles(): SlackFiles {
  const files = new Map<string, SlackFile>()

  function begin(form: URLSearchParams, base: string): Reply {
    const length = Number(form.get('length'))
    if (!form.get('filename') || !(length > 0)) return no('invalid_arguments')
    const id = `F${files.size + 1}`
    files.set(id, { length, state: 'asked for', refusals: files.size % SLOW_ONE_IN === 1 ? 1 : 0 })
    return yes({ upload_url: `${base}/upload/v1/${id}`, file_id: id })
  }

  function take(id: string, bytes: number): Reply {
    const file = files.get(id)
    if (file === undefined || file.length !== bytes) return { status: 400, body: 'not the file that was asked for' }
    if (file.state === 'asked for') file.state = 'uploaded'
    return { status: 200, body: `OK - ${bytes}` }
  }

  function complete(ids: readonly string[]): Reply {
    const named = ids.map((id) => files.get(id))
    if (!named.every((file) => file?.state === 'uploaded')) return no('file_not_found')
    for (const file of named) if (file !== undefined) file.state = 'complete'
    return yes({ files: ids.map((id) => ({ id, title: 'Picture' })) })
  }

  return {
    isStep: ({ path }) => STEPS.test(path),
    answer: ({ path, body, files: sent, base }) => {
      const form = new URLSearchParams(body)
      if (path.startsWith('/upload/')) return take(path.slice('/upload/v1/'.length), sent[0]?.size ?? 0)
      if (path.endsWith('getUploadURLExternal')) return begin(form, base)
      const listed = JSON.parse(form.get('files') ?? '[]') as readonly { readonly id: string }[]
      return complete(listed.map(({ id }) => id))
    },
    show: (id) => {
      const file = files.get(id)
      if (file === undefined || file.state !== 'complete') return false
      file.refusals -= 1
      return file.refusals < 0
    },
  }
}

const yes = (body: Readonly<Record<string, unknown>>): Reply => ({ status: 200, body: { ok: true, ...body } })
const no = (error: string): Reply => ({ status: 200, body: { ok: false, error } })
