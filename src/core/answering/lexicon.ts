// General English, from config/lexicon.yaml: which words mean the same, which are opposites, which carry little.
// It says nothing of any one briefing; a briefing adds its own subject's words.

import { stemmer } from 'stemmer'
import { z } from 'zod'
import { tokenise } from './tokens.ts'

const entry = z.string().trim().min(1)
const pair = z.tuple([entry, entry])
/** The shape of config/lexicon.yaml. */
export const lexiconSchema = z.strictObject({
  synonyms: z.array(z.array(entry).min(2)),
  opposites: z.array(pair).default([]),
  irregular: z.record(z.string(), entry).default({}),
  chat: z.record(z.string(), entry).default({}),
  stop: z.array(entry).default([]),
  weak: z.array(entry).default([]),
})
export type LexiconFile = z.output<typeof lexiconSchema>

/** The concept of phrases that carry little ("do you know"). */
export const WEAK = '~weak'

/** Words in a row that stand for one concept ("head of government"). */
export type Phrase = { readonly stems: readonly string[]; readonly concept: string }

export type Lexicon = {
  /** The form under which words are compared: irregular forms undone, then Porter's stem. */
  readonly stem: (word: string) => string
  /** The concepts of a single word, by its stem. */
  readonly conceptsOf: (stem: string) => readonly string[]
  /** The phrases that start with a stem, by the stem that goes on, the longest first; undefined where there are none. */
  readonly phrasesFrom: (stem: string) => ReadonlyMap<string, readonly Phrase[]> | undefined
  readonly oppositesOf: (concept: string) => readonly string[]
  /** What a chat spelling stands for ("wen" → when), as words. */
  readonly plainForm: (word: string) => readonly string[] | undefined
  /** Grammar words, which say nothing of the subject. */
  readonly isStop: (word: string) => boolean
  /** Words that carry little ("really", "thing"). */
  readonly isWeak: (word: string) => boolean
  /** Every word that the lexicon knows, for spelling repair. */
  readonly words: ReadonlySet<string>
}

/** Builds the lexicon, with a briefing's own words added to it. */
export function buildLexicon(file: LexiconFile, ownWords: readonly (readonly string[])[] = []): Lexicon {
  const irregular = new Map(Object.entries(file.irregular))
  const stems = new Map<string, string>()
  const stem = (word: string): string => {
    let known = stems.get(word)
    if (known === undefined) {
      known = doer(stemmer(irregular.get(word) ?? word))
      stems.set(word, known)
    }
    return known
  }
  const plain = new Set(
    [...file.synonyms.flat(), ...ownWords.flat()]
      .filter((entry) => /^[a-z]+$/.test(entry))
      .map((word) => stemmer(word)),
  )
  // Porter leaves "looter", "leaky" and "loot", "leak" apart; they are one where the lexicon knows the deed.
  const doer = (one: string) => {
    const deed =
      /^[a-z]{4,}er$/.test(one) && !notDoers.has(one)
        ? one.slice(0, -2)
        : /^[a-z]{4,}i$/.test(one)
          ? one.slice(0, -1)
          : undefined
    return deed !== undefined && plain.has(deed) ? deed : one
  }
  const words = new Set<string>()
  const wordsOf = (text: string) => {
    const tokens = tokenise(text).map((token) => token.word)
    for (const word of tokens) words.add(word)
    return tokens
  }

  const concepts = new Map<string, string[]>()
  const phrases = new Map<string, Map<string, Phrase[]>>()
  const addPhrase = ([first = '', second = '', ...more]: readonly string[], concept: string) => {
    const following = phrases.get(first) ?? new Map<string, Phrase[]>()
    phrases.set(first, following)
    push(following, second, { stems: [first, second, ...more], concept })
  }
  const names = new Map<string, string[]>()
  ;[...file.synonyms, ...ownWords].forEach((group, i) => {
    const concept = `~${i}`
    push(names, group[0] ?? '', concept)
    for (const member of group) {
      const inStems = wordsOf(member).map(stem)
      const [first] = inStems
      if (first === undefined) continue
      if (inStems.length === 1) push(concepts, first, concept)
      else addPhrase(inStems, concept)
    }
  })
  const opposites = new Map<string, string[]>()
  for (const [a, b] of file.opposites) {
    for (const x of names.get(a) ?? [])
      for (const y of names.get(b) ?? []) {
        push(opposites, x, y)
        push(opposites, y, x)
      }
  }
  const chat = new Map(Object.entries(file.chat).map(([word, plain]) => [word, wordsOf(plain)]))
  const stop = new Set(file.stop.flatMap(wordsOf))
  const weak = new Set<string>()
  for (const entry of file.weak) {
    const inStems = wordsOf(entry).map(stem)
    const [first] = inStems
    if (inStems.length === 1 && first !== undefined) weak.add(first)
    else if (first !== undefined) addPhrase(inStems, WEAK)
  }
  for (const following of phrases.values())
    for (const list of following.values()) list.sort((a, b) => b.stems.length - a.stems.length)
  return {
    stem,
    conceptsOf: (one) => concepts.get(one) ?? none,
    phrasesFrom: (one) => phrases.get(one),
    oppositesOf: (one) => opposites.get(one) ?? none,
    plainForm: (word) => chat.get(word),
    isStop: (word) => stop.has(word),
    isWeak: (word) => weak.has(stem(word)),
    words,
  }
}

const notDoers = new Set([
  'former',
  'offic',
  'officer',
  'number',
  'counter',
  'quarter',
  'corner',
  'matter',
  'letter',
  'minister',
  'order',
  'master',
  'chapter',
])

const none: readonly string[] = []

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}
