// How much of one text another speaks of, word by word: of a question by a fact or a phrasing, and the other way.

import type { FactView, WeighedUnits, WordSet } from './factView.ts'
import type { Inquiry, WeightedUnit } from './inquiry.ts'
import type { Lexicon } from './lexicon.ts'
import type { Unit } from './units.ts'

/** Share of a text's units, by weight, that the question speaks of. */
export function shareCovered({ units, weights, total }: WeighedUnits, { words }: Inquiry): number {
  if (total === 0) return 0
  let covered = 0
  for (let i = 0; i < units.length; i++) covered += (weights[i] as number) * coverByWords(units[i] as Unit, words)
  return covered / total
}

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
  return Math.max(inCore, 0.75 * coverByWords(unit, fact.aside), isOpposite ? 0.35 : 0)
}

/** How far a text speaks of a unit. This runs for every word of every phrasing, hence the plain loops. */
function coverByWords(unit: Unit, words: WordSet): number {
  if (unit.entities.length > 0) return hasAny(words.entities, unit.entities) ? 1 : 0.6 * shareOfStems(unit, words)
  const share = shareOfStems(unit, words)
  if (share === 1) return 1
  if (unit.concepts.length > 0 && hasAny(words.concepts, unit.concepts)) return 0.92
  return unit.kind === 'phrase' ? 0.7 * share : 0
}

function hasAny(set: ReadonlySet<string>, members: readonly string[]): boolean {
  for (const member of members) if (set.has(member)) return true
  return false
}

function shareOfStems({ stems }: Unit, words: WordSet): number {
  let hits = 0
  for (const stem of stems) if (words.stems.has(stem)) hits++
  return hits / stems.length
}

export const coverEach = (units: readonly WeightedUnit[], words: WordSet) =>
  units.map(({ unit, weight }) => (weight === 0 ? 0 : coverByWords(unit, words)))

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
