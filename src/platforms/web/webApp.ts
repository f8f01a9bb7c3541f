// All that the web server answers, put together. What is not for everyone guards itself.

import { type Context, Hono, type Next } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { secureHeaders } from 'hono/secure-headers'
import type { Log } from '../../core/ports.ts'

export type WebParts = {
  /** Each answers some paths; the first that knows one wins. */
  readonly routes: readonly Hono[]
  /** What Slack posts, where it reaches us by HTTP. */
  readonly slack: ((request: Request) => Promise<Response>) | undefined
  readonly log: Log
}

/** The longest question of the machine contract is far shorter; Slack's longest payloads are a few hundred KB. */
const MAX_BODY_BYTES = 1_000_000

/** Nothing is loaded from elsewhere, run inline, or shown inside somebody else's page. */
const contentSecurityPolicy = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  formAction: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
}

export function webApp({ routes, slack, log }: WebParts): Hono {
  const app = new Hono()
  // What follows is for browsers, and takes longer than all else here; Slack's servers post events and show no page.
  if (slack !== undefined) app.post('/slack/events', limitBody, (c) => slack(c.req.raw))
  app.use(secureHeaders({ contentSecurityPolicy, referrerPolicy: 'no-referrer', strictTransportSecurity: false }))
  app.use(limitBody)
  if (slack !== undefined) app.all('/slack/*', (c) => slack(c.req.raw))
  for (const one of routes) app.route('/', one)
  app.notFound((c) => c.text('There is nothing here.\n', 404))
  app.onError((error, c) => {
    log.error('a web request failed', { error, method: c.req.method, path: c.req.path })
    return c.json({ id: null, error: 'could not be answered, which is a fault of Sitrep' }, 500)
  })
  return app
}

const tooLong = (c: Context) => c.json({ id: null, error: `is longer than ${MAX_BODY_BYTES} bytes` }, 413)
const countBody = bodyLimit({ maxSize: MAX_BODY_BYTES, onError: tooLong })

/** Refuses what is too long. Where its length is told, as it mostly is, no stream is opened for it, which takes longer than all else here. */
function limitBody(c: Context, next: Next) {
  const told = c.req.header('transfer-encoding') === undefined ? c.req.header('content-length') : undefined
  if (told === undefined) return countBody(c, next)
  return Number(told) > MAX_BODY_BYTES ? Promise.resolve(tooLong(c)) : next()
}
