// Sends again what a broken connection may have swallowed. Only for requests that do no more when they come twice.

import { DiscordAPIError } from 'discord.js'
import pRetry from 'p-retry'

/** With these an interaction is still answered within its three seconds. */
const RETRIES = 2
const WAIT_MS = 50

/** The interaction has been answered already (Discord's JSON error codes). */
const ALREADY_ANSWERED = 40_060

/** `send` is called again where the connection broke; an answer from Discord, of whatever kind, is final. */
export function resend<T>(send: () => Promise<T>): Promise<T> {
  return pRetry(send, { retries: RETRIES, minTimeout: WAIT_MS, shouldRetry: ({ error }) => isLost(error) })
}

/** The same for the first answer to an interaction: refused the second time, it has arrived the first time. */
export function resendAnswer(send: () => Promise<unknown>): Promise<unknown> {
  let isAgain = false
  return resend(async () => {
    try {
      return await send()
    } catch (error) {
      if (isAgain && error instanceof DiscordAPIError && error.code === ALREADY_ANSWERED) return undefined
      isAgain = true
      throw error
    }
  })
}

/** True for the codes of Node and of its HTTP client for a connection that broke or was not made. */
function isLost(error: Error): boolean {
  return 'code' in error && /^(E[A-Z]+|UND_ERR_\w+)$/.test(String(error.code))
}
