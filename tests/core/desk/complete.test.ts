import fc from 'fast-check'
import { expect, test } from 'vitest'
import { complete } from '../../../src/core/desk/complete.ts'
import { engineOf } from '../../fakes/asking.ts'
import { tramStrike } from '../../fakes/tramStrike.ts'

const engine = engineOf(tramStrike())
const labels = (typed: string) => complete([engine], typed).map((one) => one.label)

test('a name is found by its opening, by a later word, and in another script', () => {
  expect(labels('ilk')[0]).toBe('Ilka Voss')
  expect(labels('voss')[0]).toBe('Ilka Voss')
  expect(labels('Восс')[0]).toBe('Ilka Voss')
})

test('a misspelt name is found', () => {
  expect(labels('ander')[0]).toBe('Jonas Anders')
  expect(labels('andres')).toContain('Jonas Anders')
})

test('another name of somebody is shown beside the first, which is what is sent', () => {
  expect(complete([engine], 'twu')[0]).toEqual({ label: "Tram Workers' Union (TWU)", value: "Tram Workers' Union" })
})

test('topics and rehearsed questions follow the names', () => {
  expect(labels('drivers inj')).toContain('drivers injured')
  expect(labels('when did the st')).toContain('when did the strike start')
})

test('without text the names of most facts come first', () => {
  expect(labels('').length).toBe(25)
  expect(labels('').slice(0, 3)).toContain('tram drivers')
})

test('whatever is typed, there are at most 25 choices of at most 100 characters, and none twice', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (typed) => {
      const found = complete([engine], typed)
      expect(found.length).toBeLessThanOrEqual(25)
      expect(found.every((one) => one.label.length <= 100 && one.value.length <= 100 && one.value !== '')).toBe(true)
      expect(new Set(found.map((one) => one.value)).size).toBe(found.length)
    }),
  )
})
