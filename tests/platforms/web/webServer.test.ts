import { once } from 'node:events'
import { connect } from 'node:net'
import { Hono } from 'hono'
import { afterEach, describe, expect, test } from 'vitest'
import type { Health } from '../../../src/core/ports.ts'
import { askApi } from '../../../src/platforms/web/askApi.ts'
import { healthRoutes } from '../../../src/platforms/web/healthRoutes.ts'
import { openWeb, type WebServer } from '../../../src/platforms/web/openWeb.ts'
import { webApp } from '../../../src/platforms/web/webApp.ts'
import { openLimits } from '../../../src/system/limits.ts'
import { engineOf } from '../../fakes/asking.ts'
import { memoryGaps } from '../../fakes/memoryGaps.ts'
import { recordingLog } from '../../fakes/recordingLog.ts'
import { tramStrike } from '../../fakes/tramStrike.ts'

const engine = engineOf(tramStrike())
const plenty = { times: 10_000, seconds: 60 }
const servers: WebServer[] = []
const log = recordingLog()
const metered: unknown[] = []
const gaps = memoryGaps()
const clock = { now: () => new Date('2031-04-14T12:00:00Z') }

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()))
})

type Given = {
  readonly parts?: Readonly<Record<string, Health>>
  readonly times?: number
  readonly slack?: (request: Request) => Promise<Response>
  readonly more?: Hono
}

async function serve({ parts = {}, times = 100, slack, more = new Hono() }: Given = {}): Promise<WebServer> {
  const limits = openLimits({ api: { times, seconds: 60 } }, plenty)
  const app = webApp({
    routes: [
      healthRoutes({ health: async () => parts, metrics: async () => ({ text: 'up 1\n', type: 'text/plain' }) }),
      askApi({ engines: () => [engine], limits, gaps, clock, log, meter: (...told) => metered.push(told) }),
      more,
    ],
    slack,
    log,
  })
  const server = openWeb({ host: '127.0.0.1', port: 0, app, log })
  await server.start()
  servers.push(server)
  return server
}

const get = async (path: string, given?: Given) => fetch(new URL(path, (await serve(given)).url()))
const post = (server: WebServer, body: string | Uint8Array<ArrayBuffer>) =>
  fetch(new URL('/api/ask', server.url()), { method: 'POST', body })
const question = { id: 7, q: 'when did the strike begin', cmd: null, context: [], asof: null }

describe('health', () => {
  test('alive is alive, whatever else stands still', async () => {
    const response = await get('/healthz', { parts: { slack: { state: 'failed' } } })
    expect([response.status, await response.json()]).toEqual([200, { status: 'alive' }])
  })
  test('ready where every part is', async () => {
    const parts = { web: { state: 'ready' }, state: { state: 'ready' } } as const
    const response = await get('/readyz', { parts })
    expect([response.status, await response.json()]).toEqual([200, { status: 'ready', parts }])
  })
  test.each(['starting', 'failed', 'stopped'] as const)(
    'not ready while a part is %s, and says which',
    async (state) => {
      const parts = { web: { state: 'ready' }, discord: { state, message: 'what to do' } } as const
      const response = await get('/readyz', { parts })
      expect([response.status, await response.json()]).toEqual([503, { status: 'not ready', parts }])
    },
  )
  test('metrics are passed on', async () => {
    expect(await (await get('/metrics')).text()).toBe('up 1\n')
  })
})

describe('POST /api/ask', () => {
  test('a question object gets its answer object', async () => {
    const response = await post(await serve(), JSON.stringify(question))
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({
      id: 7,
      status: 'answered',
      text: expect.any(String),
      facts: expect.any(Array),
      sources: expect.any(Array),
      disputed: expect.any(Boolean),
      corrected: false,
      ms: expect.any(Number),
    })
  })
  test.each([
    ['{', null, 'is not valid JSON'],
    ['', null, 'is not valid JSON'],
    ['[]', null, 'must be an object'],
    ['{"id":1}', 1, 'q must be a string'],
    [JSON.stringify({ ...question, asof: '2030-02-31' }), 7, 'asof must be null or a day of the calendar'],
    [new Uint8Array([0x22, 0xff, 0x22]), null, 'is not valid UTF-8'],
  ])('%j is refused with what is wrong', async (body, id, error) => {
    const response = await post(await serve(), body)
    expect(response.status).toBe(400)
    expect(await response.json()).toEqual({ id, error: expect.stringContaining(error) })
  })
  test('a body of more than a megabyte is refused', async () => {
    const response = await post(await serve(), 'x'.repeat(1_000_001))
    expect(response.status).toBe(413)
    expect(await response.json()).toMatchObject({ id: null })
  })
  test('so is one that does not say how long it is', async () => {
    const body = new Blob(['x'.repeat(1_000_001)]).stream()
    const response = await fetch(new URL('/api/ask', (await serve()).url()), { method: 'POST', body, duplex: 'half' })
    expect(response.status).toBe(413)
  })
  test('who asks too much is told when to come back', async () => {
    const server = await serve({ times: 2 })
    const responses = [await post(server, '{}'), await post(server, '{}'), await post(server, JSON.stringify(question))]
    expect(responses.map((one) => one.status)).toEqual([400, 400, 429])
    expect(Number(responses[2]?.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await responses[2]?.json()).toEqual({ id: null, error: expect.stringContaining('ask again in') })
  })
  test('what came of each question is counted, and answers are timed', async () => {
    const server = await serve({ times: 2 })
    metered.length = 0
    for (const body of [JSON.stringify(question), '{}', '{}']) await post(server, body)
    expect(metered).toEqual([['answered', expect.any(Number)], ['malformed'], ['limited']])
  })
  test('what was asked in vain is kept for the curator, and nothing else', async () => {
    const server = await serve()
    const text = 'what does a zeppelin cost'
    for (const q of [text, question.q]) await post(server, JSON.stringify({ ...question, q }))
    expect(await gaps.list()).toMatchObject([{ kind: 'question', text, briefing: 'invented', day: '2031-04-14' }])
  })
})

describe('every answer', () => {
  test('forbids frames, foreign content and guessing at types', async () => {
    const { headers } = await get('/healthz')
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none';.*frame-ancestors 'none'/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('x-powered-by')).toBeNull()
  })
  test('an unknown path is not found', async () => {
    expect((await get('/nowhere')).status).toBe(404)
  })
  test('a fault is logged, and its details are kept from whoever asked', async () => {
    const more = new Hono().get('/fault', () => {
      throw new Error('the details')
    })
    const response = await get('/fault', { more })
    expect(response.status).toBe(500)
    expect(await response.text()).not.toContain('details')
    expect(log.lines.at(-1)).toMatchObject({ level: 'error', fields: { path: '/fault' } })
  })
})

test('what Slack posts is passed on as it came; without Slack there is no such path', async () => {
  const server = await serve({ slack: async (request) => new Response(`${request.url} ${await request.text()}`) })
  const send = (to: WebServer) => fetch(new URL('/slack/events', to.url()), { method: 'POST', body: 'a=%20b' })
  expect(await (await send(server)).text()).toMatch(/\/slack\/events a=%20b$/)
  expect((await send(await serve())).status).toBe(404)
})

test('what a browser asks of Slack is guarded as every page, and what Slack posts is not', async () => {
  const server = await serve({ slack: async () => new Response('from Slack') })
  const guardOf = async (path: string, method: string) =>
    (await fetch(new URL(path, server.url()), { method })).headers.get('content-security-policy')
  expect(await guardOf('/slack/install', 'GET')).toContain("default-src 'none'")
  expect(await guardOf('/slack/events', 'GET')).toContain("default-src 'none'")
  expect(await guardOf('/slack/events', 'POST')).toBeNull()
})

describe('starting and stopping', () => {
  test('a port that is taken is named, with what to do', async () => {
    const port = Number(new URL((await serve()).url()).port)
    const second = openWeb({ host: '127.0.0.1', port, app: new Hono(), log })
    await expect(second.start()).rejects.toThrow(`PORT ${port} is taken on 127.0.0.1 by another program`)
    expect(second.health().state).toBe('failed')
  })
  test('an address of another machine is named', async () => {
    const server = openWeb({ host: '192.0.2.1', port: 0, app: new Hono(), log })
    await expect(server.start()).rejects.toThrow('HOST 192.0.2.1 is no address of this machine')
  })
  test('what runs is finished, and nothing new is taken', async () => {
    let arrive = () => {}
    let finish = () => {}
    const arrived = new Promise<void>((resolve) => {
      arrive = resolve
    })
    const finished = new Promise<void>((resolve) => {
      finish = resolve
    })
    const more = new Hono().get('/slow', async (c) => {
      arrive()
      await finished
      return c.text('done')
    })
    const server = await serve({ more })
    servers.pop()
    const running = fetch(new URL('/slow', server.url()))
    await arrived
    const stopped = server.stop()
    expect(server.health()).toEqual({ state: 'stopped' })
    const { port } = new URL(server.url())
    const [error] = await once(connect(Number(port), '127.0.0.1'), 'error').catch((one: unknown) => [one])
    expect(error).toMatchObject({ code: 'ECONNREFUSED' })
    finish()
    expect(await (await running).text()).toBe('done')
    await stopped
  })
})
