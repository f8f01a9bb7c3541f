// The manifest from which an operator makes the Slack app (docs: "App manifest reference"). Pure.

import type { Verb } from '../../core/briefing/schema.ts'
import { SettingsError } from '../../core/errors.ts'
import { CHECK_SHORTCUT } from './checkShortcut.ts'
import { commandNames } from './commandNames.ts'
import type { ExtraCommands } from './readCommand.ts'
import { botEvents, botScopes } from './scopes.ts'

export type ManifestOptions = {
  /** Stands before each command's name, with a hyphen: /acme-brief. */
  readonly prefix: string | undefined
  readonly commands: ExtraCommands
  /** Where Slack can reach the bot from outside; undefined for Socket Mode. */
  readonly url: string | undefined
}

const usageHints: Readonly<Record<Verb | 'brief', string>> = {
  brief: 'a question, who NAME, timeline NAME, overview, sources, conflicts, digest …, help',
  who: 'a name',
  what: 'a name or topic',
  when: 'what happened',
  where: 'what happened',
  why: 'what happened',
  howmany: 'what to count',
  timeline: 'a name or topic',
}

const prompts = [
  { title: 'What is this briefing about?', message: 'overview' },
  { title: 'Where do the sources disagree?', message: 'conflicts' },
  { title: 'What changed since I last looked?', message: 'catch-up' },
  { title: 'What can I ask?', message: 'help' },
]

export function slackManifest({ prefix, commands, url }: ManifestOptions): object {
  const origin = url === undefined ? undefined : originOf(url)
  const eventsUrl = origin === undefined ? undefined : `${origin}/slack/events`
  const verbs: readonly (Verb | 'brief')[] = ['brief', ...Object.values(commands)]
  const names = commandNames(['brief', ...Object.keys(commands)], prefix)
  return {
    _metadata: { major_version: 2 },
    display_information: {
      name: 'Sitrep',
      description: 'Answers from facts that a desk has read, checked and sourced.',
    },
    features: {
      agent_view: {
        agent_description: 'Ask about the briefing: who says what, as of when, and where sources disagree.',
        suggested_prompts: prompts,
      },
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: 'sitrep', always_online: true },
      shortcuts: [
        {
          type: 'message',
          name: CHECK_SHORTCUT.name,
          callback_id: CHECK_SHORTCUT.id,
          description: "What the briefing holds on a message's claims",
        },
      ],
      slash_commands: verbs.map((verb, i) => ({
        command: `/${names[i]}`,
        description: verb === 'brief' ? 'Ask the briefing' : `Ask the briefing: ${verb}`,
        usage_hint: usageHints[verb],
        should_escape: false,
        ...(eventsUrl === undefined ? {} : { url: eventsUrl }),
      })),
    },
    oauth_config: {
      ...(origin === undefined ? {} : { redirect_urls: [`${origin}/slack/oauth_redirect`] }),
      scopes: { bot: botScopes },
    },
    settings: {
      event_subscriptions: { ...(eventsUrl === undefined ? {} : { request_url: eventsUrl }), bot_events: botEvents },
      interactivity: {
        is_enabled: true,
        ...(eventsUrl === undefined ? {} : { request_url: eventsUrl, message_menu_options_url: eventsUrl }),
      },
      org_deploy_enabled: false,
      socket_mode_enabled: eventsUrl === undefined,
      token_rotation_enabled: false,
    },
  }
}

function originOf(url: string): string {
  const { protocol, origin, pathname } = URL.canParse(url) ? new URL(url) : { protocol: '', origin: '', pathname: '' }
  if (protocol !== 'https:' || pathname !== '/')
    throw new SettingsError(
      `${url} is no address for Slack to reach: give https and the host, such as https://bot.example.org`,
    )
  return origin
}
