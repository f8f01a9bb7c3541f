// What a failed call to Slack tells of the message that it was to post.

import * as webApi from '@slack/web-api'
import type { Outcome } from '../../core/digests/courier.ts'
import { neverArrived, rootMessage } from '../../core/digests/neverArrived.ts'

/** Errors of chat.postMessage and conversations.open after which no further digest would arrive either. */
const refusals: ReadonlySet<string> = new Set([
  'access_denied',
  'account_inactive',
  'as_user_not_supported',
  'cannot_dm_bot',
  'channel_not_found',
  'ekm_access_denied',
  'is_archived',
  'is_inactive',
  'messages_tab_disabled',
  'missing_scope',
  'no_permission',
  'not_in_channel',
  'org_login_required',
  'posting_to_channel_denied',
  'posting_to_general_channel_denied',
  'restricted_action',
  'restricted_action_read_only_channel',
  'restricted_action_thread_only_channel',
  'team_access_not_granted',
  'token_revoked',
  'user_disabled',
  'user_not_found',
  'user_not_visible',
])
/** "It's possible some aspect of the operation succeeded before the error was raised" (chat.postMessage, Errors). */
const halfway: ReadonlySet<string> = new Set([
  'fatal_error',
  'internal_error',
  'request_timeout',
  'service_unavailable',
])
/** The operator mends the token, and what waits is delivered then. */
const tokenTroubles: ReadonlySet<string> = new Set(['invalid_auth', 'not_authed', 'token_expired'])

export function judgeCall(error: unknown): Outcome {
  if (error instanceof webApi.WebAPIRateLimitedError)
    return { kind: 'rate limited', retryAfterMs: Math.max(1, error.retryAfter) * 1000 }
  if (error instanceof webApi.WebAPIPlatformError) return judgeReply(error.data.error)
  if (error instanceof webApi.WebAPIHTTPError && error.statusCode < 500)
    return { kind: 'rejected', reason: `Slack answered ${error.statusCode}` }
  const reason = rootMessage(error)
  return neverArrived(error)
    ? { kind: 'unreachable', reason: `Slack cannot be reached (${reason})` }
    : { kind: 'unclear', reason: `Slack did not say what became of it (${reason})` }
}

function judgeReply(code: string): Outcome {
  const reason = `Slack says "${code}"`
  if (refusals.has(code)) return { kind: 'refused', reason }
  if (halfway.has(code)) return { kind: 'unclear', reason }
  if (tokenTroubles.has(code)) return { kind: 'unreachable', reason: `Slack does not take the token (${code})` }
  if (code === 'ratelimited' || code === 'rate_limited') return { kind: 'rate limited', retryAfterMs: 30_000 }
  return { kind: 'rejected', reason }
}
