// Registers the commands, but only where they differ from those that Discord has: each write counts against a daily limit.

import { isDeepStrictEqual } from 'node:util'
import { type REST, Routes } from 'discord.js'
import { type Command, commands } from './commands.ts'
import { factsOf } from './failures.ts'

/** True where they had changed. */
export async function registerCommands(rest: REST, applicationId: string): Promise<boolean> {
  const route = Routes.applicationCommands(applicationId)
  // Where they cannot be read, writing them is right at worst once too often; what forbids both is told by the writing.
  const registered = await rest.get(route).catch(() => undefined)
  if (areRegistered(commands, registered)) return false
  await write(rest, route)
  return true
}

/** Rights are a number in Discord's OpenAPI document and a string in its guide; whoever refuses the one is sent the other. */
async function write(rest: REST, route: `/${string}`): Promise<void> {
  try {
    await rest.put(route, { body: commands })
  } catch (error) {
    const { status } = factsOf(error)
    if (status !== 400 && status !== 500) throw error
    const body = commands.map(({ default_member_permissions: rights, ...command }) =>
      rights === undefined ? command : { ...command, default_member_permissions: String(rights) },
    )
    await rest.put(route, { body })
  }
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
