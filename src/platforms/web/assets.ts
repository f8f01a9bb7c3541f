// The page's style, script and icon, read once and served from our own origin.

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Hono } from 'hono'

const types = {
  'page.css': 'text/css; charset=utf-8',
  'page.js': 'text/javascript; charset=utf-8',
  'icon.svg': 'image/svg+xml',
} as const

export function openAssets(): Hono {
  const app = new Hono()
  for (const [name, type] of Object.entries(types)) {
    const body = readFileSync(new URL(`assets/${name}`, import.meta.url), 'utf8')
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 20)}"`
    // A new version is seen at the next load: the browser asks whether the old one still holds.
    const headers = { 'content-type': type, 'cache-control': 'no-cache', etag }
    app.get(`/${name}`, (c) =>
      c.req.header('if-none-match') === etag ? c.body(null, 304, headers) : c.body(body, 200, headers),
    )
  }
  return app
}
