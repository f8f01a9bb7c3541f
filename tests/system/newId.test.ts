import { expect, test } from 'vitest'
import { newId } from '../../src/system/newId.ts'

test('ids are 21 letters and digits, and do not repeat', () => {
  const ids = Array.from({ length: 2000 }, newId)
  expect(ids.filter((id) => !/^[a-z0-9]{21}$/.test(id))).toEqual([])
  expect(new Set(ids).size).toBe(ids.length)
})
