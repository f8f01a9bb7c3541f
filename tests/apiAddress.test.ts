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
async function knowing(path: string): Promise<string> {
  const server = createServer((request, response) => {
    response.writeHead(request.url === path ? 401 : 404).end()
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
})

test('an address with a path is taken as it is, without asking', async () => {
  expect(await findApi('http://127.0.0.1:1/proxy/slack', probe)).toBe('http://127.0.0.1:1/proxy/slack')
})

test('where nobody answers, or nobody knows the API, it is where the platforms have theirs', async () => {
  expect(await findApi('http://127.0.0.1:1', probe)).toBe('http://127.0.0.1:1/api')
  const address = await knowing('/elsewhere')
  expect(await findApi(address, probe)).toBe(`${address}/api`)
})
