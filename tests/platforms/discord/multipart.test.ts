import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { openDiscordCourier } from '../../../src/platforms/discord/courier.ts'
import { multipart } from '../../../src/platforms/discord/multipart.ts'
import { renderPosting } from '../../../src/platforms/discord/renderPosting.ts'
import { postingTo } from '../../fakes/postingTo.ts'
import { tramDigest } from '../../fakes/tramDigest.ts'

/** Bytes of every value, with what looks like the end of a part among them. */
const png = new Uint8Array([...Array.from({ length: 256 }, (_, i) => i), ...Buffer.from('\r\n--sitrep-\r\n\r\n')])
const message = JSON.parse(renderPosting(tramDigest(), '«Трамвай» 😀'))

test('whoever reads the form finds the message and the picture as they were', async () => {
  const { body, headers = {} } = multipart(message, png)
  const form = await new Response(body as Uint8Array<ArrayBuffer>, { headers }).formData()
  expect(JSON.parse(String(form.get('payload_json')))).toEqual(message)
  const file = form.get('files[0]') as File
  expect([file.name, file.type]).toEqual(['picture.png', 'image/png'])
  expect(new Uint8Array(await file.arrayBuffer())).toEqual(png)
})

test('a connection that ends while the picture is sent is an outcome, and throws nothing beside it', async () => {
  // What is thrown where nobody waits fails the run.
  const server = createServer((request) => void request.socket.destroy()).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  // Files that are read as slowly as on a busy machine.
  const read = Blob.prototype.stream
  onTestFinished(() => {
    Blob.prototype.stream = read
  })
  Blob.prototype.stream = function (this: Blob) {
    const slow = async function* (bytes: Promise<ArrayBuffer>) {
      await setTimeout(100)
      yield new Uint8Array(await bytes)
    }
    return ReadableStream.from(slow(this.arrayBuffer())) as ReadableStream<Uint8Array<ArrayBuffer>>
  }
  const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const courier = openDiscordCourier({ token: 't', apiUrl, rasterise: async () => png })
  const place = { platform: 'discord', tenant: '700', channel: '8000' } as const
  const picture = { svg: '<svg/>', alt: 'Two figures.' }
  expect(await courier.post(postingTo(courier, place, { picture }))).toMatchObject({ kind: 'unclear' })
  await setTimeout(200)
})
