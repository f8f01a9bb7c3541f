// How the bot stands, for whoever runs it: alive, ready, and in figures.

import { Hono } from 'hono'
import type { Health } from '../../core/ports.ts'

export type HealthParts = {
  /** How each part stands now: platforms, state, briefings. */
  readonly health: () => Promise<Readonly<Record<string, Health>>>
  readonly metrics: () => Promise<{ readonly text: string; readonly type: string }>
}

export function healthRoutes({ health, metrics }: HealthParts): Hono {
  const app = new Hono()
  app.get('/healthz', (c) => c.json({ status: 'alive' }))
  app.get('/readyz', async (c) => {
    const parts = await health()
    const isReady = Object.values(parts).every(({ state }) => state === 'ready')
    return c.json({ status: isReady ? 'ready' : 'not ready', parts }, isReady ? 200 : 503)
  })
  app.get('/metrics', async (c) => {
    const { text, type } = await metrics()
    return c.body(text, 200, { 'Content-Type': type })
  })
  return app
}
