// A call as a platform takes it in: its text, and the files that came with it or that are all of it.

import type { IncomingMessage } from 'node:http'
import { buffer } from 'node:stream/consumers'

export type Call = {
  readonly method: string
  /** Without the worker's part. */
  readonly path: string
  readonly query: URLSearchParams
  /** The text; of a form with files, its `payload_json`. */
  readonly body: string
  readonly files: readonly File[]
  /** The address that the worker was given. */
  readonly base: string
}

/** The call, and the worker who made it. */
export async function readCall(request: IncomingMessage): Promise<{ readonly call: Call; readonly worker: string }> {
  const url = new URL(request.url ?? '/', `http://${request.headers.host}`)
  const [, worker = '', ...rest] = url.pathname.split('/')
  const { body, files } = await readContent(await buffer(request), request.headers['content-type'])
  const path = `/${rest.join('/')}`
  const base = `${url.origin}/${worker}`
  return { call: { method: request.method ?? 'GET', path, query: url.searchParams, body, files, base }, worker }
}

async function readContent(
  bytes: Buffer<ArrayBuffer>,
  type: string | undefined,
): Promise<Pick<Call, 'body' | 'files'>> {
  if (type?.startsWith('multipart/form-data')) {
    const form = await new Response(bytes, { headers: { 'content-type': type } }).formData()
    const files = [...form.values()].filter((value) => typeof value !== 'string')
    return { body: String(form.get('payload_json') ?? ''), files }
  }
  // A body of no type that is text is a file's.
  if (type === undefined && bytes.length > 0) return { body: '', files: [new File([bytes], '')] }
  return { body: bytes.toString(), files: [] }
}
