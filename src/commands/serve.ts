// `sitrep serve`: runs the bot until it is told to stop.

import { once } from 'node:events'
import { openBot } from '../bot.ts'
import type { Log } from '../core/ports.ts'
import type { Terminal } from '../platforms/terminal/terminal.ts'
import { readPlatformSettings, readSecrets, type Settings } from '../settings.ts'
import { openLog } from '../system/log.ts'
import { redactSecrets } from '../system/redactSecrets.ts'

export async function runServe(settings: Settings, terminal: Terminal): Promise<never> {
  const connections = readPlatformSettings()
  const redact = redactSecrets(readSecrets())
  const { logLevel: level, logsQuestions } = settings
  const log = openLog({ level, redact, logsQuestions, output: terminal.output })
  for (const [platform, connection] of Object.entries(connections))
    if (connection?.apiUrl !== undefined)
      log.warn('a platform is called at another address than its own', { platform, url: connection.apiUrl })
  const told = toldToStop()
  survive(log)
  const bot = await openBot({ settings, connections, log, redact })
  try {
    await bot.start()
    if (terminal.isInteractive) terminal.errors.write(`Sitrep is at ${bot.url()} and stops with Ctrl-C.\n`)
    log.info('stopping', { signal: await told })
  } finally {
    if (await bot.stop()) log.info('stopped')
    else log.warn('stopped; what had not finished within the grace time was cut off')
  }
  // Not left to the event loop: a connection that lingers must not keep us.
  process.exit(0)
}

/** Ctrl-C under `npm start` comes twice: from the terminal, and passed on by npm. */
const ECHO_MS = 1000

/** Resolves with the first signal; a second one ends the process at once. */
async function toldToStop(): Promise<string> {
  const signals = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const
  const signal = await Promise.race(signals.map((one) => once(process, one).then(() => one)))
  const toldAt = performance.now()
  const isEcho = (again: string) => again === 'SIGINT' && signal === again && performance.now() - toldAt < ECHO_MS
  for (const one of signals) process.on(one, () => isEcho(one) || process.exit(1))
  return signal
}

/** A promise that nobody waits for must not take the other platform down with it; what was thrown in the open leaves an unknown state. */
function survive(log: Log): void {
  process.on('unhandledRejection', (error) => log.error('a failure that nobody waited for', { error }))
  process.on('uncaughtException', (error) => {
    log.error('a fault of Sitrep ends it', { error })
    process.exit(1)
  })
}
