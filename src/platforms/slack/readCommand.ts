// From a slash command to a request. Pure.

import { z } from 'zod'
import type { Verb } from '../../core/briefing/schema.ts'
import { readRequest } from '../../core/desk/readRequest.ts'
import type { OpenRequest } from '../../core/desk/request.ts'
import type { Place } from './place.ts'
import { readText } from './readText.ts'

/** Further commands and what each asks for: `{ whois: 'who' }`. */
export type ExtraCommands = Readonly<Record<string, Verb>>

export type Incoming = {
  /** The same for each copy of an event that Slack may send. */
  readonly key: string
  readonly place: Place
  readonly request: OpenRequest
}

const schema = z.object({
  command: z.string(),
  text: z.string().default(''),
  team_id: z.string().optional(),
  enterprise_id: z.string().optional(),
  channel_id: z.string(),
  user_id: z.string(),
  trigger_id: z.string(),
})

export function readSlashCommand(body: unknown, commands: ExtraCommands): Incoming {
  const { command, text, team_id, enterprise_id, channel_id, user_id, trigger_id } = schema.parse(body)
  return {
    key: `command/${trigger_id}`,
    place: { tenant: team_id ?? enterprise_id ?? '', channel: channel_id, user: user_id, thread: undefined },
    request: requestOf(readText(text), verbOf(command, commands)),
  }
}

/** The verb of a command of its own; a prefix of the operator's may stand before its name. */
function verbOf(command: string, commands: ExtraCommands): Verb | undefined {
  const name = command.replace(/^\//, '')
  return Object.entries(commands).find(([one]) => name === one || name.endsWith(`-${one}`))?.[1]
}

function requestOf(text: string, verb: Verb | undefined): OpenRequest {
  const request = readRequest(text)
  if (verb === undefined) return request
  if (text === '') return { kind: 'help' }
  return request.kind === 'ask' ? { ...request, verb } : { kind: 'ask', text, verb }
}
