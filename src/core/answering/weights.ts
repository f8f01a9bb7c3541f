// How much each unit of a text says about what it is about.

import type { FactIndex } from './factIndex.ts'
import { entityTerm, type Unit } from './units.ts'

/** A word that no fact has is most likely the very thing that is asked. */
export const UNKNOWN = 0.85
/** A common English word that no fact has counts for less: see below. */
const COMMON = 0.45
const NAME_AT_LEAST = 0.3
const WORD_AT_LEAST = 0.15
/** Words that carry little count for this share of what they would. */
const WEAK_SHARE = 0.2

/** 0 for grammar, little for weak words, up to 1 for what few facts have. Remembers the units of phrasings, which are weighed for every question. */
export function weigher(index: FactIndex, common: ReadonlySet<string>): (unit: Unit) => number {
  const weights = new WeakMap<Unit, number>()
  return (unit) => {
    let weight = weights.get(unit)
    if (weight === undefined) {
      weight = weighUnit(unit, index, common)
      weights.set(unit, weight)
    }
    return weight
  }
}

function weighUnit(unit: Unit, index: FactIndex, common: ReadonlySet<string>): number {
  if (unit.kind === 'stop') return 0
  if (unit.kind === 'name')
    return Math.max(NAME_AT_LEAST, ...unit.entities.map((id) => index.tellingOf(entityTerm(id)) ?? UNKNOWN))
  // A phrase is as telling as what it stands for, not as its commonest word.
  const terms = unit.kind === 'phrase' ? unit.concepts : [...unit.stems, ...unit.concepts]
  const known = terms.flatMap((term) => index.tellingOf(term) ?? [])
  const telling =
    known.length === 0
      ? isSaidOtherwise(unit, common)
        ? COMMON
        : UNKNOWN
      : Math.max(WORD_AT_LEAST, Math.min(...known))
  const strong = unit.kind === 'phrase' ? Math.min(1, telling * 1.25) : telling
  return unit.kind === 'weak' ? WEAK_SHARE * strong : strong
}

/** A word for which the lexicon knows no other is as likely another word for what a fact says; of a thing that it knows, no fact speaks. */
function isSaidOtherwise({ concepts, words }: Unit, common: ReadonlySet<string>): boolean {
  return concepts.length === 0 && words.every((word) => common.has(word))
}
