import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { findApi } from '../src/apiAddress.ts'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

/** A server that knows one path alone, and refuses whoever asks there. */
async function knowing(path: string, elsewhere = { status: 404, body: '' }): Promise<string> {
  const server = createServer((request, response) => {
    if (request.url === path) response.writeHead(401).end()
    else response.writeHead(elsewhere.status).end(elsewhere.body)
  })
  servers.push(server)
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const probe = { path: '/auth.test', init: { method: 'POST' } }

test('an API under /api is found there', async () => {
  const address = await knowing('/api/auth.test')
  expect(await findApi(address, probe)).toBe(`${address}/api`)
})

test('an API at the root is found there', async () => {
  const address = await knowing('/auth.test')
  expect(await findApi(address, probe)).toBe(address)
  const slack = await knowing('/auth.test', { status: 200, body: '{"ok":false,"error":"unknown_method"}' })
  expect(await findApi(slack, probe)).toBe(slack)
})

test('an address with a path is taken as it is, without asking', async () => {
  expect(await findApi('http://127.0.0.1:1/proxy/slack', probe)).toBe('http://127.0.0.1:1/proxy/slack')
})

test('where nobody answers, or nobody knows the API, it is where the platforms have theirs', async () => {
  expect(await findApi('http://127.0.0.1:1', probe)).toBe('http://127.0.0.1:1/api')
  const address = await knowing('/elsewhere')
  expect(await findApi(address, probe)).toBe(`${address}/api`)
})
