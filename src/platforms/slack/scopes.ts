// What the app asks a workspace to allow: no more than what it uses. The manifest, the installation and the check at the
// start share this list; a test derives it again from the methods that are called and the events that are heard.

/** Each permission, and what does not work without it. */
const uses = {
  'app_mentions:read': 'mentions are not heard',
  'assistant:write': 'the agent pane suggests no questions',
  'channels:history': 'whether a digest arrived cannot be looked up in public channels',
  'chat:write': 'nothing can be answered in a channel, and no digest sent',
  commands: 'there are no slash commands and shortcuts',
  'files:write': 'pictures are told in words',
  'groups:history': 'whether a digest arrived cannot be looked up in private channels',
  'im:history': 'direct messages are not heard',
  'im:write': 'nobody is told of a digest that could not be delivered',
  'users:read': "the workspace's admins cannot manage digests, but only whom the settings name",
} as const

export type BotScope = keyof typeof uses

export const botScopes = Object.keys(uses) as readonly BotScope[]

/** Without it there is nothing to start for. */
export const INDISPENSABLE: BotScope = 'chat:write'

/** "files:write (without it pictures are told in words), users:read (…)". */
export function explainScopes(scopes: readonly BotScope[]): string {
  return scopes.map((scope) => `${scope} (without it ${uses[scope]})`).join(', ')
}

export const botEvents = [
  'app_home_opened',
  'app_mention',
  'app_uninstalled',
  'assistant_thread_started',
  'message.im',
  'tokens_revoked',
] as const
