// What the app asks a workspace to allow: no more than what it uses. The manifest, the installation and the check at the
// start share this list; a test derives it again from the methods that are called and the events that are heard.

export const botScopes = [
  // Mentions in channels (event app_mention).
  'app_mentions:read',
  // Suggested questions in the agent pane (assistant.threads.setSuggestedPrompts).
  'assistant:write',
  // Reading back whether a digest arrived (conversations.history), in public and in private channels.
  'channels:history',
  // Answers and digests (chat.postMessage, chat.postEphemeral).
  'chat:write',
  // Slash commands and shortcuts.
  'commands',
  // Pictures (files.getUploadURLExternal, files.completeUploadExternal).
  'files:write',
  'groups:history',
  // Direct messages (event message.im).
  'im:history',
  // Telling an admin that a digest could not be delivered (conversations.open).
  'im:write',
  // Whether somebody is an admin, who may manage digests (users.info).
  'users:read',
] as const

export const botEvents = [
  'app_home_opened',
  'app_mention',
  'app_uninstalled',
  'assistant_thread_started',
  'message.im',
  'tokens_revoked',
] as const
