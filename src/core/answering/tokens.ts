// Splits a text into words, folded so that case, accents and script do not matter.

import { fold } from '../briefing/fold.ts'
import { numberWord } from '../briefing/numbers.ts'

export type Token = {
  /** The folded word: "weir" for "Вейр's", "2500" for "2,500". */
  readonly word: string
  /** True where it was written in capitals alone ("US", "UN"), which tells an abbreviation from a word. */
  readonly isCapitals: boolean
  /** True where it began with a capital letter. */
  readonly isCapitalised: boolean
}

/** Zero-width and direction marks, which would part a word in two. */
const invisible = /\p{Cf}/gu
const plainText = /^[ -~\s]*$/
const asciiWord = /[A-Za-z0-9]+(?:[.,'][A-Za-z0-9]+)*%?/g
const wordPattern = /[\p{L}\p{M}\p{N}]+(?:[.,'’][\p{L}\p{M}\p{N}]+)*%?/gu
const contractions: readonly [RegExp, string][] = [
  [/^(won)'t$/, 'will not'],
  [/^(can)'t$/, 'can not'],
  [/^(\w+)n't$/, '$1 not'],
  [/^(who|what|when|where|why|how|that|it|he|she|there|here)'s$/, '$1 is'],
  [/^(\w+)'re$/, '$1 are'],
  [/^(\w+)'ve$/, '$1 have'],
  [/^(\w+)'ll$/, '$1 will'],
  [/^(\w+)'d$/, '$1 would'],
  [/^(i)'m$/, 'i am'],
  [/^(\w+)'s?$/, '$1'],
]

/** The words of a text, in order. Contractions are taken apart, possessives dropped, figures written plainly. */
export function tokenise(text: string): Token[] {
  return writtenWords(text).flatMap(tokensOf)
}

/** The words of a text as they are written. */
export function writtenWords(text: string): readonly string[] {
  return (plainText.test(text) ? text.match(asciiWord) : text.replace(invisible, '').match(wordPattern)) ?? []
}

/** What a written word is made of: "don't" is two words. */
export function tokensOf(written: string): Token[] {
  const isCapitals = written.length > 1 && written === written.toUpperCase() && /\p{Lu}/u.test(written)
  const isCapitalised = /^\p{Lu}/u.test(written)
  return foldedParts(fold(written)).map((word) => ({ word, isCapitals, isCapitalised }))
}

function foldedParts(word: string): string[] {
  if (/^[a-z]{3,}$/.test(word)) return [figureOf(word)]
  if (/^\d/.test(word)) return [plainFigure(word)]
  for (const [pattern, plain] of contractions)
    if (pattern.test(word))
      return word
        .replace(pattern, plain)
        .split(' ')
        .filter((part) => part !== '')
  return word.split(/[^a-z0-9%]+/).reduce<string[]>(joinInitials, [])
}

/** "u.s" arrives as two letters and leaves as one word, "us"; other parts stay apart. */
function joinInitials(words: string[], part: string): string[] {
  const last = words.at(-1)
  if (part.length === 1 && last !== undefined && last.length <= 3) words[words.length - 1] = last + part
  else if (part !== '') words.push(part)
  return words
}

function figureOf(word: string): string {
  const value = word === 'one' ? undefined : numberWord(word)
  return value === undefined ? word : String(value)
}

function plainFigure(word: string): string {
  const plain = word.replace(/,(?=\d{3}\b)/g, '').replace(/[.,]$/, '')
  const thousands = /^(\d+(?:\.\d+)?)k$/.exec(plain)
  return thousands === null ? plain : String(Math.round(Number(thousands[1]) * 1000))
}
