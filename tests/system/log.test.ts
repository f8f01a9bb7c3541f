import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PlatformError } from '../../src/core/errors.ts'
import { openLog } from '../../src/system/log.ts'
import { redactSecrets } from '../../src/system/redactSecrets.ts'

function logged(use: (log: ReturnType<typeof openLog>) => void, secrets: string[] = [], logsQuestions = false): string {
  let text = ''
  const write = (line: string) => {
    text += line
  }
  use(openLog({ level: 'debug', redact: redactSecrets(secrets), logsQuestions, output: { write } }))
  return text
}

describe('the log', () => {
  test('a line is JSON with time, level, event and fields', () => {
    const [line = ''] = logged((log) => log.warn('something happened', { platform: 'slack' })).split('\n')
    expect(JSON.parse(line)).toEqual({
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      level: 'warn',
      msg: 'something happened',
      platform: 'slack',
    })
  })
  test('an error is told with its cause and where it happened', () => {
    const error = new Error('it broke', { cause: new Error('no disk') })
    const line = JSON.parse(logged((log) => log.error('a request failed', { error })))
    expect(line.error).toMatchObject({ message: 'it broke', cause: { message: 'no disk' } })
    expect(line.error.stack).toContain('log.test.ts')
  })
  test('of our own errors the message and the cause are told, and not where they arose', () => {
    const error = new PlatformError('the pager is down; wait', { cause: new Error('ECONNREFUSED') })
    const line = JSON.parse(logged((log) => log.error('a platform failed', { error })))
    expect(line.error).toEqual({ type: 'PlatformError', message: 'the pager is down; wait', cause: 'ECONNREFUSED' })
  })
  test('a question is dropped unless it is switched on', () => {
    const tell = (log: ReturnType<typeof openLog>) => log.info('answered', { question: 'who is weir', platform: 'web' })
    expect(logged(tell)).not.toContain('weir')
    expect(logged(tell)).toContain('"platform":"web"')
    expect(logged(tell, [], true)).toContain('"question":"who is weir"')
  })
  test('what is below the level is left out', () => {
    let lines = 0
    const output = { write: () => lines++ }
    openLog({ level: 'warn', redact: String, logsQuestions: false, output }).info('quiet')
    expect(lines).toBe(0)
  })
})

describe('secrets', () => {
  const slack = ['xoxb', '123456789012', 'abcDEF'].join('-')
  const discord = [`MTIz${'N'.repeat(20)}`, 'GabcdE', 'x'.repeat(38)].join('.')

  test.each([
    ['a Slack token', `token ${slack} was refused`, slack],
    ['an app-level token', 'xapp-1-A0-1-ffff', 'A0-1-ffff'],
    ['a Discord token', `Bot ${discord}`, discord],
    ['an authorization header', 'authorization: Bearer aaaabbbbccccdddd', 'aaaabbbbccccdddd'],
    ['the password of an address', 'postgres://sitrep:hunter2@db:5432/sitrep', 'hunter2'],
    ["a Slack answer's address", 'https://hooks.slack.com/commands/T1/2/abc', 'T1/2/abc'],
    ["a Discord interaction's token", 'POST /webhooks/123/aW50ZXJhY3Rpb24/messages', 'aW50ZXJhY3Rpb24'],
  ])('%s is taken out, wherever it stands', (_, text, secret) => {
    const error = new Error('outer', { cause: new Error(text) })
    const out = logged((log) => log.error(text, { error, fields: { deep: [text] } }))
    expect(out).not.toContain(secret)
    expect(out).toContain('[secret]')
  })

  test('what merely speaks of tokens stays', () => {
    const text = 'Bot token is missing; see https://example.org:443/a and 10.0.0.1'
    expect(redactSecrets([])(text)).toBe(text)
  })

  test('whatever the secret, and wherever it stands, the line stays JSON and does not hold it', () => {
    const secrets = fc
      .string({ unit: 'binary', minLength: 6, maxLength: 40 })
      .filter((one) => !'[secret]'.includes(one))
    const unlikely = (one: string) => `§${one}§`
    fc.assert(
      fc.property(secrets.map(unlikely), (secret) => {
        const line = logged(
          (log) => log.error(`with ${secret}`, { a: { b: secret }, error: new Error(secret) }),
          [secret],
        )
        expect(JSON.stringify(JSON.parse(line))).not.toContain(JSON.stringify(secret).slice(1, -1))
      }),
    )
  })
})
