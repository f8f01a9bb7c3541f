import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readButton, writeButton } from '../../../src/core/desk/button.ts'

const handles = fc.stringMatching(/^[a-z0-9]{1,40}$/)
const actions = fc.oneof(
  fc.constantFrom('answer', 'sources', 'timeline', 'conflicts', 'report', 'share'),
  fc.record({ nearby: fc.nat(9) }),
)

test('what was written is read again, and fits 100 characters', () => {
  fc.assert(
    fc.property(handles, actions, fc.nat(999), (handle, action, page) => {
      const text = writeButton({ handle, action, page } as Parameters<typeof writeButton>[0])
      expect(text.length).toBeLessThanOrEqual(100)
      expect(readButton(text)).toEqual({ handle, action, page })
    }),
  )
})

test('anything else is no button of ours', () => {
  for (const text of [
    '',
    'sitrep',
    'sitrep:a:sources',
    'sitrep:a:sources:1:2',
    'sitrep:A:sources:0',
    'other:a:sources:0',
  ])
    expect(readButton(text)).toBeUndefined()
  for (const text of ['sitrep:a:burn:0', 'sitrep:a:nearby-x:0', 'sitrep:a:sources:-1', 'sitrep:a:sources:1e3'])
    expect(readButton(text)).toBeUndefined()
  fc.assert(fc.property(fc.string(), (text) => readButton(`${text}!`) === undefined))
})
