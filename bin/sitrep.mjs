#!/usr/bin/env node
// Starts src/main.ts with a Node that can run it. npx starts this file with the machine's own Node, which may be too
// old for TypeScript, so it is plain JavaScript for Node 18 and later, and hands over to the Node that `npm ci` installed.

import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import * as module from 'node:module'
import { join } from 'node:path'
import { isatty } from 'node:tty'
import { fileURLToPath } from 'node:url'

const OLDEST_NODE = 24
// A symlinked bin is resolved by Node: this is the real folder.
const folder = fileURLToPath(new URL('..', import.meta.url))
const main = join(folder, 'src', 'main.ts')
const cache = join(folder, 'node_modules', '.cache', 'sitrep')

if (Number.parseInt(process.versions.node, 10) >= OLDEST_NODE) {
  module.enableCompileCache(process.env.NODE_COMPILE_CACHE ?? cache)
  await import('../src/main.ts')
} else {
  const local = ['node/bin/node', 'node/bin/node.exe', '.bin/node']
    .map((path) => join(folder, 'node_modules', path))
    .find((path) => existsSync(path))
  if (local === undefined)
    fail(
      `sitrep needs Node ${OLDEST_NODE} or later and this is ${process.version}; run \`npm ci\` in ${folder} (it brings its own), or install Node ${OLDEST_NODE}`,
    )
  else startWith(local)
}

function startWith(node) {
  const child = spawn(node, [main, ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { NODE_COMPILE_CACHE: cache, ...process.env },
  })
  const passOn = (signal) => {
    // A terminal sends Ctrl-C to both of us already.
    if (signal !== 'SIGINT' || !isatty(0)) child.kill(signal)
  }
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const signal of signals) process.on(signal, passOn)
  child.on('error', (error) =>
    fail(
      `${node} does not start (${error.message}); run \`npm ci\` in ${folder} again, or install Node ${OLDEST_NODE}`,
    ),
  )
  child.on('exit', (code, signal) => {
    for (const one of signals) process.off(one, passOn)
    if (signal === null) process.exitCode = code
    else process.kill(process.pid, signal)
  })
}

function fail(message) {
  process.stderr.write(`${message}\n`)
  process.exitCode = 1
}
