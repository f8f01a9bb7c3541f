// How much of one text another speaks of, word by word: of a question by a fact or a phrasing, and the other way.

import type { FactView, Phrasing, WeighedUnits } from './factView.ts'
import type { Inquiry } from './inquiry.ts'
import type { Lexicon } from './lexicon.ts'
import type { Unit, WeightedUnit } from './units.ts'
import { coverByWords, shareOfStems, type WordSet } from './wordSet.ts'

/** Share of a text's units, by weight, that the question speaks of. */
export function shareCovered({ units, weights, total }: WeighedUnits, { speaksOf }: Inquiry): number {
  if (total === 0) return 0
  let covered = 0
  for (let i = 0; i < units.length; i++) covered += (weights[i] as number) * speaksOf(units[i] as Unit)
  return covered / total
}

/** How far a fact speaks of a unit whose opposite it tells. */
export const OPPOSITE_COVER = 0.35

/** How far a fact speaks of a unit: fully by the same word or entity, less by a synonym, an aside, kin or an opposite. */
export function coverByFact(unit: Unit, fact: FactView, lexicon: Lexicon): number {
  if (unit.entities.length > 0) {
    if (unit.entities.some((id) => fact.framed.has(id))) return 1
    if (unit.entities.some((id) => fact.core.entities.has(id))) return 0.92
    if (unit.entities.some((id) => fact.aside.entities.has(id))) return 0.7
    if (unit.entities.some((id) => fact.kin.has(id))) return 0.55
    return 0.6 * shareOfStems(unit, fact.core)
  }
  const inCore = coverByWords(unit, fact.core)
  if (inCore >= 0.9) return inCore
  const isOpposite = unit.concepts.some((concept) =>
    lexicon.oppositesOf(concept).some((one) => fact.core.concepts.has(one)),
  )
  return Math.max(inCore, 0.75 * coverByWords(unit, fact.aside), isOpposite ? OPPOSITE_COVER : 0)
}

export const coverEach = (units: readonly WeightedUnit[], words: WordSet) =>
  units.map(({ unit, weight }) => (weight === 0 ? 0 : coverByWords(unit, words)))

/** The same for each phrasing of a fact; undefined for those that speak of none of the units. */
export function coverByAsks(units: readonly WeightedUnit[], { asks, asksWith }: FactView): (number[] | undefined)[] {
  const shares: (number[] | undefined)[] = asks.map(() => undefined)
  units.forEach(({ unit, weight }, at) => {
    if (weight === 0) return
    for (const term of unit.terms)
      for (const i of asksWith.get(term) ?? []) {
        shares[i] ??= units.map(() => 0)
        shares[i][at] = coverByWords(unit, (asks[i] as Phrasing).words)
      }
  })
  return shares
}

/** The share of the units that is covered, by weight; `shares` tells it for each. */
export function shareOf(units: readonly WeightedUnit[], shares: readonly number[]): number {
  let total = 0
  let covered = 0
  for (let i = 0; i < units.length; i++) {
    const { weight } = units[i] as WeightedUnit
    total += weight
    covered += weight * (shares[i] as number)
  }
  return total === 0 ? 0 : covered / total
}

export type Cover = { readonly share: number; readonly missing: readonly WeightedUnit[] }

/** The same of those units that `counts` picks, with the units that are not covered; `ofNothing` where there is nothing to cover. */
export function cover(
  units: readonly WeightedUnit[],
  shares: readonly number[],
  counts: (one: WeightedUnit) => boolean = () => true,
  ofNothing = 0,
): Cover {
  const picked = units.flatMap((one, i) => (one.weight > 0 && counts(one) ? [{ one, share: shares[i] ?? 0 }] : []))
  const missing = picked.filter(({ one, share }) => share < 0.5 && !one.isFromContext).map(({ one }) => one)
  if (picked.length === 0) return { share: ofNothing, missing }
  return {
    share: shareOf(
      picked.map(({ one }) => one),
      picked.map(({ share }) => share),
    ),
    missing,
  }
}
