// `sitrep new SLUG`: starts a briefing.

import { relative } from 'node:path'
import type { NewCommand } from '../platforms/terminal/command.ts'
import { type Terminal, write } from '../platforms/terminal/terminal.ts'
import type { Settings } from '../settings.ts'
import { scaffoldBriefing } from '../storage/scaffold.ts'

export async function runNew(
  { slug, briefings }: NewCommand,
  settings: Settings,
  { output }: Terminal,
): Promise<number> {
  const folder = briefings ?? settings.briefings
  const files = await scaffoldBriefing(folder, slug)
  const written = files.map((file) => `${relative('', file)}\n`).join('')
  await write(
    output,
    `${written}Replace the example by your own; briefings/README.md explains each field. Check it with: sitrep check\n`,
  )
  return 0
}
