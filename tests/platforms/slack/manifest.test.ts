// The manifest, held against Slack's reference, and its permissions against what the code does.

import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { slackManifest } from '../../../src/platforms/slack/manifest.ts'
import { botEvents, botScopes } from '../../../src/platforms/slack/scopes.ts'
import { runSitrep } from '../../runSitrep.ts'

const plain = { prefix: undefined, commands: {}, url: undefined }
const https = z.url({ protocol: /^https$/ })

/** docs: "App manifest reference". */
const reference = z.strictObject({
  _metadata: z.strictObject({ major_version: z.literal(2) }),
  display_information: z.strictObject({ name: z.string().max(35), description: z.string().max(140) }),
  features: z.strictObject({
    agent_view: z.strictObject({
      agent_description: z.string().max(300),
      suggested_prompts: z.array(z.strictObject({ title: z.string().min(1), message: z.string().min(1) })).max(4),
    }),
    app_home: z.strictObject({
      home_tab_enabled: z.literal(true),
      messages_tab_enabled: z.literal(true),
      messages_tab_read_only_enabled: z.literal(false),
    }),
    bot_user: z.strictObject({ display_name: z.string().regex(/^[a-z0-9._-]{1,80}$/), always_online: z.boolean() }),
    shortcuts: z
      .array(
        z.strictObject({
          type: z.enum(['message', 'global']),
          name: z.string().min(1),
          callback_id: z.string().max(255),
          description: z.string().max(150),
        }),
      )
      .max(10),
    slash_commands: z
      .array(
        z.strictObject({
          command: z.string().startsWith('/').max(32),
          description: z.string().min(1).max(2000),
          usage_hint: z.string().max(1000),
          should_escape: z.boolean(),
          url: https.optional(),
        }),
      )
      .min(1)
      .max(50),
  }),
  oauth_config: z.strictObject({
    redirect_urls: z.array(https).optional(),
    scopes: z.strictObject({ bot: z.array(z.string()) }),
  }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({ request_url: https.optional(), bot_events: z.array(z.string()).max(100) }),
    interactivity: z.strictObject({
      is_enabled: z.literal(true),
      request_url: https.optional(),
      message_menu_options_url: https.optional(),
    }),
    org_deploy_enabled: z.boolean(),
    socket_mode_enabled: z.boolean(),
    token_rotation_enabled: z.boolean(),
  }),
})

const commandsOf = (manifest: object) => reference.parse(manifest).features.slash_commands.map(({ command }) => command)

test('without an address the app is reached by Socket Mode', () => {
  const { settings, oauth_config } = reference.parse(slackManifest(plain))
  expect(settings.socket_mode_enabled).toBe(true)
  expect(JSON.stringify([settings, oauth_config])).not.toContain('url')
})

test('config/slack-manifest.json is the manifest that nothing was set for', async () => {
  const file = join(import.meta.dirname, '../../../config/slack-manifest.json')
  expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(slackManifest(plain))
})

test('with an address everything is sent there', () => {
  const { settings, features, oauth_config } = reference.parse(
    slackManifest({ ...plain, url: 'https://bot.example.org' }),
  )
  const events = 'https://bot.example.org/slack/events'
  expect(settings.socket_mode_enabled).toBe(false)
  expect(settings.event_subscriptions.request_url).toBe(events)
  expect(settings.interactivity).toMatchObject({ request_url: events, message_menu_options_url: events })
  expect(features.slash_commands[0]?.url).toBe(events)
  expect(oauth_config.redirect_urls).toEqual(['https://bot.example.org/slack/oauth_redirect'])
})

test('further commands stand beside /brief, each behind the prefix', () => {
  const manifest = slackManifest({ ...plain, prefix: 'acme', commands: { whois: 'who', when: 'when' } })
  expect(commandsOf(manifest)).toEqual(['/acme-brief', '/acme-whois', '/acme-when'])
})

describe('what Slack would refuse is refused', () => {
  test.each([
    [{ commands: { who: 'who' } }, /Slack keeps \/who for itself/],
    [{ commands: { search: 'what' } }, /Slack keeps \/search for itself/],
    [{ commands: { who_is: 'who' } }, /\/who_is is no name/],
    [{ commands: { Whois: 'who' } }, /\/Whois is no name/],
    [{ commands: { [`w${'h'.repeat(31)}`]: 'who' } }, /is too long/],
    [{ prefix: 'a'.repeat(30) }, /is too long/],
    [{ commands: { brief: 'who' } }, /\/brief is named twice/],
    [
      { commands: Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`c${i}`, 'who'])) },
      /50 commands, and these are 51/,
    ],
    [{ url: 'http://bot.example.org' }, /no address for Slack to reach/],
    [{ url: 'https://bot.example.org/path' }, /no address for Slack to reach/],
    [{ url: 'bot' }, /no address for Slack to reach/],
  ] as const)('%j', (changes, message) => {
    expect(() => slackManifest({ ...plain, ...changes } as Parameters<typeof slackManifest>[0])).toThrow(message)
  })
  test('a prefix makes a reserved name one that can be used', () => {
    expect(commandsOf(slackManifest({ ...plain, prefix: 'acme', commands: { who: 'who' } }))).toContain('/acme-who')
  })
})

/** The permissions that each method needs (docs: each method's page, "Scopes"). */
const scopesOfMethods: Readonly<Record<string, readonly string[]>> = {
  'assistant.threads.setSuggestedPrompts': ['assistant:write'],
  'auth.test': [],
  'chat.postEphemeral': ['chat:write'],
  'chat.postMessage': ['chat:write'],
  'conversations.history': ['channels:history', 'groups:history', 'im:history'],
  'conversations.open': ['im:write'],
  'files.completeUploadExternal': ['files:write'],
  'files.getUploadURLExternal': ['files:write'],
  'users.info': ['users:read'],
  'views.open': [],
  'views.publish': [],
  'views.update': [],
}
/** And those of each event (docs: each event's page). */
const scopesOfEvents: Readonly<Record<string, readonly string[]>> = {
  app_home_opened: [],
  app_mention: ['app_mentions:read'],
  app_uninstalled: [],
  assistant_thread_started: ['assistant:write'],
  'message.im': ['im:history'],
  tokens_revoked: [],
}

test('the permissions are those of the methods that are called and the events that are heard, and no more', async () => {
  const folder = join(import.meta.dirname, '../../../src/platforms/slack')
  const files = (await readdir(folder)).filter((name) => name.endsWith('.ts'))
  const code = (await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')))).join('\n')
  const called = new Set(
    [...code.matchAll(/\bclient\s*\.((?:[a-z]\w*\.)+[a-zA-Z]\w*)\(/g)].map(([, method = '']) => method),
  )
  // The bot's own sockets and installations are none of a workspace's permissions.
  const methods = [...called].sort()
  expect(methods).toEqual(Object.keys(scopesOfMethods).sort())
  const heard = [...code.matchAll(/app\.event\('(\w+)'/g)].map(([, event = '']) =>
    event === 'message' ? 'message.im' : event,
  )
  expect(new Set(heard)).toEqual(new Set(botEvents))
  const needed = [
    // Slash commands and shortcuts.
    'commands',
    ...methods.flatMap((method) => scopesOfMethods[method] ?? []),
    ...heard.flatMap((event) => scopesOfEvents[event] ?? []),
  ]
  expect([...botScopes].sort()).toEqual([...new Set(needed)].sort())
})

describe('sitrep manifest slack', () => {
  test('prints the manifest', async () => {
    const { code, out, errors } = await runSitrep(['manifest', 'slack', '--commands', 'whois=who,when', '--socket'])
    expect({ code, errors }).toEqual({ code: 0, errors: '' })
    expect(commandsOf(JSON.parse(out))).toEqual(['/brief', '/whois', '/when'])
  })
  test('says what is wrong', async () => {
    expect((await runSitrep(['manifest', 'slack', '--commands', 'who'])).errors).toContain(
      'Slack keeps /who for itself',
    )
    expect((await runSitrep(['manifest', 'slack', '--commands', 'foo'])).errors).toContain('as in foo=who')
    expect((await runSitrep(['manifest', 'slack', '--socket', '--url', 'https://a.b'])).code).toBe(2)
    expect((await runSitrep(['manifest', 'discord'])).code).toBe(2)
  })
})
