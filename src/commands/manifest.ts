// `sitrep manifest slack`: the manifest from which an operator makes the Slack app.

import { type Verb, verbs } from '../core/briefing/schema.ts'
import { SettingsError } from '../core/errors.ts'
import { slackManifest } from '../platforms/slack/manifest.ts'
import type { ManifestCommand } from '../platforms/terminal/command.ts'
import { type Terminal, write } from '../platforms/terminal/terminal.ts'
import type { Settings } from '../settings.ts'
import { readConfig } from '../storage/config.ts'

export async function runManifest(command: ManifestCommand, settings: Settings, { output }: Terminal): Promise<number> {
  const { slack } = await readConfig(settings.config)
  const commands = command.commands === undefined ? slack.commands : readCommands(command.commands)
  const manifest = slackManifest({ prefix: command.prefix, commands, url: command.url })
  await write(output, `${JSON.stringify(manifest, null, 2)}\n`)
  return 0
}

/** `whois=who,when`: names with the verb that each stands for, or verbs that are their own names. */
function readCommands(list: string): Readonly<Record<string, Verb>> {
  const entries = list.split(',').map((part): [string, Verb] => {
    const [name = '', word = name] = part.trim().replace(/^\//, '').split('=')
    const verb = verbs.find((one) => one === word)
    if (verb === undefined)
      throw new SettingsError(
        `/${name} needs the verb that it stands for, as in ${name}=who; the verbs are ${verbs.join(', ')}`,
      )
    return [name, verb]
  })
  return Object.fromEntries(entries)
}
