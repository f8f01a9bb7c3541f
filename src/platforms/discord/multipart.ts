// A message with its picture as one piece of bytes, made before the call. A form would be read bit by bit while it is sent,
// and where the connection ends in between, Node's client throws what nobody can catch. Pure.

import { createHash } from 'node:crypto'
import type { RequestData } from '@discordjs/rest'
import { pictureName } from './pictureBlock.ts'

/** The request that sends a message, or an answer that holds one, together with the PNG that it shows. */
export function multipart(message: object, png: Uint8Array): RequestData {
  const boundary = `sitrep-${createHash('sha256').update(png).digest('hex')}`
  const body = Buffer.concat([
    Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="payload_json"\r\n`),
    Buffer.from(`content-type: application/json\r\n\r\n${JSON.stringify(message)}\r\n`),
    Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="files[0]"; filename="${pictureName}"\r\n`),
    Buffer.from('content-type: image/png\r\n\r\n'),
    png,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ])
  return { body, passThroughBody: true, headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } }
}
