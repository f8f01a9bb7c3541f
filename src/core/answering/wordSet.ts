// The words of a text and what they stand for, and how far they speak of a unit.

import type { Unit } from './units.ts'

/** Words and what they stand for, for looking units up in. */
export type WordSet = {
  readonly stems: ReadonlySet<string>
  readonly concepts: ReadonlySet<string>
  readonly entities: ReadonlySet<string>
}

export function wordSet(units: readonly Unit[]): WordSet {
  const stems = new Set<string>()
  const concepts = new Set<string>()
  const entities = new Set<string>()
  for (const unit of units) {
    for (const stem of unit.stems) stems.add(stem)
    for (const concept of unit.concepts) concepts.add(concept)
    for (const entity of unit.entities) entities.add(entity)
  }
  return { stems, concepts, entities }
}

/** How far a text speaks of a unit. This runs for every word of every phrasing, hence the plain loops. */
export function coverByWords(unit: Unit, words: WordSet): number {
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

export function shareOfStems({ stems }: Unit, words: WordSet): number {
  if (stems.length === 1) return words.stems.has(stems[0] as string) ? 1 : 0
  let hits = 0
  for (const stem of stems) if (words.stems.has(stem)) hits++
  return hits / stems.length
}
