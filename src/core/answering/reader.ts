// Reads texts into words and units (names, phrases, words), and remembers what it found: the texts of a briefing repeat
// their words, and a base of 100,000 facts has two million of them.

import { type Lexicon, type Phrase, WEAK } from './lexicon.ts'
import type { Names, Naming } from './names.ts'
import { type Token, tokensOf, writtenWords } from './tokens.ts'
import { type Unit, unitOf, wordUnit } from './units.ts'

/** A token with what is known of its word. All tokens of one word share one unit, so that what is known of that is found again. */
export type Word = Token & Meaning

type Meaning = {
  readonly unit: Unit
  readonly stem: string
  /** The phrases that it may open, by the stem that goes on. */
  readonly phrases: ReadonlyMap<string, readonly Phrase[]> | undefined
  /** Whether a name may begin with it. */
  readonly opensName: boolean
}

export type Reader = {
  /** The words of one of the briefing's texts, which are remembered. */
  readonly read: (text: string) => Word[]
  /** A word of somebody else, such as a reader's, which is not. */
  readonly wordOf: (token: Token) => Word
  /** Cuts words into units: names first, then phrases, then single words. */
  readonly toUnits: (words: readonly Word[]) => Unit[]
  readonly unitsOf: (text: string) => Unit[]
  /** Every word read so far, folded. */
  readonly vocabulary: () => Iterable<string>
}

/** Words that may stand inside a phrase without breaking it: "got his job", "lost their lives". */
const fillers = new Set(['his', 'her', 'their', 'its', 'my', 'our', 'your', 'the', 'a', 'an'])

/** What may stand behind the object of a verb that it belongs to: "let him go", "shut it down". */
const particles = new Set(['go', 'out', 'off', 'up', 'down', 'away', 'back', 'in', 'over', 'aside', 'again'])
/** How many words such an object has at most. */
const LONGEST_OBJECT = 4

export function buildReader(lexicon: Lexicon, names: Names): Reader {
  const meanings = new Map<string, Meaning>()
  const written = new Map<string, readonly Word[]>()
  const nameUnits = new Map<readonly string[], Unit>()
  const phraseUnits = new Map<string, Unit>()

  const meaningOf = (word: string): Meaning => {
    const stem = lexicon.stem(word)
    return {
      unit: wordUnit(word, stem, lexicon),
      stem,
      phrases: lexicon.phrasesFrom(stem),
      opensName: names.isOpening(word),
    }
  }
  const wordOf = (token: Token): Word => ({ ...token, ...(meanings.get(token.word) ?? meaningOf(token.word)) })
  const wordsOf = (one: string): readonly Word[] => {
    let words = written.get(one)
    if (words === undefined) {
      words = tokensOf(one).map((token) => ({ ...token, ...remember(meanings, token.word, meaningOf) }))
      written.set(one, words)
    }
    return words
  }
  const read = (text: string): Word[] => {
    const words: Word[] = []
    for (const one of writtenWords(text)) for (const word of wordsOf(one)) words.push(word)
    return words
  }

  const nameUnit = (words: readonly Word[], { start, end, entities }: Naming): Unit =>
    remember(nameUnits, entities, () => {
      const stems = words.slice(start, end).map(({ stem }) => stem)
      const concepts = stems.flatMap((stem) => lexicon.conceptsOf(stem))
      return unitOf({ words: words.slice(start, end).map(({ word }) => word), stems, concepts, entities, kind: 'name' })
    })
  const phraseUnit = (words: readonly Word[], { stems }: Phrase): Unit => {
    const folded = words.map(({ word }) => word)
    return remember(phraseUnits, folded.join(' '), () => {
      const [first = '', second = ''] = stems
      const concepts = (lexicon.phrasesFrom(first)?.get(second) ?? [])
        .filter((phrase) => phrase.stems.length === stems.length && phrase.stems.every((stem, i) => stems[i] === stem))
        .map((phrase) => phrase.concept)
      return unitOf({ words: folded, stems, concepts, entities: [], kind: concepts.includes(WEAK) ? 'weak' : 'phrase' })
    })
  }
  /** The longest phrase that starts at a word, and the index behind its last word. */
  const phraseAt = (words: readonly Word[], start: number): { phrase: Phrase; end: number } | undefined => {
    const following = words[start]?.phrases
    const next = words[start + 1]
    if (following === undefined || next === undefined) return undefined
    // A phrase may be written with its article or without: "in the dock", "in custody".
    const behind = fillers.has(next.word) ? following.get(words[start + 2]?.stem ?? '') : undefined
    for (const candidates of [following.get(next.stem), behind])
      for (const phrase of candidates ?? []) {
        const end = endOfPhrase(phrase.stems, words, start)
        if (end !== undefined) return { phrase, end }
      }
    return undefined
  }
  /** The index behind the last word of a phrase, or undefined where it does not stand there whole; a name inside breaks it. */
  const endOfPhrase = (stems: readonly string[], words: readonly Word[], start: number): number | undefined => {
    let next = start + 1
    for (let i = 1; i < stems.length; i++, next++) {
      if (words[next]?.stem !== stems[i] && fillers.has(words[next]?.word ?? '')) next++
      const word = words[next]
      if (word === undefined || word.stem !== stems[i]) return undefined
      if (word.opensName && names.at(words, next) !== undefined) return undefined
    }
    return next
  }
  /** A verb and its particle with an object between them ("threw the deputies out"): the phrase, and where the particle stands. */
  const splitPhraseAt = (words: readonly Word[], start: number): { phrase: Phrase; particle: number } | undefined => {
    const following = words[start]?.phrases
    if (following === undefined) return undefined
    for (let i = start + 2; i <= Math.min(start + 1 + LONGEST_OBJECT, words.length - 1); i++) {
      const { word, stem } = words[i] as Word
      if (!particles.has(word)) continue
      const phrase = following.get(stem)?.find((one) => one.stems.length === 2)
      return phrase === undefined ? undefined : { phrase, particle: i }
    }
    return undefined
  }
  const splitUnit = ({ word }: Word, { stems, concept }: Phrase): Unit =>
    remember(phraseUnits, `${word} … ${stems[1]}`, () =>
      unitOf({ words: [word], stems, concepts: [concept], entities: [], kind: concept === WEAK ? 'weak' : 'phrase' }),
    )
  const toUnits = (words: readonly Word[]): Unit[] => {
    const units: Unit[] = []
    let particle = -1
    for (let i = 0; i < words.length; ) {
      const { unit, phrases, opensName } = words[i] as Word
      const naming = opensName ? names.at(words, i) : undefined
      const found = naming === undefined && phrases !== undefined ? phraseAt(words, i) : undefined
      const split =
        found === undefined && naming === undefined && phrases !== undefined ? splitPhraseAt(words, i) : undefined
      if (naming !== undefined) units.push(nameUnit(words, naming))
      else if (found !== undefined) units.push(phraseUnit(words.slice(i, found.end), found.phrase))
      else if (split !== undefined) units.push(splitUnit(words[i] as Word, split.phrase))
      else units.push(i === particle ? { ...unit, kind: 'stop' } : unit)
      if (split !== undefined) particle = split.particle
      i = naming?.end ?? found?.end ?? i + 1
    }
    return units
  }
  return {
    read,
    wordOf,
    toUnits,
    unitsOf: (text) => toUnits(read(text)),
    vocabulary: () => meanings.keys(),
  }
}

/** What a map holds under a key, found once. */
function remember<K, V>(known: Map<K, V>, key: K, find: (key: K) => V): V {
  let value = known.get(key)
  if (value === undefined) {
    value = find(key)
    known.set(key, value)
  }
  return value
}
