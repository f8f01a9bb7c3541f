// What a failed call to Discord tells of the message that it was to post.

import { DiscordAPIError, RateLimitError } from '@discordjs/rest'
import type { Outcome } from '../../core/digests/courier.ts'
import { neverArrived, rootMessage } from '../../core/digests/neverArrived.ts'

/** "Unknown Message": a nonce that Discord knows, of a message that was posted and then deleted (Create Message). */
const DELETED = 10_008

export function judgeCall(error: unknown): Outcome {
  if (error instanceof RateLimitError) return { kind: 'rate limited', retryAfterMs: Math.max(1000, error.retryAfter) }
  if (error instanceof DiscordAPIError) return judgeReply(error)
  const reason = rootMessage(error)
  return neverArrived(error)
    ? { kind: 'unreachable', reason: `Discord cannot be reached (${reason})` }
    : { kind: 'unclear', reason: `Discord did not say what became of it (${reason})` }
}

/** "Missing Access" and "Missing Permissions": Attach Files may be all that is missing. */
const forbidden: ReadonlySet<number | string> = new Set([50_001, 50_013])

/** True where Discord surely did not post the message, and it may have been for its picture: too large, or not allowed. */
export function mayTakeWords(error: unknown): boolean {
  if (!(error instanceof DiscordAPIError)) return false
  const { status, code } = error
  return status === 400 || status === 413 || (status === 403 && forbidden.has(code))
}

function judgeReply({ status, code, message }: DiscordAPIError): Outcome {
  const reason = `Discord says "${message}" (${code})`
  if (code === DELETED) return { kind: 'sent', message: 'deleted' }
  // The operator mends the token, and what waits is delivered then.
  if (status === 401) return { kind: 'unreachable', reason: 'Discord does not take the token' }
  if (status === 403 || status === 404) return { kind: 'refused', reason }
  if (status >= 500) return { kind: 'unclear', reason }
  return { kind: 'rejected', reason }
}
