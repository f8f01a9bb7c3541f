import { expect, test } from 'vitest'
import { gatherStatements, type Waiting } from '../../../src/storage/state/gatherStatements.ts'

/** A query whose statements run at once when it is their turn, and how many ran together each time. */
function openGathering() {
  const sizes: number[] = []
  const settle = async (all: readonly Waiting[]) => {
    sizes.push(all.length)
    for (const { text, values, resolve } of all) resolve([{ text, first: values[0] ?? null }])
  }
  const query = gatherStatements((work) => void work(), settle)
  return { query, sizes }
}

test('statements of one turn run together, and each gets its own rows', async () => {
  const { query, sizes } = openGathering()
  const rows = await Promise.all([query('a', 1), query('b', 2), query('c', 3)])
  expect(rows).toEqual([[{ text: 'a', first: 1 }], [{ text: 'b', first: 2 }], [{ text: 'c', first: 3 }]])
  expect(sizes).toEqual([3])
})

test('a statement that comes when others have run waits for none', async () => {
  const { query, sizes } = openGathering()
  await query('a')
  await query('b')
  expect(sizes).toEqual([1, 1])
})

test('statements that come while others wait for their turn join them', async () => {
  let start = () => {}
  const sizes: number[] = []
  const query = gatherStatements(
    (work) => {
      start = () => void work()
    },
    async (all) => {
      sizes.push(all.length)
      for (const { resolve } of all) resolve([])
    },
  )
  const first = query('a')
  await new Promise((resolve) => setTimeout(resolve))
  const second = query('b')
  start()
  await Promise.all([first, second])
  expect(sizes).toEqual([2])
})
