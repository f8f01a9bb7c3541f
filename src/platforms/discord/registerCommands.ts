// Registers the commands, but only where they differ from those that Discord has: each write counts against a daily limit.

import { isDeepStrictEqual } from 'node:util'
import { type REST, Routes } from 'discord.js'
import { type Command, commands } from './commands.ts'

/** True where they had changed. */
export async function registerCommands(rest: REST, applicationId: string): Promise<boolean> {
  const route = Routes.applicationCommands(applicationId)
  if (areRegistered(commands, await rest.get(route))) return false
  await rest.put(route, { body: commands })
  return true
}

/** True where Discord has these commands and no other, in whatever order. */
export function areRegistered(wanted: readonly Command[], registered: unknown): boolean {
  if (!Array.isArray(registered)) return false
  const comparable = (all: readonly unknown[]) =>
    all.map(normalise).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
  return isDeepStrictEqual(comparable(wanted), comparable(registered))
}

/** What of a command can be wished for. All else in it Discord gives it, and tells back in every answer. */
const wishes = [
  'choices',
  'contexts',
  'autocomplete',
  'default_member_permissions',
  'description',
  'integration_types',
  'max_length',
  'min_length',
  'name',
  'options',
  'required',
  'type',
  'value',
]

/** The wishes in a command, an option or a choice, without those that are left at what Discord takes them for. */
function normalise(value: unknown): unknown {
  if (Array.isArray(value))
    return value.every((one) => typeof one === 'number') ? value.toSorted() : value.map(normalise)
  if (typeof value !== 'object' || value === null) return value
  const told = Object.entries(value).filter(([name, wish]) => wishes.includes(name) && !isUnsaid(wish))
  return Object.fromEntries(
    told
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, wish]) => [name, name === 'default_member_permissions' ? String(wish) : normalise(wish)]),
  )
}

const isUnsaid = (wish: unknown) =>
  wish === null || wish === undefined || wish === false || wish === '' || (Array.isArray(wish) && wish.length === 0)
