import { expect, test } from 'vitest'
import { noticeCard } from '../../../src/core/cards/card.ts'
import { perCard } from '../../../src/core/cards/perCard.ts'

test('what is made of a card is made once for each key, and of an equal card anew', () => {
  const made: number[] = []
  const make = perCard((_card, key: number) => {
    made.push(key)
    return { key }
  })
  const card = noticeCard('The tram is late.')
  const first = make(card, 1)
  expect(make(card, 1)).toBe(first)
  expect(make(card, 2)).toEqual({ key: 2 })
  expect(make({ ...card }, 1)).not.toBe(first)
  expect(made).toEqual([1, 2, 1])
})
