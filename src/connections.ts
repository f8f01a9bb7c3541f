// To which platforms the bot connects, from their variables. Half a connection is an error, never a half-started bot.

import { z } from 'zod'
import { SettingsError } from './core/errors.ts'

export type DiscordConnection = {
  readonly token: string
  /** Undefined for Discord itself. */
  readonly apiUrl: string | undefined
}

/** A Slack app that many workspaces install by OAuth. */
export type SlackApp = {
  readonly clientId: string
  readonly clientSecret: string
  readonly stateSecret: string
}

export type SlackConnection = {
  /** Undefined where workspaces install the app themselves. */
  readonly botToken: string | undefined
  /** How Slack reaches us: through a socket that we open, or by posting to us. */
  readonly way:
    | { readonly kind: 'socket'; readonly appToken: string }
    | { readonly kind: 'http'; readonly signingSecret: string }
  readonly app: SlackApp | undefined
  /** Undefined for Slack itself. */
  readonly apiUrl: string | undefined
}

export type Connections = {
  readonly discord: DiscordConnection | undefined
  readonly slack: SlackConnection | undefined
}

/** An address without the slash at its end, which each platform's client wants its own way. */
const url = z
  .url({ protocol: /^https?$/, error: 'must be an http or https address' })
  .transform((address) => address.replace(/\/+$/, ''))
  .optional()
const startingWith = (start: string, what: string) =>
  z
    .string()
    .startsWith(start, `is not ${what}, which starts with ${start}; copy it again from api.slack.com/apps`)
    .optional()

const schema = z.object({
  // Discord's own clients are given the token without the word that stands before it in the header.
  DISCORD_TOKEN: z
    .string()
    .transform((token) => token.replace(/^Bot /, ''))
    .pipe(
      z
        .string()
        .regex(/^\S+$/, 'is no bot token; copy it again from the Bot page of discord.com/developers/applications'),
    )
    .optional(),
  // The version is the client's to add.
  DISCORD_API_URL: url.transform((address) => address?.replace(/\/v\d+$/, '')),
  SLACK_BOT_TOKEN: startingWith('xoxb-', 'a bot token'),
  SLACK_APP_TOKEN: startingWith('xapp-', 'an app-level token'),
  SLACK_SIGNING_SECRET: z
    .string()
    .regex(/^\S+$/, 'is no signing secret; copy it from Basic Information at api.slack.com/apps')
    .optional(),
  SLACK_API_URL: url,
  SLACK_CLIENT_ID: z.string().optional(),
  SLACK_CLIENT_SECRET: z.string().optional(),
  SLACK_STATE_SECRET: z
    .string()
    .min(16, 'must be at least 16 characters; make one with: openssl rand -hex 32')
    .optional(),
})
type Variables = z.output<typeof schema>

export const connectionNames: readonly string[] = Object.keys(schema.shape)

/** Reads the connections; throws with every variable that is wrong or missing. */
export function readConnections(environment: Readonly<Record<string, string | undefined>>): Connections {
  const { success, data, error } = schema.safeParse(environment)
  if (!success)
    throw new SettingsError(error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('\n'))
  return { discord: discordOf(data), slack: slackOf(data, environment.SITREP_KEY !== undefined) }
}

function discordOf({ DISCORD_TOKEN: token, DISCORD_API_URL: apiUrl }: Variables): DiscordConnection | undefined {
  return token === undefined ? undefined : { token, apiUrl }
}

function slackOf(variables: Variables, hasKey: boolean): SlackConnection | undefined {
  const {
    SLACK_BOT_TOKEN: botToken,
    SLACK_APP_TOKEN: appToken,
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_API_URL: apiUrl,
  } = variables
  const app = slackAppOf(variables)
  if (botToken === undefined && app === undefined) {
    const half = (['SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET'] as const).find((name) => variables[name] !== undefined)
    if (half === undefined) return undefined
    throw new SettingsError(
      `${half} is set and SLACK_BOT_TOKEN is not; set SLACK_BOT_TOKEN (xoxb-…, from OAuth & Permissions) too, or unset ${half}`,
    )
  }
  if (app !== undefined && !hasKey)
    throw new SettingsError(
      'SLACK_CLIENT_ID is set and SITREP_KEY is not; installations are kept encrypted, so set SITREP_KEY (openssl rand -hex 32)',
    )
  // Where both are set the socket wins: it needs no address that Slack can reach.
  if (appToken !== undefined) return { botToken, way: { kind: 'socket', appToken }, app, apiUrl }
  if (signingSecret !== undefined) return { botToken, way: { kind: 'http', signingSecret }, app, apiUrl }
  throw new SettingsError(
    'Slack cannot reach the bot: set SLACK_APP_TOKEN (xapp-…, Socket Mode) or SLACK_SIGNING_SECRET (Slack posts to /slack/events) beside SLACK_BOT_TOKEN',
  )
}

function slackAppOf(variables: Variables): SlackApp | undefined {
  const names = ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'SLACK_STATE_SECRET'] as const
  const [clientId, clientSecret, stateSecret] = names.map((name) => variables[name])
  if (clientId !== undefined && clientSecret !== undefined && stateSecret !== undefined)
    return { clientId, clientSecret, stateSecret }
  const missing = names.filter((name) => variables[name] === undefined)
  if (missing.length === names.length) return undefined
  throw new SettingsError(
    `to be installed into many workspaces all of ${names.join(', ')} must be set; missing: ${missing.join(', ')}`,
  )
}
