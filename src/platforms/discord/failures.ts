// What went wrong with Discord, in one line that says what to do. The library's errors hold addresses with tokens and
// what readers typed, so nothing else of them is told or logged.

import { DiscordAPIError, DiscordjsError, DiscordjsErrorCodes, GatewayCloseCodes, HTTPError } from 'discord.js'
import { PlatformError } from '../../core/errors.ts'

const wrongToken =
  "Discord refuses DISCORD_TOKEN: copy the bot's token from the Developer Portal (your app, Bot, Reset Token) and start again"

/** Why the bot could not start or go on. */
export function explainFailure(error: unknown, apiUrl: string): PlatformError {
  if (error instanceof PlatformError) return error
  const cause = new Error(Object.values(factsOf(error)).join(' '))
  return new PlatformError(explain(error, apiUrl), { cause, isFinal: isRefusedToken(error) })
}

function explain(error: unknown, apiUrl: string): string {
  if (isRefusedToken(error)) return wrongToken
  if (error instanceof DiscordAPIError && error.status === 403)
    return "Discord refuses the bot's access: invite it again with the scopes bot and applications.commands"
  if (error instanceof DiscordAPIError || error instanceof HTTPError)
    return `Discord answers with an error (${error.status}): see https://discordstatus.com, and start again later`
  const { host } = new URL(apiUrl)
  return `Discord cannot be reached at ${host} (${reasonOf(error)}): check the network, and DISCORD_API_URL where it is set`
}

/** Why the gateway closed for good (Discord's documentation, "Opcodes and Status Codes", close event codes). */
export function explainClose(code: number): string {
  if (code === GatewayCloseCodes.AuthenticationFailed) return wrongToken
  if (code === GatewayCloseCodes.DisallowedIntents || code === GatewayCloseCodes.InvalidIntents)
    return 'Discord refuses what the bot wants to hear of: check that its app is not suspended, and start again'
  return `Discord closed the connection for good (code ${code}): start again, and see https://discordstatus.com`
}

/** An interaction's own token has lapsed; Discord answers with 401 to that too (JSON error codes). */
const LAPSED_INTERACTION = 50_027

/** True where the bot's token is wrong, or is not valid any more. */
export function isRefusedToken(error: unknown): boolean {
  return error instanceof DiscordAPIError
    ? error.status === 401 && error.code !== LAPSED_INTERACTION
    : error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid
}

/** Discord's codes for what may not be written there (JSON error codes: missing access, missing permissions). */
const forbidden = [50001, 50013]
/** For an interaction that is over or was answered already, what was asked about is gone, or nobody to write to. */
const over = [10003, 10008, 10015, 10062, 40060, 50007, LAPSED_INTERACTION]

export type Verdict = { readonly level: 'info' | 'warn' | 'error'; readonly event: string; readonly advice?: string }

/** How a failed answer is logged. */
export function judgeFailure(error: unknown): Verdict {
  const code = error instanceof DiscordAPIError ? Number(error.code) : undefined
  if (code !== undefined && over.includes(code)) return { level: 'info', event: 'there was nobody to answer any more' }
  if (code !== undefined && forbidden.includes(code))
    return {
      level: 'warn',
      event: 'an answer may not be written in a channel',
      advice: "give the bot's role View Channel, Send Messages, Send Messages in Threads and Attach Files there",
    }
  return { level: 'error', event: 'an answer could not be sent' }
}

/** What of an error is safe to log. */
export function factsOf(error: unknown): Readonly<Record<string, string | number>> {
  if (error instanceof DiscordAPIError) return { status: error.status, code: error.code, message: error.message }
  if (error instanceof HTTPError) return { status: error.status }
  return { reason: reasonOf(error) }
}

/** "ECONNREFUSED" where there is such a code, which fetch hides in the cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'no reason given'
  if ('code' in error && typeof error.code === 'string') return error.code
  return error.cause instanceof Error ? reasonOf(error.cause) : error.message
}
