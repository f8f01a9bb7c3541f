import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { commands } from '../../../src/platforms/discord/commands.ts'
import { readCommand, readOptions } from '../../../src/platforms/discord/readCommand.ts'
import { areRegistered } from '../../../src/platforms/discord/registerCommands.ts'
import { checkCommands } from '../../fakes/discord/checkCommands.ts'

const names = commands.map(({ name }) => name)
/** As Discord tells a command back. */
const told = () =>
  structuredClone(commands).map((command, i) => ({
    ...command,
    id: String(i),
    version: '7',
    nsfw: false,
    name_localizations: null,
    description: command.description ?? '',
    default_member_permissions:
      command.default_member_permissions === undefined ? null : String(command.default_member_permissions),
    options: (command.options ?? []).map((option) => ({ required: false, ...option })),
  }))

test("the commands fit Discord's rules", () => {
  expect(checkCommands(commands)).toEqual([])
})

test('every verb, the briefing, digests and the check of a message are offered', () => {
  expect(names).toEqual([
    ...['who', 'what', 'when', 'where', 'why', 'howmany', 'timeline', 'ask', 'brief', 'digest'],
    'Check against the briefing',
  ])
})

test('digests are for those who may manage the server, and for servers alone', () => {
  expect(commands.find(({ name }) => name === 'digest')).toMatchObject({
    default_member_permissions: 32,
    contexts: [0],
    integration_types: [0],
  })
})

describe('what is registered', () => {
  test('is the same in any order and with whatever Discord adds', () => {
    expect(areRegistered(commands, told().toReversed())).toBe(true)
  })

  test.each([
    ['a command that lacks', (all: ReturnType<typeof told>) => all.slice(1)],
    ['a command too many', (all: ReturnType<typeof told>) => [...all, { ...all[0], name: 'old' }]],
    [
      'another description',
      (all: ReturnType<typeof told>) => all.map((one, i) => (i === 2 ? { ...one, description: 'x' } : one)),
    ],
    [
      'other rights',
      (all: ReturnType<typeof told>) => all.map((one) => ({ ...one, default_member_permissions: null })),
    ],
    [
      'an option that lacks',
      (all: ReturnType<typeof told>) => all.map((one) => ({ ...one, options: one.options.slice(1) })),
    ],
    ['other places', (all: ReturnType<typeof told>) => all.map((one) => ({ ...one, contexts: [0] }))],
  ])('differs by %s', (_, change) => {
    expect(areRegistered(commands, change(told()))).toBe(false)
  })

  test('is nothing where the answer is no list', () => {
    expect(areRegistered(commands, { message: 'no' })).toBe(false)
  })
})

describe('a command that was sent is read', () => {
  const text = (name: string, value: string) => ({ name, type: 3, value }) as const
  const within = (name: string, options: object[]) => [{ name, type: 1, options }] as never

  test('with its date and briefing', () => {
    const options = readOptions([text('text', ' Voss '), text('as-of', '2031-04-07'), text('briefing', 'tram-strike')])
    expect(readCommand('who', options)).toEqual({
      kind: 'ask',
      text: 'Voss',
      verb: 'who',
      asOf: '2031-04-07',
      briefing: 'tram-strike',
    })
  })

  test.each([
    [
      'subscribe',
      [text('schedule', 'daily 09:00'), text('zone', 'UTC'), { name: 'quiet', type: 5, value: true }],
      { kind: 'subscribe', briefing: undefined, schedule: 'daily 09:00', zone: 'UTC', mode: 'changes', isQuiet: true },
    ],
    [
      'subscribe',
      [text('schedule', 'hourly')],
      { kind: 'subscribe', briefing: undefined, schedule: 'hourly', zone: undefined, mode: 'changes', isQuiet: false },
    ],
    [
      'preview',
      [text('since', '2031-04-07'), text('mode', 'replay')],
      { kind: 'preview', briefing: undefined, since: '2031-04-07', until: undefined, mode: 'replay' },
    ],
    ['list', [], { kind: 'list' }],
    ['pause', [text('subscription', 's1')], { kind: 'pause', subscription: 's1' }],
    ['resume', [text('subscription', 's1')], { kind: 'resume', subscription: 's1' }],
    ['remove', [text('subscription', 's1')], { kind: 'remove', subscription: 's1' }],
  ])('/digest %s', (name, options, order) => {
    expect(readCommand('digest', readOptions(within(name, options)))).toEqual({ kind: 'digest', order })
  })

  test('every command and subcommand that is offered is known', () => {
    for (const { name, type, options = [] } of commands) {
      const parts = options.filter((option) => option.type === 1)
      for (const part of parts) expect(readCommand(name, readOptions(within(part.name, [])))).toBeDefined()
      if (type === 1 && parts.length === 0) expect(readCommand(name, readOptions([]))).toBeDefined()
    }
  })

  test('whatever else is sent is none of ours, and nothing breaks', () => {
    const anyOption = fc.record({ name: fc.string(), type: fc.integer(), value: fc.jsonValue() })
    fc.assert(
      fc.property(fc.string(), fc.array(anyOption), (name, options) => {
        fc.pre(!names.includes(name))
        expect(readCommand(name, readOptions(options as never))).toBeUndefined()
      }),
    )
  })
})
