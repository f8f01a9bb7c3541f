import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readInteraction } from '../../../src/platforms/discord/readInteraction.ts'

const base = {
  id: '1',
  application_id: '2',
  token: 't',
  version: 1,
  channel: { id: '3', type: 0 },
  channel_id: '3',
  guild_id: '4',
  context: 0,
  member: { user: { id: '5', username: 'reader' }, permissions: '0', roles: [] },
}
const read = (more: object) => readInteraction({ ...base, ...more } as never)
const press = (custom_id: unknown, message: object = {}, more: object = {}) =>
  read({
    type: 3,
    data: { custom_id, component_type: 2 },
    message: { id: '6', flags: 0, components: [], ...message },
    ...more,
  })

test('a command is of its reader in this channel', () => {
  const data = { id: '7', name: 'who', type: 1, options: [{ name: 'text', type: 3, value: 'Voss' }] }
  expect(read({ type: 2, data })).toEqual({
    kind: 'request',
    visit: { platform: 'discord', tenant: '4', channel: '3', user: '5', thread: 'discord:3:5', mayManage: false },
    request: { kind: 'ask', text: 'Voss', verb: 'who', briefing: undefined, asOf: undefined },
    place: 'public',
    view: 'answer',
    page: 0,
    isDirect: false,
  })
})

test('with others in a direct message nobody manages, and the server is none', () => {
  const user = { id: '5', username: 'reader' }
  const data = { id: '7', name: 'ask', type: 1, options: [] }
  expect(read({ type: 2, data, context: 2, guild_id: undefined, member: undefined, user })).toMatchObject({
    visit: { tenant: 'direct', user: '5', mayManage: false, thread: 'discord:3:5' },
  })
})

test('a button opens its card for who pressed it, wherever it stands', () => {
  expect(press('sitrep:h1:sources:0')).toMatchObject({ place: 'private', view: 'sources', page: 0 })
  expect(press('sitrep:h1:sources:0', { flags: 64 })).toMatchObject({ place: 'private', view: 'sources' })
})

test('a button that turns pages does so in place, where no one else looks on', () => {
  const components = [{ type: 1, components: [{ type: 2, style: 2, label: 'Next', custom_id: 'sitrep:h1:answer:1' }] }]
  expect(press('sitrep:h1:answer:1', { components })).toMatchObject({ place: 'private', page: 1 })
  expect(press('sitrep:h1:answer:1', { components, flags: 64 })).toMatchObject({ place: 'update', page: 1 })
  expect(press('sitrep:h1:answer:1', { components }, { context: 1 })).toMatchObject({ place: 'update', isDirect: true })
})

test('a near question is answered for those who see the answer that it stands under', () => {
  expect(press('sitrep:h1:nearby-1:0')).toMatchObject({ place: 'public', request: { action: { nearby: 1 } } })
  expect(press('sitrep:h1:nearby-1:0', { flags: 64 })).toMatchObject({ place: 'private' })
})

test('what is shared is for all', () => {
  expect(press('sitrep:h1:share:0', { flags: 64 })).toMatchObject({ place: 'public', request: { action: 'share' } })
})

test('whatever a button or form is called, it is read or unknown', () => {
  const anyId = fc.oneof(fc.string(), fc.stringMatching(/^sitrep:[a-z0-9:-]{0,40}$/))
  fc.assert(
    fc.property(anyId, (custom_id) => {
      expect(['unknown', 'request', 'report']).toContain(press(custom_id).kind)
      expect(['unknown', 'request']).toContain(read({ type: 5, data: { custom_id, components: [] } }).kind)
    }),
  )
})

test('while nothing is typed there is nothing to complete', () => {
  expect(read({ type: 4, data: { id: '7', name: 'who', type: 1 } })).toMatchObject({ kind: 'complete', option: '' })
})

test('a kind of interaction that is not known is unknown', () => {
  expect(read({ type: 99 })).toEqual({ kind: 'unknown' })
})

test('a report is read from a field under its label, and from one in a row', () => {
  const field = { type: 4, custom_id: 'report', value: 'No longer minister' }
  for (const components of [[{ type: 18, component: field }], [{ type: 1, components: [field] }]])
    expect(read({ type: 5, data: { custom_id: 'sitrep:h1:report:0', components } })).toMatchObject({
      request: { kind: 'report', handle: 'h1', text: 'No longer minister' },
    })
})
