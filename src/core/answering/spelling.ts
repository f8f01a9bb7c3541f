// Repairs a misspelt word against the words that the briefing and the lexicon know.

import { distance } from 'fastest-levenshtein'

export type Spelling = {
  /** The known word that was meant, or undefined where none is near enough. */
  readonly repair: (word: string, neighbours: readonly (string | undefined)[]) => string | undefined
  /** The same for an English word beside one that was misspelt: "pail lantren" for "pale lantern". */
  readonly repairBeside: (word: string, misspelt: readonly (string | undefined)[]) => string | undefined
}

export type Vocabulary = {
  /** Words of the briefing with how often they stand in it; names come with a bonus. */
  readonly words: ReadonlyMap<string, number>
  /** True for other forms of a word that is known ("locked" where "lock" is). */
  readonly isForm: (word: string) => boolean
  /** True for two words that stand side by side in the briefing. */
  readonly hasPair: (first: string, second: string) => boolean
  readonly english: EnglishWords
}

/** English as a reader may write it, beyond what the briefing holds. */
export type EnglishWords = {
  /** True for words that are left alone though the briefing lacks them. */
  readonly has: (word: string) => boolean
  /** The most common words, which a misspelt word may mean too. */
  readonly common: () => readonly string[]
}

/** A word of this many letters may differ in one, two or three of them. */
function tolerance(length: number): number {
  if (length <= 3) return 0
  if (length <= 5) return 1
  return length <= 8 ? 2 : 3
}

type Candidates = { readonly list: readonly string[]; readonly masks: Uint32Array; readonly lengths: Uint8Array }

/** Lists words with a mask of the letters in each, so that most are passed over without measuring them. */
function toCandidates(words: Iterable<string>): Candidates {
  const list = [...words].filter((word) => word.length >= 3 && /^[a-z]+$/.test(word))
  return {
    list,
    masks: Uint32Array.from(list, letterMask),
    lengths: Uint8Array.from(list, (word) => Math.min(word.length, 255)),
  }
}

/** A word that the briefing does not hold has to be this much nearer than one that it does. */
const FOREIGN = 0.7

export function buildSpelling({ words, isForm, hasPair, english }: Vocabulary): Spelling {
  const own = toCandidates(words.keys())
  let common: Candidates | undefined

  const nearest = (
    word: string,
    limit: number,
    accept: (candidate: string) => boolean,
    others: boolean,
  ): string | undefined => {
    const mask = letterMask(word)
    let best: string | undefined
    let bestCost = Number.POSITIVE_INFINITY
    const search = ({ list, masks, lengths }: Candidates, handicap: number) => {
      for (let i = 0; i < list.length; i++) {
        if (Math.abs((lengths[i] ?? 0) - word.length) > limit) continue
        if (bitCount((masks[i] ?? 0) ^ mask) > 2 * limit) continue
        const candidate = list[i] ?? ''
        const edits = editCost(word, candidate)
        if (edits > limit || edits > word.length / 2 || !accept(candidate)) continue
        const cost =
          edits +
          handicap -
          (candidate[0] === word[0] ? 0.5 : 0) -
          Math.min(0.4, Math.log10(1 + (words.get(candidate) ?? 0)) / 5)
        if (cost < bestCost) {
          bestCost = cost
          best = candidate
        }
      }
    }
    search(own, 0)
    if (others) {
      common ??= toCandidates(english.common())
      search(common, FOREIGN)
    }
    return best
  }

  const isKnown = (word: string) => words.has(word) || isForm(word) || !/^[a-z]+$/.test(word) || word.length > 40
  const fitting =
    ([before, after]: readonly (string | undefined)[]) =>
    (candidate: string) =>
      (before !== undefined && hasPair(before, candidate)) || (after !== undefined && hasPair(candidate, after))

  return {
    repair(word, neighbours) {
      if (isKnown(word)) return undefined
      const fits = fitting(neighbours)
      if (english.has(word)) return word.length >= 4 ? nearest(word, 1, fits, false) : undefined
      if (word.length <= 3) return nearest(word, 1, fits, false)
      const limit = tolerance(word.length)
      // The "s" of an owner, written without its apostrophe.
      const owner = word.endsWith('s') && word.length > 5 ? word.slice(0, -1) : undefined
      return (
        nearest(word, limit, () => true, true) ?? (owner && nearest(owner, tolerance(owner.length), () => true, false))
      )
    },
    repairBeside(word, misspelt) {
      const isSuitable = word.length >= 4 && !isKnown(word) && english.has(word)
      const fits = fitting(misspelt)
      return isSuitable
        ? nearest(word, 2, (candidate) => candidate[0] === word[0] && fits(candidate), false)
        : undefined
    },
  }
}

/** Edits between two words; letters that only changed places count as less than one. */
function editCost(a: string, b: string): number {
  const edits = distance(a, b)
  return edits === 2 && a.length === b.length && sorted(a) === sorted(b) ? 0.9 : edits
}

const sorted = (word: string) => [...word].sort().join('')

function letterMask(word: string): number {
  let mask = 0
  for (let i = 0; i < word.length; i++) mask |= 1 << (word.charCodeAt(i) - 97)
  return mask
}

function bitCount(bits: number): number {
  let rest = bits - ((bits >>> 1) & 0x55555555)
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333)
  return (((rest + (rest >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}
