import { describe, expect, test } from 'vitest'
import { parseCommandLine } from '../../../src/platforms/terminal/commandLine.ts'

const parse = (line: string) => parseCommandLine(line.split(' ').filter((word) => word !== ''))
const anyScope = { briefing: undefined, briefings: undefined, asOf: undefined }
const plain = { ...anyScope, isJson: false, isExplained: false }

describe('questions', () => {
  test('the words of a question are put together', () => {
    expect(parse('ask when did it start')).toEqual({ name: 'ask', verb: null, text: 'when did it start', ...plain })
  })

  test('a verb is a command of its own', () => {
    expect(parse('howmany dead')).toEqual({ name: 'ask', verb: 'howmany', text: 'dead', ...plain })
  })

  test('options stand anywhere', () => {
    const expected = {
      name: 'ask',
      verb: null,
      text: 'why so',
      isJson: true,
      isExplained: true,
      briefing: 'b',
      briefings: 'd',
      asOf: '2031',
    }
    expect(parse('ask --json why --as-of 2031 so --explain --briefing=b --briefings d')).toEqual(expected)
    expect(parse('--json --explain --as-of=2031 --briefing b --briefings d ask why so')).toEqual(expected)
  })

  test('a word with a hyphen in front goes behind two hyphens', () => {
    expect(parse('ask -- was it -20')).toMatchObject({ text: 'was it -20' })
    expect(parse('ask was it -20')).toMatchObject({
      name: 'wrong usage',
      message: expect.stringContaining('goes behind "--"'),
    })
  })

  test('an empty question is a question', () => {
    expect(parseCommandLine(['ask', ''])).toMatchObject({ name: 'ask', text: '' })
  })
})

test('every other command takes its own words and options', () => {
  expect(parse('ask --jsonl --briefing b')).toEqual({ name: 'ask lines', ...anyScope, briefing: 'b' })
  expect(parse('chat --as-of 2031')).toEqual({ name: 'chat', ...anyScope, asOf: '2031' })
  expect(parse('check')).toEqual({ name: 'check', folder: undefined, sources: undefined })
  expect(parse('check d --sources s')).toEqual({ name: 'check', folder: 'd', sources: 's' })
  expect(parse('new fire-2030 --briefings d')).toEqual({ name: 'new', slug: 'fire-2030', briefings: 'd' })
  expect(parse('render --platform slack who weir')).toEqual({
    name: 'render',
    platform: 'slack',
    text: 'who weir',
    ...anyScope,
  })
  expect(parse('serve')).toEqual({ name: 'serve' })
  expect(parse('schema')).toEqual({ name: 'schema', file: undefined })
  expect(parse('schema facts')).toEqual({ name: 'schema', file: 'facts' })
})

test('help and version win over all else', () => {
  for (const line of ['help', '--help', '-h', 'ask --help', 'ask why -h --json'])
    expect(parse(line)).toEqual({ name: 'help' })
  for (const line of ['--version', '-v', 'check --version']) expect(parse(line)).toEqual({ name: 'version' })
})

test('a command with words too few or too many is wrong', () => {
  for (const line of [
    '',
    'ask',
    'who',
    'new',
    'new a b',
    'check a b',
    'schema a',
    'schema facts open',
    'chat hello',
    'render who',
    'render --platform fax who',
    'render --platform slack',
    'serve me',
  ])
    expect(parse(line)).toMatchObject({ name: 'wrong usage' })
})
