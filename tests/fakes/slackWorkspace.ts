// A workspace of the emulated Slack: its Web API with strict scopes, a bot that was granted exactly what the manifest asks,
// an admin, a reader and a channel.

import { createEmulator } from 'emulate'
import { botScopes } from '../../src/platforms/slack/scopes.ts'

export const BOT_TOKEN = 'xoxb-good'
export const BOT_USER = 'UBOT00001'
export const TEAM = 'T000000001'
/** The emulator's own user, who is an admin. */
export const ADMIN = 'U000000001'
export const CHANNEL = 'C000000001'
export const OAUTH_APP = {
  clientId: '111.222',
  clientSecret: 'client-secret',
  stateSecret: 'state-secret-of-the-tests',
}

export type Workspace = {
  readonly url: string
  readonly reader: string
  /** The direct conversation of the reader with the bot. */
  readonly direct: string
  /** Calls a method past the bot. */
  readonly call: (method: string, args: Readonly<Record<string, string>>) => Promise<Record<string, unknown>>
  readonly close: () => Promise<void>
}

export async function openWorkspace(scopes: readonly string[] = botScopes): Promise<Workspace> {
  const emulator = await createEmulator({
    service: 'slack',
    port: 0,
    seed: {
      slack: {
        strict_scopes: true,
        users: [{ name: 'reader' }],
        oauth_apps: [
          {
            client_id: OAUTH_APP.clientId,
            client_secret: OAUTH_APP.clientSecret,
            app_id: 'ASITREP01',
            name: 'Sitrep',
            redirect_uris: [],
            scopes: [...scopes],
            bot_id: 'BBOT00001',
            bot_user_id: BOT_USER,
            bot_name: 'sitrep',
          },
        ],
        tokens: [
          {
            token: BOT_TOKEN,
            type: 'bot',
            user_id: BOT_USER,
            app_id: 'ASITREP01',
            bot_id: 'BBOT00001',
            bot_user_id: BOT_USER,
            scopes: [...scopes],
          },
          {
            token: 'xoxp-test',
            user_id: ADMIN,
            app_id: 'ASITREP01',
            scopes: ['users:read', 'im:write', 'channels:write'],
          },
        ],
      },
    },
  })
  const url = emulator.url.replace('localhost', '127.0.0.1')
  const callWith = async (token: string, method: string, args: Readonly<Record<string, string>>) => {
    const response = await fetch(`${url}/api/${method}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: new URLSearchParams(args),
    })
    return (await response.json()) as Record<string, unknown>
  }
  const call: Workspace['call'] = (method, args) => callWith('xoxp-test', method, args)
  const { members } = (await call('users.list', {})) as { members: { id: string; name: string }[] }
  const reader = members.find((one) => one.name === 'reader')?.id ?? ''
  await call('conversations.invite', { channel: CHANNEL, users: reader })
  const opened = (await callWith(scopes.includes('im:write') ? BOT_TOKEN : 'xoxp-test', 'conversations.open', {
    users: reader,
  })) as { channel: { id: string } }
  return { url, reader, direct: opened.channel.id, call, close: () => emulator.close() }
}
