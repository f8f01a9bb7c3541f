// With which token an event is answered: the one that was set, or the one that its workspace gave when it installed the app.

import { type AuthorizeResult, type AuthorizeSourceData, webApi } from '@slack/bolt'
import type { InstallProvider } from '@slack/oauth'
import { PlatformError } from '../../core/errors.ts'
import { explainFailure, missingScopes } from './failures.ts'
import { botScopes } from './scopes.ts'

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
    /** Asks Slack whether the token that was set is good; rejects with a PlatformError where it is not. */
    async check() {
      if (botToken === undefined) return
      const client = new webApi.WebClient(botToken, clientOptions)
      const found = await client.auth.test().catch((error: unknown) => {
        throw explainFailure(error, 'SLACK_BOT_TOKEN', apiUrl)
      })
      const granted = found.response_metadata?.scopes ?? []
      const missing = botScopes.filter((scope) => !granted.includes(scope))
      // Slack names the granted scopes with every answer.
      if (granted.length > 0 && missing.length > 0) throw new PlatformError(missingScopes(missing))
      own = {
        botToken,
        ownTeam: found.team_id,
        ...(found.bot_id === undefined ? {} : { botId: found.bot_id }),
        ...(found.user_id === undefined ? {} : { botUserId: found.user_id }),
      }
    },
    async authorize(source: AuthorizeSourceData<boolean>): Promise<AuthorizeResult> {
      if (own !== undefined && (installer === undefined || own.ownTeam === source.teamId)) return own
      if (installer === undefined) throw new PlatformError('Slack is not connected yet')
      return installer.authorize(source)
    },
  }
}
