// Units: the pieces of meaning in a text (a name, a phrase, a word), which questions and facts are compared by.

import { type Lexicon, WEAK } from './lexicon.ts'
import type { Names, Naming } from './names.ts'
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
  const namings = new Map<number, Naming>()
  for (const naming of names.find(tokens)) namings.set(naming.start, naming)
  const plain = tokens.map((token) => wordUnit(token.word, lexicon))
  const units: Unit[] = []
  for (let i = 0; i < tokens.length; ) {
    const naming = namings.get(i)
    if (naming !== undefined) {
      units.push(nameUnit(tokens, naming, lexicon))
      i = naming.end
      continue
    }
    const found = phraseAt(tokens, plain, i, lexicon, namings)
    if (found === undefined) {
      const unit = plain[i]
      if (unit !== undefined) units.push(unit)
      i++
    } else {
      units.push(phraseUnit(tokens.slice(i, found.end), found.stems, lexicon))
      i = found.end
    }
  }
  return units
}

const wordUnits = new WeakMap<Lexicon, Map<string, Unit>>()

/** The unit of a single word; each word has one, which all texts share, so that what is known of it is found again. */
function wordUnit(word: string, lexicon: Lexicon): Unit {
  let units = wordUnits.get(lexicon)
  if (units === undefined) {
    units = new Map()
    wordUnits.set(lexicon, units)
  }
  let unit = units.get(word)
  if (unit === undefined) {
    const stem = lexicon.stem(word)
    unit = { words: [word], stems: [stem], concepts: lexicon.conceptsOf(stem), entities: [], kind: kindOfWord(word, lexicon) }
    units.set(word, unit)
  }
  return unit
}

function kindOfWord(word: string, lexicon: Lexicon): Unit['kind'] {
  if (/^\d/.test(word)) return 'number'
  if (lexicon.isStop(word)) return 'stop'
  return lexicon.isWeak(word) ? 'weak' : 'word'
}

function nameUnit(tokens: readonly Token[], { start, end, entities }: Naming, lexicon: Lexicon): Unit {
  const words = tokens.slice(start, end).map((token) => token.word)
  const stems = words.map(lexicon.stem)
  return { words, stems, concepts: stems.flatMap((stem) => lexicon.conceptsOf(stem)), entities, kind: 'name' }
}

function phraseUnit(tokens: readonly Token[], stems: readonly string[], lexicon: Lexicon): Unit {
  const concepts = lexicon
    .phrasesFrom(stems[0] ?? '')
    .filter((phrase) => phrase.stems.length === stems.length && phrase.stems.every((stem, i) => stems[i] === stem))
    .map((phrase) => phrase.concept)
  return { words: tokens.map((token) => token.word), stems, concepts, entities: [], kind: concepts.includes(WEAK) ? 'weak' : 'phrase' }
}

/** Words that may stand inside a phrase without breaking it: "got his job", "lost their lives". */
const fillers = new Set(['his', 'her', 'their', 'its', 'my', 'our', 'your', 'the', 'a', 'an'])

/** The longest phrase that starts at a word, and the index after its last word. */
function phraseAt(
  tokens: readonly Token[],
  plain: readonly Unit[],
  at: number,
  lexicon: Lexicon,
  namings: ReadonlyMap<number, Naming>,
): { stems: readonly string[]; end: number } | undefined {
  for (const { stems } of lexicon.phrasesFrom(plain[at]?.stems[0] ?? '')) {
    if (stems.length === 1) continue
    let next = at
    const isThere = stems.every((stem, i) => {
      if (i > 0 && plain[next]?.stems[0] !== stem && fillers.has(tokens[next]?.word ?? '')) next++
      if (plain[next]?.stems[0] !== stem || (i > 0 && namings.has(next))) return false
      next++
      return true
    })
    if (isThere) return { stems, end: next }
  }
  return undefined
}

const unitTerms = new WeakMap<Unit, readonly string[]>()

/** The terms under which a unit is indexed and looked up: its stems, its concepts, its entities. */
export function termsOf(unit: Unit): readonly string[] {
  let terms = unitTerms.get(unit)
  if (terms === undefined) {
    terms = [...unit.stems, ...unit.concepts, ...unit.entities.map(entityTerm)]
    unitTerms.set(unit, terms)
  }
  return terms
}

export function entityTerm(id: string): string {
  return `@${id}`
}
