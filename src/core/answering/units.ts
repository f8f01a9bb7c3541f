// Units: the pieces of meaning in a text (a name, a phrase, a word), which questions and facts are compared by.

import { type Lexicon, type Phrase, WEAK } from './lexicon.ts'
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
  /** The terms under which it is indexed and looked up: its stems, its concepts, its entities. */
  readonly terms: readonly string[]
}

/** A unit of these parts. */
export function unitOf(parts: Omit<Unit, 'terms'>): Unit {
  return { ...parts, terms: [...parts.stems, ...parts.concepts, ...parts.entities.map(entityTerm)] }
}

/** Cuts tokens into units: names first, then phrases, then single words. */
export function toUnits(tokens: readonly Token[], lexicon: Lexicon, names: Names): Unit[] {
  const look = wordsOf(lexicon, names)
  const words = tokens.map((token) => look(token.word))
  const units: Unit[] = []
  for (let i = 0; i < words.length; ) {
    const word = words[i] as Word
    const naming = word.opensName ? names.at(tokens, i) : undefined
    const phrase = naming === undefined && word.phrases.length > 0 ? phraseAt(tokens, words, i, names) : undefined
    if (naming !== undefined) {
      units.push(nameUnit(tokens, naming, lexicon))
      i = naming.end
    } else if (phrase !== undefined) {
      units.push(phraseUnit(tokens.slice(i, phrase.end), phrase.stems, lexicon))
      i = phrase.end
    } else {
      units.push(word.unit)
      i++
    }
  }
  return units
}

/** What is known of a single word: its unit, the phrases that it may open, and whether it opens a name. */
type Word = { readonly unit: Unit; readonly phrases: readonly Phrase[]; readonly opensName: boolean }

const lookUps = new WeakMap<Names, (word: string) => Word>()

/** Each word has one unit, which all texts of a briefing share, so that what is known of it is found again. */
function wordsOf(lexicon: Lexicon, names: Names): (word: string) => Word {
  const known = lookUps.get(names)
  if (known !== undefined) return known
  const words = new Map<string, Word>()
  const look = (text: string) => {
    let word = words.get(text)
    if (word === undefined) {
      const stem = lexicon.stem(text)
      const unit = unitOf({
        words: [text],
        stems: [stem],
        concepts: lexicon.conceptsOf(stem),
        entities: [],
        kind: kindOfWord(text, lexicon),
      })
      word = { unit, phrases: lexicon.phrasesFrom(stem), opensName: names.isOpening(text) }
      words.set(text, word)
    }
    return word
  }
  lookUps.set(names, look)
  return look
}

function kindOfWord(word: string, lexicon: Lexicon): Unit['kind'] {
  if (/^\d/.test(word)) return 'number'
  if (lexicon.isStop(word)) return 'stop'
  return lexicon.isWeak(word) ? 'weak' : 'word'
}

const nameUnits = new WeakMap<readonly string[], Unit>()

/** The unit of a name, one for each name as for each word. */
function nameUnit(tokens: readonly Token[], { start, end, entities }: Naming, lexicon: Lexicon): Unit {
  let unit = nameUnits.get(entities)
  if (unit === undefined) {
    const words = tokens.slice(start, end).map((token) => token.word)
    const stems = words.map(lexicon.stem)
    unit = unitOf({ words, stems, concepts: stems.flatMap((stem) => lexicon.conceptsOf(stem)), entities, kind: 'name' })
    nameUnits.set(entities, unit)
  }
  return unit
}

function phraseUnit(tokens: readonly Token[], stems: readonly string[], lexicon: Lexicon): Unit {
  const concepts = lexicon
    .phrasesFrom(stems[0] ?? '')
    .filter((phrase) => phrase.stems.length === stems.length && phrase.stems.every((stem, i) => stems[i] === stem))
    .map((phrase) => phrase.concept)
  return unitOf({
    words: tokens.map((token) => token.word),
    stems,
    concepts,
    entities: [],
    kind: concepts.includes(WEAK) ? 'weak' : 'phrase',
  })
}

/** Words that may stand inside a phrase without breaking it: "got his job", "lost their lives". */
const fillers = new Set(['his', 'her', 'their', 'its', 'my', 'our', 'your', 'the', 'a', 'an'])

/** The longest phrase that starts at a word, and the index after its last word; a name inside breaks it. */
function phraseAt(
  tokens: readonly Token[],
  words: readonly Word[],
  at: number,
  names: Names,
): { stems: readonly string[]; end: number } | undefined {
  const stemAt = (i: number) => words[i]?.unit.stems[0]
  for (const { stems } of words[at]?.phrases ?? []) {
    let next = at
    const isThere = stems.every((stem, i) => {
      if (i > 0 && stemAt(next) !== stem && fillers.has(tokens[next]?.word ?? '')) next++
      if (stemAt(next) !== stem) return false
      if (i > 0 && words[next]?.opensName && names.at(tokens, next) !== undefined) return false
      next++
      return true
    })
    if (isThere) return { stems, end: next }
  }
  return undefined
}

export function entityTerm(id: string): string {
  return `@${id}`
}
