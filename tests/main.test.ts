import { describe, expect, test } from 'vitest'
import { parseLines, runSitrep } from './runSitrep.ts'

const grounding = '4 March'

describe('one question', () => {
  test('an answer carries its source with date and paragraph, and the day as of which it holds', async () => {
    const { code, out, errors } = await runSitrep(['ask', 'when', 'did', 'the', 'Merrow', 'run', 'aground'])
    expect({ code, errors }).toEqual({ code: 0, errors: '' })
    expect(out).toMatch(grounding)
    expect(out).toContain('[1] Skell Herald, 5 March 2031, paragraph 1: Ferry aground\n    https://example.org/ferry\n')
    expect(out).toContain('As of 9 March 2031 · The ferry Merrow, March 2031.\n')
  })

  test('of several briefings the one that can answer does, and is named', async () => {
    const { out } = await runSitrep(['when', 'was the lynx released'])
    expect(out).toMatch('1 June')
    expect(out).toContain('As of 2 June 2032 · The lynx of Vall, 2032.')
  })

  test('one briefing alone is asked where it is named, and not named again', async () => {
    const { code, out } = await runSitrep(['ask', '--briefing', 'ferry-2031', 'when was the lynx released'])
    expect(code).toBe(0)
    expect(out).not.toContain('1 June')
    expect(out).toContain('As of 9 March 2031 · ')
  })

  test('a verb typed with a slash counts', async () => {
    const { out } = await runSitrep(['ask', '/timeline Merrow'])
    expect(out).toMatch(/4 March.*\n.*8 March/)
  })

  test('--json prints the machine contract with citations', async () => {
    const { out } = await runSitrep(['howmany', '--json', 'passengers were injured'])
    expect(JSON.parse(out)).toMatchObject({
      id: null,
      status: 'answered',
      facts: ['injured'],
      sources: ['herald', 'pilot'],
      disputed: true,
      corrected: false,
      ms: expect.any(Number),
      briefing: 'ferry-2031',
      asOf: '9 March 2031',
      citations: [
        { source: 'herald', publisher: 'Skell Herald', paragraphs: [2] },
        { source: 'pilot', publisher: 'Sea Pilot', paragraphs: [1] },
      ],
    })
  })

  test('--explain shows the steps', async () => {
    const { out } = await runSitrep(['ask', '--explain', 'when did the Merrow run aground'])
    expect(out).toMatch(/How this was found:\n {2}words: when did the merrow run aground\n/)
  })

  test('as of a day, later sources are not known', async () => {
    const { code, out } = await runSitrep(['ask', '--as-of', '2031-03-06', 'when was the Merrow refloated'])
    expect(code).toBe(0)
    expect(out).not.toContain('8 March')
    expect(out).toContain('As of 6 March 2031')
  })

  test('as of a day before the first source nothing is known, which is an honest abstention', async () => {
    const { code, out } = await runSitrep(['ask', '--json', '--as-of', '2030', 'when did the Merrow run aground'])
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ status: 'abstained', facts: [], sources: [] })
  })

  test('an empty question is declined', async () => {
    const { code, out } = await runSitrep(['ask', '--json', ''])
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ status: 'abstained', facts: [] })
  })

  test('a question of 100,000 characters is answered or declined, not choked on', async () => {
    const { code, out } = await runSitrep(['ask', '--json', 'when '.repeat(20_000)])
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ status: 'abstained' })
  })

  test('control characters in a question do not reach the screen', async () => {
    const { code, out } = await runSitrep(['ask', '\u001b[2Jwhen did the \u0007Merrow run aground\u0008'])
    expect(code).toBe(0)
    expect(out).not.toMatch(/(?!\n)\p{Cc}/u)
  })
})

describe('wrong input ends with 1 and a message', () => {
  test.each([
    [['ask', '--briefing', 'nope', 'x'], 'there is no briefing "nope" in '],
    [['ask', '--briefing', '../briefings/ferry-2031', 'x'], 'there is: ferry-2031, lynx-2032'],
    [
      ['ask', '--as-of', '2031-02-30', 'x'],
      '--as-of "2031-02-30" is no date; write a day (2022-01-11) or a month (2022-01)',
    ],
    [['ask', '--as-of', 'x'.repeat(1000), 'x'], 'is no date'],
    [['ask', '--briefings', '/nowhere', 'x'], '/nowhere: no briefings can be read there'],
    [['check', '/nowhere'], '/nowhere: no briefings can be read there'],
    [['new', '../up'], 'a slug is at most 100 lower-case letters, digits and hyphens'],
    [['new', 'ferry-2031'], 'is there already; choose another slug'],
  ])('%j', async (args, message) => {
    const { code, out, errors } = await runSitrep(args)
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(errors).toContain(message)
    expect(errors).not.toMatch(/^ {4}at /m)
  })

  test('a setting that is wrong is named', async () => {
    const { code, errors } = await runSitrep(['ask', 'x'], { environment: { LOG_LEVEL: 'loud' } })
    expect(code).toBe(1)
    expect(errors).toContain('LOG_LEVEL must be one of trace, debug, info, warn, error, fatal, silent')
  })
})

describe('wrong usage ends with 2, a message and the usage', () => {
  test.each([
    [[], 'a command is missing'],
    [['sing'], 'there is no command "sing"'],
    [['\u001b[31msing'], 'there is no command "[31msing"'],
    [['ask', '--loud', 'x'], "Unknown option '--loud'"],
    [['ask', '--as-of'], "Option '--as-of <value>' argument missing"],
    [['ask'], '`sitrep ask` needs a question'],
    [['when'], '`sitrep when` needs a question'],
    [['ask', '--jsonl', 'x'], '`sitrep ask --jsonl` reads its questions from standard input'],
    [['ask', '--jsonl', '--json'], '`sitrep ask` does not take --json with --jsonl'],
    [['who', '--jsonl', 'x'], '`sitrep who` does not take --jsonl'],
    [['check', '--json'], '`sitrep check` does not take --json'],
    [['schema', 'nope'], '`sitrep schema` takes one of briefing, sources, entities, facts, open, questions'],
  ])('%j', async (args, message) => {
    const { code, out, errors } = await runSitrep(args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(errors).toContain(`sitrep: ${message}`)
    expect(errors).toContain('sitrep ask TEXT…')
  })
})

test('--help and --version print to standard output', async () => {
  const [help, version] = await Promise.all([runSitrep(['--help']), runSitrep(['--version'])])
  expect(help).toMatchObject({ code: 0, errors: '' })
  expect(help.out).toContain('sitrep ask TEXT…')
  expect(version).toMatchObject({ code: 0, out: '0.1.0\n', errors: '' })
})

describe('questions as lines of JSON', () => {
  const line = (value: object) => `${JSON.stringify(value)}\n`

  test('answers come in order, one a line, and blank lines are skipped', async () => {
    const { code, out } = await runSitrep(['ask', '--jsonl'], {
      input: [
        line({ id: 'a', q: 'when did the Merrow run aground', cmd: null, context: [], asof: null }),
        '\n  \r\n',
        line({ id: 2, q: 'Merrow', cmd: 'timeline' }),
        JSON.stringify({ id: 3, q: 'and why?', context: ['/who Tarn'], asof: '2031-03-06' }),
      ],
    })
    expect(code).toBe(0)
    expect(parseLines(out)).toMatchObject([
      { id: 'a', status: 'answered', facts: ['ran-aground'], sources: ['herald'], disputed: false, corrected: false },
      { id: 2, status: 'answered' },
      { id: 3, status: 'answered', facts: ['tarn-turned'] },
    ])
    expect(Object.keys(parseLines(out)[0] ?? {})).toEqual([
      'id',
      'status',
      'text',
      'facts',
      'sources',
      'disputed',
      'corrected',
      'ms',
    ])
  })

  test('a malformed line gets an error in its place, and the rest is answered', async () => {
    const good = { id: 'good', q: 'when was the lynx released' }
    const { code, out } = await runSitrep(['ask', '--jsonl'], {
      input: [
        '{"id": 1, "q": \n',
        '[]\nnull\n"when"\n',
        line({ q: 'no id' }),
        line({ id: 5, q: 5 }),
        line({ id: 6, q: 'x', cmd: 'whose' }),
        line({ id: 7, q: 'x', context: 'when' }),
        line({ id: 8, q: 'x', asof: '2031-02-30' }),
        line({ id: 9, q: 'x', asof: '2031-02' }),
        Buffer.from('{"id": 10, "q": "caf\xe9"}\n', 'latin1'),
        '['.repeat(999_999),
        '\n',
        line(good),
      ],
    })
    expect(code).toBe(0)
    const lines = parseLines(out)
    expect(lines.map(({ id }) => id)).toEqual([null, null, null, null, null, 5, 6, 7, 8, 9, null, null, 'good'])
    for (const { error } of lines.slice(0, -1)) expect(error).toMatch(/^line \d+ /)
    expect(lines.at(-1)).toMatchObject({ status: 'answered', facts: ['released'] })
  })

  test('a line of 50 MB is refused, and the next is answered', async () => {
    const { code, lines } = await askBehindLongLine(50)
    expect(code).toBe(0)
    expect(lines).toMatchObject([
      { id: null, error: 'line 1 is longer than 1000000 characters' },
      { id: 2, status: 'answered' },
    ])
  })

  test('a line of 600 MB is not kept in memory', async () => {
    const { lines, memoryMb } = await askBehindLongLine(600)
    expect(lines).toMatchObject([{ id: null }, { id: 2, status: 'answered' }])
    expect(memoryMb).toBeLessThan(400)
  })

  async function askBehindLongLine(megabytes: number) {
    function* input() {
      const megabyte = Buffer.alloc(1_000_000, 'x')
      yield '{"id":1,"q":"'
      for (let i = 0; i < megabytes; i++) yield megabyte
      yield `"}\n${line({ id: 2, q: 'when was the lynx released' })}`
    }
    const tellMemory = 'process.on("exit", () => process.stderr.write(String(process.resourceUsage().maxRSS)))'
    const nodeOptions = ['--import', `data:text/javascript,${tellMemory}`]
    const { code, out, errors } = await runSitrep(['ask', '--jsonl'], { input: input(), nodeOptions })
    return { code, lines: parseLines(out), memoryMb: Number(errors) / 1000 }
  }

  test('no question at all is no error', async () => {
    expect(await runSitrep(['ask', '--jsonl'])).toMatchObject({ code: 0, out: '', errors: '' })
  })
})

describe('chat', () => {
  test('follow-ups are understood, empty lines are ignored, and /quit ends it', async () => {
    const input = ['/who Tarn\n\n', 'why did she turn the ferry?\n', '/quit\nwhen was the lynx released\n']
    const { code, out, errors } = await runSitrep(['chat'], { input })
    expect({ code, errors }).toEqual({ code: 0, errors: '' })
    expect(out.match(/the engine had\s+failed/g)).toHaveLength(2)
    expect(out).not.toContain('1 June')
  })

  test('the end of the input ends it', async () => {
    const { code, out } = await runSitrep(['chat'], { input: ['when did the Merrow run aground'] })
    expect(code).toBe(0)
    expect(out).toMatch(grounding)
  })
})
