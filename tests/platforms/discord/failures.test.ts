import { DiscordAPIError, HTTPError } from 'discord.js'
import { describe, expect, test } from 'vitest'
import {
  explainClose,
  explainFailure,
  factsOf,
  isRefusedToken,
  judgeFailure,
} from '../../../src/platforms/discord/failures.ts'

const url = 'https://discord.com/api/v10/interactions/1/token-of-somebody/callback'
const body = { files: undefined, body: { text: 'what somebody asked' } }
const refused = (status: number, code: number) =>
  new DiscordAPIError({ message: 'no', code }, code, status, 'POST', url, body)

test('of all failures to start only a refused token is final', () => {
  const isFinal = (error: Error) => explainFailure(error, 'https://discord.com/api').isFinal
  expect(isFinal(refused(401, 0))).toBe(true)
  for (const error of [refused(403, 50001), refused(429, 0), refused(500, 0), new TypeError('fetch failed')])
    expect(isFinal(error)).toBe(false)
})

describe('a failure to start is one line that says what to do', () => {
  test.each([
    [refused(401, 0), /^Discord refuses DISCORD_TOKEN: copy .* and start again$/],
    [refused(403, 50001), /^Discord refuses the bot's access: invite it again/],
    [new HTTPError(500, 'x', 'GET', url, body), /^Discord answers with an error \(500\)/],
    [Object.assign(new Error('x'), { code: 'ENOTFOUND' }), /^Discord cannot be reached at discord.com \(ENOTFOUND\)/],
    [
      new TypeError('fetch failed', { cause: Object.assign(new Error('x'), { code: 'ECONNREFUSED' }) }),
      /\(ECONNREFUSED\)/,
    ],
  ])('%s', (error, line) => {
    const failure = explainFailure(error, 'https://discord.com/api')
    expect(failure.name).toBe('PlatformError')
    expect(failure.message).toMatch(line)
    expect(failure.message).not.toContain('\n')
    expect(JSON.stringify([failure.message, String(failure.cause)])).not.toMatch(
      /token-of-somebody|what somebody asked/,
    )
  })
})

test.each([
  [4004, /DISCORD_TOKEN/],
  [4014, /refuses what the bot wants to hear/],
  [4011, /code 4011/],
])('a connection that closed for good with %i says why', (code, line) => {
  expect(explainClose(code)).toMatch(line)
})

test.each([10062, 10015, 40060, 50027, 10008, 50007])('code %i means that there is nobody to answer', (code) => {
  expect(judgeFailure(refused(404, code))).toMatchObject({ level: 'info' })
})

test('an interaction that has lapsed does not say that the token is wrong', () => {
  expect(isRefusedToken(refused(401, 50027))).toBe(false)
  expect(isRefusedToken(refused(401, 0))).toBe(true)
})

test('what may not be written there is a warning with advice, and all else an error', () => {
  expect(judgeFailure(refused(403, 50013))).toMatchObject({
    level: 'warn',
    advice: expect.stringContaining('Send Messages'),
  })
  expect(judgeFailure(refused(400, 50035)).level).toBe('error')
  expect(judgeFailure(new Error('x')).level).toBe('error')
})

test('what is logged of an error holds no token and no question', () => {
  const told = JSON.stringify([refused(404, 10062), new HTTPError(500, 'x', 'GET', url, body)].map(factsOf))
  expect(told).not.toMatch(/token-of-somebody|what somebody asked/)
})
