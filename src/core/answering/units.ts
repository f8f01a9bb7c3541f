// Units: the pieces of meaning in a text (a name, a phrase, a word), which questions and facts are compared by.

import type { Lexicon } from './lexicon.ts'

export type Unit = {
  /** The words as they stand, folded. */
  readonly words: readonly string[]
  readonly stems: readonly string[]
  /** Concepts of the lexicon that it may stand for. */
  readonly concepts: readonly string[]
  /** Entities that it may name. */
  readonly entities: readonly string[]
  readonly kind: 'name' | 'phrase' | 'number' | 'word' | 'weak' | 'stop'
  /** The terms under which it is indexed and looked up: its stems, its concepts, its entities. */
  readonly terms: readonly string[]
}

/** A unit of a question, and how much it counts. */
export type WeightedUnit = {
  readonly unit: Unit
  readonly weight: number
  /** True where it was taken over from an earlier question of the thread. */
  readonly isFromContext: boolean
}

/** A unit of these parts. */
export function unitOf(parts: Omit<Unit, 'terms'>): Unit {
  return { ...parts, terms: [...parts.stems, ...parts.concepts, ...parts.entities.map(entityTerm)] }
}

/** The unit of a word that stands alone. */
export function wordUnit(word: string, stem: string, lexicon: Lexicon): Unit {
  return unitOf({
    words: [word],
    stems: [stem],
    concepts: lexicon.conceptsOf(stem),
    entities: [],
    kind: kindOfWord(word, lexicon),
  })
}

function kindOfWord(word: string, lexicon: Lexicon): Unit['kind'] {
  if (/^\d/.test(word)) return 'number'
  if (lexicon.isStop(word)) return 'stop'
  return lexicon.isWeak(word) ? 'weak' : 'word'
}

export function entityTerm(id: string): string {
  return `@${id}`
}
