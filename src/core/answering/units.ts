// Units: the pieces of meaning in a text (a name, a phrase, a word), which questions and facts are compared by.

import { type Lexicon, WEAK } from './lexicon.ts'
import type { Names } from './names.ts'
import type { Token } from './tokens.ts'

export type Unit = {
  /** The words as they stand, folded. */
  readonly words: readonly string[]
  readonly stems: readonly string[]
  /** Concepts of the lexicon that it may stand for. */
  readonly concepts: readonly string[]
  /** Entities that it may name. */
  readonly entities: readonly string[]
  readonly kind: 'name' | 'phrase' | 'number' | 'word' | 'weak' | 'stop'
}

/** Cuts tokens into units: names first, then phrases, then single words. */
export function toUnits(tokens: readonly Token[], lexicon: Lexicon, names: Names): Unit[] {
  const namings = new Map(names.find(tokens).map((naming) => [naming.start, naming]))
  const stems = tokens.map((token) => lexicon.stem(token.word))
  const units: Unit[] = []
  for (let i = 0; i < tokens.length; ) {
    const naming = namings.get(i)
    const phrase = naming === undefined ? phraseAt(stems, i, lexicon, namings) : undefined
    const end = naming?.end ?? (phrase === undefined ? i + 1 : i + phrase.stems.length)
    const words = tokens.slice(i, end).map((token) => token.word)
    const own = stems.slice(i, end)
    const concepts = own.length === 1 ? lexicon.conceptsOf(own[0] ?? '') : conceptsOfPhrase(own, lexicon)
    units.push({ words, stems: own, concepts, entities: naming?.entities ?? [], kind: kindOf(words, concepts, naming !== undefined, lexicon) })
    i = end
  }
  return units
}

function phraseAt(stems: readonly string[], at: number, lexicon: Lexicon, namings: ReadonlyMap<number, unknown>) {
  return lexicon
    .phrasesFrom(stems[at] ?? '')
    .find((phrase) => phrase.stems.every((stem, i) => stems[at + i] === stem && (i === 0 || !namings.has(at + i))))
}

function conceptsOfPhrase(stems: readonly string[], lexicon: Lexicon): string[] {
  return lexicon
    .phrasesFrom(stems[0] ?? '')
    .filter((phrase) => phrase.stems.length === stems.length && phrase.stems.every((stem, i) => stems[i] === stem))
    .map((phrase) => phrase.concept)
}

function kindOf(words: readonly string[], concepts: readonly string[], isName: boolean, lexicon: Lexicon): Unit['kind'] {
  const [word = ''] = words
  if (isName) return 'name'
  if (words.length > 1) return concepts.includes(WEAK) ? 'weak' : 'phrase'
  if (/^\d/.test(word)) return 'number'
  if (lexicon.isStop(word)) return 'stop'
  return lexicon.isWeak(word) ? 'weak' : 'word'
}

/** The terms under which a unit is indexed and looked up: its stems, its concepts, its entities. */
export function termsOf(unit: Unit): readonly string[] {
  return [...unit.stems, ...unit.concepts, ...unit.entities.map(entityTerm)]
}

export function entityTerm(id: string): string {
  return `@${id}`
}
