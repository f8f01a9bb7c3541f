import { expect, test } from 'vitest'
import { newHandles } from '../../src/system/newHandles.ts'

test('a later handle sorts behind an earlier one, and two of one moment differ', () => {
  const times = ['2031-03-04', '2031-03-04', '2031-03-05', '2400-01-01'].map((day) => new Date(day))
  const newHandle = newHandles({ now: () => times.shift() ?? new Date(0) })
  const [a = '', b = '', c = '', d = ''] = Array.from({ length: 4 }, newHandle)
  expect([a, b, c, d].filter((one) => !/^[a-z0-9]{30}$/.test(one))).toEqual([])
  expect([d, c, b].sort()).toEqual([b, c, d])
  expect(a).not.toBe(b)
})
