// With which token an event is answered: the one that was set, or the one that its workspace gave when it installed the app.

import { type AuthorizeResult, type AuthorizeSourceData, webApi } from '@slack/bolt'
import type { InstallProvider } from '@slack/oauth'
import { PlatformError } from '../../core/errors.ts'
import { explainFailure, missingScopes } from './failures.ts'
import { botScopes, explainScopes, INDISPENSABLE } from './scopes.ts'

export type AuthorizeOptions = {
  readonly botToken: string | undefined
  readonly installer: InstallProvider | undefined
  readonly apiUrl: string
  readonly clientOptions: webApi.WebClientOptions
}

type Own = AuthorizeResult & { readonly ownTeam: string | undefined }

export function openAuthorize({ botToken, installer, apiUrl, clientOptions }: AuthorizeOptions) {
  let own: Own | undefined
  return {
    /**
     * Asks Slack whether the token that was set is good; rejects with a PlatformError where it is not. Resolves with one
     * line on the permissions that it lacks, where it does.
     */
    async check(): Promise<string | undefined> {
      if (botToken === undefined) return undefined
      const client = new webApi.WebClient(botToken, clientOptions)
      const found = await client.auth.test().catch((error: unknown) => {
        throw explainFailure(error, 'SLACK_BOT_TOKEN', apiUrl)
      })
      const granted = found.response_metadata?.scopes ?? []
      // Slack names the granted scopes with every answer.
      const missing = granted.length === 0 ? [] : botScopes.filter((scope) => !granted.includes(scope))
      const warning = missing.length === 0 ? undefined : missingScopes(explainScopes(missing))
      if (warning !== undefined && missing.includes(INDISPENSABLE)) throw new PlatformError(warning)
      own = {
        botToken,
        ownTeam: found.team_id,
        ...(found.bot_id === undefined ? {} : { botId: found.bot_id }),
        ...(found.user_id === undefined ? {} : { botUserId: found.user_id }),
      }
      return warning
    },
    async authorize(source: AuthorizeSourceData<boolean>): Promise<AuthorizeResult> {
      // Bolt writes the event's user into what it is given.
      if (own !== undefined && (installer === undefined || own.ownTeam === source.teamId)) return { ...own }
      if (installer === undefined) throw new PlatformError('Slack is not connected yet')
      return installer.authorize(source)
    },
  }
}
