// A request that has arrived but for the last character of its body, so that it runs until a test lets it finish.

import { once } from 'node:events'
import { connect } from 'node:net'

export type HalfRequest = {
  /** Sends the rest, and resolves with the whole response as it came. */
  readonly finish: () => Promise<string>
}

/** Sends a POST and waits until its server has begun to read it. */
export async function openRequest(url: string, path: string, body: string): Promise<HalfRequest> {
  const { hostname, port, host } = new URL(url)
  const socket = connect(Number(port), hostname).setEncoding('utf8')
  let received = ''
  socket.on('data', (text: string) => {
    received += text
  })
  // A server that is killed resets the connection.
  socket.on('error', () => {})
  await once(socket, 'connect')
  const head = `POST ${path} HTTP/1.1\r\nHost: ${host}\r\nExpect: 100-continue\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n`
  socket.write(head)
  await once(socket, 'data')
  received = ''
  socket.write(body.slice(0, -1))
  return {
    async finish() {
      const closed = once(socket, 'close')
      socket.write(body.slice(-1))
      await closed
      return received
    },
  }
}
