import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildFactIndex, type WeightedTerms } from '../../../src/core/answering/factIndex.ts'

/** The terms of a fact, and how much each weighs there. */
type FactTerms = ReadonlyMap<string, number>

const indexOf = (facts: readonly FactTerms[]) =>
  buildFactIndex(facts.length, (i, add) => {
    for (const [term, weight] of facts[i] ?? []) add([term], weight)
  })
const fact = (...terms: string[]): FactTerms => new Map(terms.map((term) => [term, 1]))
const unit = (...terms: string[]): WeightedTerms => ({ terms: terms.map((term) => ({ term, weight: 1 })) })

describe('how telling a term is', () => {
  const index = indexOf([fact('tram', 'strike'), fact('tram', 'fire'), fact('tram')])

  test('a rare term is more telling than one that stands everywhere', () => {
    const [rare = 0, common = 1] = [index.tellingOf('fire'), index.tellingOf('tram')]
    expect(rare).toBeGreaterThan(common)
    expect(common).toBeGreaterThan(0)
    expect(rare).toBeLessThanOrEqual(1)
  })
  test('a term that no fact has tells nothing', () => {
    expect(index.tellingOf('zebra')).toBeUndefined()
  })
})

describe('a search', () => {
  test('finds the facts that speak of more of it first, and none that speak of nothing', () => {
    const index = indexOf([fact('fire', 'tram'), fact('bus'), fact('fire', 'depot'), fact('depot', 'tram')])
    expect(index.search([unit('fire'), unit('depot')], 10)).toEqual([2, 0, 3])
  })
  test('counts a unit once, by the best of its terms', () => {
    const index = indexOf([fact('fire', 'blaze', 'x'), fact('fire', 'tram', 'y')])
    expect(index.search([unit('fire', 'blaze'), unit('tram')], 10)).toEqual([1, 0])
  })
  test('goes by the weight of a term in the question and in the fact', () => {
    const aside = indexOf([new Map([['fire', 0.5]]), new Map([['fire', 1]])])
    expect(aside.search([unit('fire')], 10)).toEqual([1, 0])
    const index = indexOf([fact('fire'), fact('tram')])
    const weighed = [{ terms: [{ term: 'fire', weight: 0.2 }] }, { terms: [{ term: 'tram', weight: 0.9 }] }]
    expect(index.search(weighed, 10)).toEqual([1, 0])
  })
  test('takes a term that a fact has twice by its larger weight', () => {
    const index = buildFactIndex(3, (i, add) => {
      for (const weight of [[0.4, 1], [0.6], [1, 0.4]][i] ?? []) add(['fire'], weight)
    })
    expect(index.search([unit('fire')], 10)).toEqual([0, 2, 1])
  })
  test('puts facts that match alike in the order of the briefing', () => {
    const index = indexOf(Array.from({ length: 300 }, () => fact('fire')))
    expect(index.search([unit('fire')], 5)).toEqual([0, 1, 2, 3, 4])
  })
  test('finds nothing for nothing, nor in nothing', () => {
    expect(indexOf([fact('fire')]).search([], 10)).toEqual([])
    expect(indexOf([fact('fire')]).search([unit('zebra')], 10)).toEqual([])
    expect(indexOf([]).search([unit('fire')], 10)).toEqual([])
  })
  test('leaves no trace of one search in the next', () => {
    const index = indexOf([fact('fire', 'tram'), fact('tram'), fact('fire')])
    const alone = index.search([unit('tram')], 10)
    index.search([unit('fire'), unit('tram')], 10)
    expect(index.search([unit('tram')], 10)).toEqual(alone)
  })
})

const term = fc.constantFrom(...'abcdefgh')
const weight = fc.constantFrom(0.4, 0.6, 0.8, 1)
const factTerms = fc.array(fc.tuple(term, weight), { maxLength: 6 }).map((pairs) => new Map(pairs))
const question = fc.array(fc.array(fc.record({ term, weight }), { minLength: 1, maxLength: 3 }), {
  minLength: 1,
  maxLength: 4,
})

/** The score of each fact, worked out fact by fact from the definition. */
function naiveScores(facts: readonly FactTerms[], units: readonly WeightedTerms[]): number[] {
  const size = facts.length
  const average = facts.reduce((sum, terms) => sum + terms.size, 0) / Math.max(1, size)
  const index = indexOf(facts)
  return facts.map((terms) => {
    const shorter = 1 / (1 + 0.35 * (terms.size / Math.max(1, average) - 1))
    const gains = units.map((one) =>
      one.terms.map((asked) => asked.weight * (index.tellingOf(asked.term) ?? 0) * (terms.get(asked.term) ?? 0)),
    )
    return gains.reduce((sum, gain) => sum + Math.max(0, ...gain) * shorter, 0)
  })
}

function expectSameAsNaive(facts: readonly FactTerms[], units: readonly WeightedTerms[], limit: number): void {
  const scores = naiveScores(facts, units)
  const best = scores.filter((score) => score > 0).sort((a, b) => b - a)
  const found = indexOf(facts).search(units, limit)
  expect(new Set(found).size).toBe(found.length)
  expect(found).toHaveLength(Math.min(limit, best.length))
  // The index counts in single precision, so that scores which are equal there may differ in the last digits here.
  found.forEach((position, rank) => {
    expect(scores[position]).toBeCloseTo(best[rank] ?? Number.NaN, 5)
  })
}

describe('any search', () => {
  const units = question.map((terms) => terms.map((one) => ({ terms: one })))

  test('finds what a naive scoring of every fact finds', () => {
    const small = fc.array(factTerms, { maxLength: 12 })
    fc.assert(fc.property(small, units, fc.integer({ min: 1, max: 8 }), expectSameAsNaive))
  })
  test('of a base far larger than the limit does so too', () => {
    const large = fc.array(factTerms, { minLength: 150, maxLength: 400, size: 'max' })
    fc.assert(fc.property(large, units, fc.integer({ min: 1, max: 5 }), expectSameAsNaive), { numRuns: 40 })
  })
  test('puts facts of the same terms in the order of the briefing', () => {
    fc.assert(
      fc.property(fc.array(factTerms, { minLength: 1, maxLength: 5 }), units, (kinds, asked) => {
        const facts = [...kinds, ...kinds, ...kinds]
        const found = indexOf(facts).search(asked, facts.length)
        for (const [rank, position] of found.entries())
          for (const later of found.slice(rank + 1))
            if (position % kinds.length === later % kinds.length) expect(position).toBeLessThan(later)
      }),
    )
  })
})
