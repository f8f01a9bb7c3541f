// Which names a slash command may have. Slack turns down a whole manifest for one name that it keeps for itself.

import { SettingsError } from '../../core/errors.ts'

/** Slack's manifest reference, "slash_commands": at most 50, of at most 32 characters with the slash. */
const MOST_COMMANDS = 50
const MAX_CHARS = 32

/** Slack publishes no list; these are known to be refused (NousResearch/hermes-agent pull request 18553, slack-libpurple issue 16). */
const reserved = (
  'status me join away dnd shrug remind msg feed who collapse expand leave open search topic mute pro shortcuts ' +
  // Some workspaces refuse these, others do not.
  'help send kill debug commands'
).split(' ')

/** The names with the operator's prefix before each; throws where Slack would refuse one. */
export function commandNames(names: readonly string[], prefix: string | undefined): readonly string[] {
  const all = names.map((name) => (prefix === undefined ? name : `${prefix}-${name}`))
  const problem = all.map((name, i) => problemOf(name, all.indexOf(name) !== i)).find((one) => one !== undefined)
  if (problem !== undefined) throw new SettingsError(problem)
  if (all.length > MOST_COMMANDS)
    throw new SettingsError(
      `Slack allows an app ${MOST_COMMANDS} commands, and these are ${all.length}; leave some out`,
    )
  return all
}

function problemOf(name: string, isRepeated: boolean): string | undefined {
  if (!/^[a-z0-9-]+$/.test(name))
    return `/${name} is no name for a slash command: use lower-case letters, digits and hyphens`
  if (name.length + 1 > MAX_CHARS) return `/${name} is too long: Slack allows ${MAX_CHARS} characters with the slash`
  if (reserved.includes(name))
    return `Slack keeps /${name} for itself and would refuse the whole manifest; choose another name, or --prefix`
  return isRepeated ? `/${name} is named twice; name it once` : undefined
}
