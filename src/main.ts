// The command line: parse, call, exit code. Each command is loaded only when it is called, so that the first answer comes soon.

import { BriefingError, PlatformError, SettingsError } from './core/errors.ts'
import type { CommandLine } from './platforms/terminal/command.ts'
import { parseCommandLine } from './platforms/terminal/commandLine.ts'
import { printable, shortened } from './platforms/terminal/printable.ts'
import { openTerminal } from './platforms/terminal/terminal.ts'
import { readSettings } from './settings.ts'

/** 0 done, 1 something is wrong with the input or the world, 2 wrong usage. */
async function run(command: CommandLine): Promise<number> {
  if (command.name === 'wrong usage') {
    const { usage } = await import('./platforms/terminal/usage.ts')
    process.stderr.write(`sitrep: ${shortened(printable(command.message), 300)}\n\n${usage}`)
    return 2
  }
  const settings = readSettings()
  const terminal = openTerminal(process, settings.hasColour)
  switch (command.name) {
    case 'ask':
      return (await import('./commands/ask.ts')).runAsk(command, settings, terminal)
    case 'ask lines':
      return (await import('./commands/askLines.ts')).runAskLines(command, settings, terminal)
    case 'chat':
      return (await import('./commands/chat.ts')).runChat(command, settings, terminal)
    case 'check':
      return (await import('./commands/check.ts')).runCheck(command, settings, terminal)
    case 'new':
      return (await import('./commands/new.ts')).runNew(command, settings, terminal)
    case 'schema':
      return (await import('./commands/schema.ts')).runSchema(command.file, terminal)
    case 'render':
      return (await import('./commands/render.ts')).runRender(command, settings, terminal)
    case 'digest':
      return (await import('./commands/digest.ts')).runDigest(command, settings, terminal)
    case 'gaps':
      return (await import('./commands/gaps.ts')).runGaps(command, settings, terminal)
    case 'deliveries':
      return (await import('./commands/deliveries.ts')).runDeliveries(command, settings, terminal)
    case 'state export':
      return (await import('./commands/state.ts')).runStateExport(command, settings, terminal)
    case 'state import':
      return (await import('./commands/state.ts')).runStateImport(command, settings, terminal)
    case 'manifest':
      return (await import('./commands/manifest.ts')).runManifest(command, settings, terminal)
    case 'serve':
      return (await import('./commands/serve.ts')).runServe(settings, terminal)
    case 'help':
      terminal.output.write((await import('./platforms/terminal/usage.ts')).usage)
      return 0
    case 'version':
      terminal.output.write(`${(await import('../package.json', { with: { type: 'json' } })).default.version}\n`)
      return 0
  }
}

// Whoever reads us may leave early (`sitrep ask --jsonl | head`): that is no error.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit()
    throw error
  })

try {
  process.exitCode = await run(parseCommandLine(process.argv.slice(2)))
} catch (error) {
  if (![SettingsError, BriefingError, PlatformError].some((ours) => error instanceof ours)) throw error
  const { message } = error as Error
  process.stderr.write(`sitrep: ${printable(message)}\n`)
  process.exitCode = 1
}
