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
    const found = naming === undefined ? phraseAt(tokens, stems, i, lexicon, namings) : undefined
    const end = naming?.end ?? found?.end ?? i + 1
    const words = tokens.slice(i, end).map((token) => token.word)
    const own = found?.phrase.stems ?? stems.slice(i, end)
    const concepts = naming !== undefined || own.length === 1 ? own.flatMap((stem) => lexicon.conceptsOf(stem)) : conceptsOfPhrase(own, lexicon)
    units.push({ words, stems: own, concepts, entities: naming?.entities ?? [], kind: kindOf(words, concepts, naming !== undefined, lexicon) })
    i = end
  }
  return units
}

/** Words that may stand inside a phrase without breaking it: "got his job", "lost their lives". */
const fillers = new Set(['his', 'her', 'their', 'its', 'my', 'our', 'your', 'the', 'a', 'an'])

/** The longest phrase that starts at a word, and the index after its last word. */
function phraseAt(tokens: readonly Token[], stems: readonly string[], at: number, lexicon: Lexicon, namings: ReadonlyMap<number, unknown>) {
  for (const phrase of lexicon.phrasesFrom(stems[at] ?? '')) {
    let next = at
    const isThere = phrase.stems.every((stem, i) => {
      if (i > 0 && stems[next] !== stem && fillers.has(tokens[next]?.word ?? '')) next++
      if (stems[next] !== stem || (i > 0 && namings.has(next))) return false
      next++
      return true
    })
    if (isThere) return { phrase, end: next }
  }
  return undefined
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
