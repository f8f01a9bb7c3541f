// What went wrong with Slack, in one line for the operator that says what to do. No message holds a token.

import { webApi } from '@slack/bolt'
import { PlatformError } from '../../core/errors.ts'

/** Slack's errors that say that a token is no longer any good (docs: auth.test, "Errors"). */
const deadTokens = ['account_inactive', 'token_revoked', 'token_expired', 'user_removed_from_team', 'team_disabled']
const wrongTokens = ['invalid_auth', 'not_authed', 'not_allowed_token_type', 'no_permission']

export type TokenName = 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN'

/** Slack's own word for an error, such as `channel_not_found`; undefined for other errors. */
export function slackErrorOf(error: unknown): string | undefined {
  return error instanceof webApi.WebAPIPlatformError ? error.data.error : undefined
}

/** True where Slack will not take this token again. */
export function isRefusedToken(error: unknown): boolean {
  const code = slackErrorOf(error)
  return code !== undefined && (deadTokens.includes(code) || wrongTokens.includes(code))
}

export function explainFailure(error: unknown, token: TokenName, apiUrl: string): PlatformError {
  const advice = adviceOn(error, token, apiUrl) ?? `the connection to Slack failed (${reasonOf(error)})`
  return error instanceof PlatformError
    ? error
    : new PlatformError(advice, { cause: error, isFinal: isRefusedToken(error) })
}

/** What to do about an error of Slack's or ours, which may be wrapped in others; undefined for errors of other kinds. */
export function adviceOn(error: unknown, token: TokenName, apiUrl: string): string | undefined {
  const inner = innermost(error, (one) => one instanceof PlatformError || one instanceof webApi.SlackError)
  return inner instanceof PlatformError ? inner.message : messageOf(inner, token, apiUrl)
}

function messageOf(error: unknown, token: TokenName, apiUrl: string): string | undefined {
  const code = slackErrorOf(error)
  if (code !== undefined && deadTokens.includes(code))
    return `Slack says that ${token} is no longer valid (${code}); install the app again at api.slack.com/apps, set the new token and start again`
  if (code !== undefined && wrongTokens.includes(code))
    return token === 'SLACK_BOT_TOKEN'
      ? `Slack refuses SLACK_BOT_TOKEN (${code}); copy the Bot User OAuth Token (xoxb-…) from OAuth & Permissions at api.slack.com/apps and start again`
      : `Slack refuses SLACK_APP_TOKEN (${code}); make an app-level token (xapp-…) with the scope connections:write under Basic Information at api.slack.com/apps and start again`
  if (code === 'missing_scope') return missingScopes(neededBy(error))
  if (code !== undefined) return `Slack refused a call (${code}); see docs.slack.dev for what it means`
  if (error instanceof webApi.WebAPIRateLimitedError)
    return `Slack asks to wait ${error.retryAfter} seconds before the next call; start again after that`
  if (error instanceof webApi.WebAPIHTTPError)
    return `Slack answers ${error.statusCode} at ${apiUrl}; see slack-status.com, or whether SLACK_API_URL is right`
  if (error instanceof webApi.WebAPIRequestError)
    return `Slack cannot be reached at ${apiUrl} (${reasonOf(error)}); check the network, or SLACK_API_URL where it is set`
  return undefined
}

export function missingScopes(scopes: string): string {
  return `the Slack app lacks the permission ${scopes}; update it from "sitrep manifest slack" at api.slack.com/apps, install it again and restart Sitrep`
}

function neededBy(error: unknown): string {
  const data = error instanceof webApi.WebAPIPlatformError ? error.data : {}
  return 'needed' in data ? String(data.needed) : 'it needs'
}

/** The innermost reason: ECONNREFUSED says more than "fetch failed". */
function reasonOf(error: unknown): string {
  const reason = innermost(error, () => true)
  return reason === undefined ? 'unknown reason' : ((reason as NodeJS.ErrnoException).code ?? reason.message)
}

/** Of an error and those that it wraps, the innermost that fits. Slack's libraries wrap errors as their `original`. */
function innermost(error: unknown, fits: (one: Error) => boolean): Error | undefined {
  if (!(error instanceof Error)) return undefined
  return (
    innermost(('original' in error ? error.original : undefined) ?? error.cause, fits) ??
    (fits(error) ? error : undefined)
  )
}
