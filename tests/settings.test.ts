import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readPlatformSettings, readSecrets, readSettings } from '../src/settings.ts'

const key = 'k'.repeat(16)

describe('settings of every command', () => {
  test("without any variable the package's own folders are used, and nothing listens beyond this machine", () => {
    const { briefings, config, ...rest } = readSettings({})
    expect([briefings, config].map(existsSync)).toEqual([true, true])
    expect(rest).toEqual({
      state: 'state/sitrep.sqlite',
      stateKey: undefined,
      operatorToken: undefined,
      logsQuestions: false,
      host: '127.0.0.1',
      port: 3000,
      logLevel: 'info',
      hasColour: true,
    })
  })

  test('variables win over the defaults, and an empty one counts as not set', () => {
    const environment = {
      SITREP_BRIEFINGS: '/b',
      SITREP_CONFIG: '/c',
      SITREP_STATE: 'postgres://db/sitrep',
      SITREP_KEY: key,
      SITREP_OPERATOR_TOKEN: key,
      SITREP_LOG_QUESTIONS: 'yes',
      HOST: '0.0.0.0',
      PORT: '8080',
      LOG_LEVEL: 'debug',
      NO_COLOR: '1',
    }
    expect(readSettings(environment)).toEqual({
      briefings: '/b',
      config: '/c',
      state: 'postgres://db/sitrep',
      stateKey: key,
      operatorToken: key,
      logsQuestions: true,
      host: '0.0.0.0',
      port: 8080,
      logLevel: 'debug',
      hasColour: false,
    })
    expect(readSettings(Object.fromEntries(Object.keys(environment).map((name) => [name, ''])))).toEqual(
      readSettings({}),
    )
  })

  test('settings cannot be changed', () => {
    expect(Object.isFrozen(readSettings({}))).toBe(true)
    expect(Object.isFrozen(readPlatformSettings({}))).toBe(true)
  })

  test('every wrong variable is named, with what it may be', () => {
    expect(() => readSettings({ LOG_LEVEL: 'loud', SITREP_BRIEFINGS: 'a\nb' })).toThrow(
      'SITREP_BRIEFINGS must be the path of a folder; set it otherwise or unset it\n' +
        'LOG_LEVEL must be one of trace, debug, info, warn, error, fatal, silent; set it otherwise or unset it',
    )
  })

  test.each([
    ['PORT', '70000', 'PORT must be a port, 0 to 65535'],
    ['PORT', '80a', 'PORT must be a port, 0 to 65535'],
    ['PORT', '-1', 'PORT must be a port, 0 to 65535'],
    ['HOST', 'a host', 'HOST must be an address of this machine'],
    ['SITREP_LOG_QUESTIONS', 'perhaps', 'SITREP_LOG_QUESTIONS must be yes or no'],
    ['SITREP_KEY', 'short', 'SITREP_KEY must be at least 16 characters'],
  ])('%s=%s is refused', (name, value, message) => {
    expect(() => readSettings({ [name]: value })).toThrow(message)
  })
})

describe('connections', () => {
  const slack = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' }
  const app = { SLACK_CLIENT_ID: '1.2', SLACK_CLIENT_SECRET: 'cs', SLACK_STATE_SECRET: key }

  test('without tokens there are none', () => {
    expect(readPlatformSettings({ DISCORD_TOKEN: '', SLACK_API_URL: 'http://127.0.0.1:1/' })).toEqual({})
  })

  test('Discord needs its token alone; a pasted "Bot " is dropped', () => {
    expect(readPlatformSettings({ DISCORD_TOKEN: 'Bot a.b-c_d' }).discord).toEqual({ token: 'a.b-c_d' })
    expect(readPlatformSettings({ DISCORD_TOKEN: 'a', DISCORD_API_URL: 'http://127.0.0.1:1/api' }).discord).toEqual({
      token: 'a',
      apiUrl: 'http://127.0.0.1:1/api',
    })
  })

  test('an app token means Socket Mode, a signing secret HTTP mode, and the socket wins over both', () => {
    const socket = { kind: 'socket', appToken: 'xapp-1' }
    expect(readPlatformSettings(slack).slack).toMatchObject({ botToken: 'xoxb-1', way: socket })
    expect(readPlatformSettings({ ...slack, SLACK_SIGNING_SECRET: 's' }).slack?.way).toEqual(socket)
    expect(readPlatformSettings({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 's' }).slack?.way).toEqual({
      kind: 'http',
      signingSecret: 's',
    })
  })

  test.each([
    ['http://127.0.0.1:1/api', 'http://127.0.0.1:2/api'],
    ['http://127.0.0.1:1/api/', 'http://127.0.0.1:2/api/'],
    ['http://127.0.0.1:1/api/v10', 'http://127.0.0.1:2/api//'],
    ['http://127.0.0.1:1/api/v10/', 'http://127.0.0.1:2/api'],
  ])("addresses of other services lose the slash at their end, and Discord's its version: %s, %s", (first, second) => {
    const given = { DISCORD_TOKEN: 'a', DISCORD_API_URL: first, ...slack, SLACK_API_URL: second }
    const { discord, slack: onSlack } = readPlatformSettings(given)
    expect([discord?.apiUrl, onSlack?.apiUrl]).toEqual(['http://127.0.0.1:1/api', 'http://127.0.0.1:2/api'])
  })

  test('an app for many workspaces needs no bot token of its own', () => {
    const environment = { ...app, SLACK_SIGNING_SECRET: 's', SITREP_KEY: key }
    expect(readPlatformSettings(environment).slack).toMatchObject({
      app: { clientId: '1.2', clientSecret: 'cs', stateSecret: key },
    })
  })

  test.each([
    [{ SLACK_APP_TOKEN: 'xapp-1' }, 'SLACK_APP_TOKEN is set and SLACK_BOT_TOKEN is not'],
    [{ SLACK_SIGNING_SECRET: 's' }, 'SLACK_SIGNING_SECRET is set and SLACK_BOT_TOKEN is not'],
    [{ SLACK_BOT_TOKEN: 'xoxb-1' }, 'Slack cannot reach the bot: set SLACK_APP_TOKEN'],
    [
      { SLACK_BOT_TOKEN: 'xapp-1', SLACK_APP_TOKEN: 'xoxb-1' },
      /^SLACK_BOT_TOKEN is not a bot token.*\nSLACK_APP_TOKEN is not/,
    ],
    [{ ...slack, SLACK_CLIENT_ID: '1.2' }, 'missing: SLACK_CLIENT_SECRET, SLACK_STATE_SECRET'],
    [{ ...slack, ...app }, 'SLACK_CLIENT_ID is set and SITREP_KEY is not'],
    [{ ...slack, SLACK_API_URL: 'slack.example' }, 'SLACK_API_URL must be an http or https address'],
    [{ DISCORD_TOKEN: 'a b' }, 'DISCORD_TOKEN is no bot token'],
  ])('%j is refused', (environment, message) => {
    expect(() => readPlatformSettings(environment)).toThrow(message)
  })

  test('no message repeats the value of a secret', () => {
    const environment = { DISCORD_TOKEN: 'hush hush', SLACK_BOT_TOKEN: 'xapp-hush', SLACK_APP_TOKEN: 'hush' }
    expect(() => readPlatformSettings(environment)).toThrow(/^((?!hush).)*$/s)
  })
})

test('secrets are known, so that they can be kept out of the log', () => {
  const environment = {
    DISCORD_TOKEN: 'a',
    SLACK_SIGNING_SECRET: 'b',
    SITREP_KEY: 'c',
    SITREP_OPERATOR_TOKEN: '',
    SLACK_CLIENT_ID: 'd',
    PATH: 'e',
  }
  expect(readSecrets(environment).sort()).toEqual(['a', 'b', 'c'])
})
