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
/** "Twenty-one" is one figure, where another hyphen parts words. */
const hyphenFigure =
  '\\b(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-(?:one|two|three|four|five|six|seven|eight|nine)\\b'
const asciiWord = new RegExp(`${hyphenFigure}|\\d{1,2}:\\d\\d|[a-z0-9]+(?:\\.?[.,'][a-z0-9]+)*%?`, 'gi')
const wordPattern = new RegExp(
  `${hyphenFigure}|\\d{1,2}:\\d\\d|[\\p{L}\\p{M}\\p{N}]+(?:\\.?[.,'’][\\p{L}\\p{M}\\p{N}]+)*%?`,
  'giu',
)
/** "U.S" and "J.K": single letters between full stops. */
const initials = /\b[a-z](?:\.[a-z]\b)+/g
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
  if (/^[a-z]{3,}(?:-[a-z]+)?$/.test(word)) return [figureOf(word)]
  if (/^\d/.test(word)) return [plainFigure(word)]
  for (const [pattern, plain] of contractions) if (pattern.test(word)) return partsOf(word.replace(pattern, plain))
  return partsOf(word.replace(/'s?$/, '').replace(initials, (letters) => `${letters.replaceAll('.', '')} `))
}

const partsOf = (text: string) => text.split(/[^a-z0-9%]+/).filter((part) => /[a-z0-9]/.test(part))

function figureOf(word: string): string {
  const value = word === 'one' ? undefined : numberWord(word)
  return value === undefined ? word : String(value)
}

function plainFigure(word: string): string {
  if (word.includes(':')) return word
  const plain = word.replace(/,(?=\d{3}\b)/g, '').replace(/[.,]$/, '')
  const thousands = /^(\d+(?:\.\d+)?)k$/.exec(plain)
  return thousands === null ? plain : String(Math.round(Number(thousands[1]) * 1000))
}
