// Numbers as people write them in English: "2,500", "2 500", "2.5k", "fifteen", "ten thousand", "two hundred and fifty".

const ones =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const wordValues = new Map<string, number>([
  ...ones.map((word, i): [string, number] => [word, i]),
  ...tens.map((word, i): [string, number] => [word, (i + 2) * 10]),
  ...tens.flatMap((ten, i) =>
    ones.slice(1, 10).map((one, j): [string, number] => [`${ten}-${one}`, (i + 2) * 10 + j + 1]),
  ),
])
const scales = new Map([
  ['hundred', 100],
  ['thousand', 1000],
  ['k', 1000],
  ['million', 1_000_000],
  ['m', 1_000_000],
  ['mn', 1_000_000],
  ['billion', 1_000_000_000],
  ['bn', 1_000_000_000],
])

/** The value of one number word ("fifteen", "twenty-one"), or undefined. */
export function numberWord(word: string): number | undefined {
  return wordValues.get(word)
}

export type ReadNumber = {
  readonly value: number
  /** The "million" in it; 1 where there is none. */
  readonly scale: number
  /** How many characters of the text it took. */
  readonly length: number
}

// "160,000" is one number, and so is "160 000"; a lone m may be metres, so numberAtStart leaves it to the unit.
const figure = String.raw`(\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?!\d)|\d+)(\.\d+)?(?:(?:[ -]?(hundred|thousand|million|billion|mn|bn)|(k|m))\b)?`
const anyFigure = new RegExp(String.raw`(?<![\d.,])${figure}`, 'gi')
const figureAtStart = new RegExp(`^${figure}`, 'i')
const word = `(?:${[...ones, ...tens].join('|')}|hundred|thousand|million|billion)(?![a-z])`
const words = `(?:an? (?=hundred|thousand|million|billion))?${word}(?:(?: and |[ -])${word})*`
const anyWords = new RegExp(`(?<![a-z-])${words}`, 'gi')
const wordsAtStart = new RegExp(`^${words}`, 'i')

/** The number with which a text starts, in figures or in words. */
export function numberAtStart(text: string): ReadNumber | undefined {
  const match = figureAtStart.exec(text)
  if (match === null) return firstOf(wordsAtStart.exec(text)?.[0] ?? '')
  const [whole, digits = '', fraction = '', scaleWord, letter] = match
  if (/^[.,:/]\d/.test(text.slice(whole.length))) return undefined
  const isUnit = letter?.toLowerCase() === 'm'
  const scale = isUnit ? 1 : scaleOf(scaleWord ?? letter)
  return { value: scaled(figureOf(digits, fraction), scale), scale, length: whole.length - (isUnit ? 1 : 0) }
}

/**
 * Every number that stands in a text, in figures or in words. "160,000" is one number, never 160; the year of a date
 * counts as a number too, and "a week" as one.
 */
export function numbersIn(text: string): number[] {
  const found: number[] = []
  for (const [, digits = '', fraction = '', scaleWord, letter] of text.matchAll(anyFigure)) {
    const value = figureOf(digits, fraction)
    found.push(scaled(value, scaleOf(scaleWord ?? letter)))
    if (letter?.toLowerCase() === 'm') found.push(value)
  }
  for (const [run] of text.matchAll(anyWords)) found.push(...numbersOf(run))
  for (const _ of text.matchAll(/\ban? (?:second|minute|hour|day|week|month|year|decade)\b/gi)) found.push(1)
  return found
}

const figureOf = (digits: string, fraction: string) => Number(digits.replace(/\D/g, '') + fraction)
const scaleOf = (name: string | undefined) => (name === undefined ? 1 : (scales.get(name.toLowerCase()) ?? 1))
/** Without the dust of binary fractions: 1.1 million is 1,100,000. */
const scaled = (value: number, scale: number) => (scale === 1 ? value : Number((value * scale).toPrecision(15)))

/** The numbers of a run of number words: "fifteen" and "two" in "fifteen two". */
function numbersOf(run: string): number[] {
  const found: number[] = []
  for (let rest = run; rest !== ''; ) {
    const first = firstOf(rest)
    if (first !== undefined) found.push(first.value)
    rest = rest.slice(first?.length ?? (/^[a-z]+/i.exec(rest)?.[0].length || 1))
  }
  return found
}

/** The first number of a run of number words: as far as its words go on to make one. */
function firstOf(run: string): ReadNumber | undefined {
  let total = 0
  let part: number | undefined
  let [scale, length] = [1, 0]
  for (const { 0: name, index } of run.toLowerCase().matchAll(/[a-z]+/g)) {
    if (name === 'and' && isJoint(part, total) && !isHundreds(run.slice(index + 4))) continue
    const value = /^an?$/.test(name) ? 1 : wordValues.get(name)
    const times = scales.get(name) ?? 1
    if (value !== undefined && (part === undefined || goesOn(part, value))) part = (part ?? 0) + value
    else if (times === 100 && part !== undefined && part > 0 && part < 100) part *= 100
    else if (times > 100 && part !== undefined) {
      total += part * times
      part = undefined
    } else break
    scale = Math.max(scale, times)
    length = index + name.length
  }
  return length === 0 ? undefined : { value: total + (part ?? 0), scale, length }
}

/** "And" joins after hundreds and thousands: "two hundred and fifty", but "twelve and twenty" are two numbers. */
const isJoint = (part: number | undefined, total: number) =>
  part === undefined ? total > 0 : part > 0 && part % 100 === 0
/** In "one hundred and two hundred" a second number begins. */
const isHundreds = (run: string) => /^[a-z]+ hundred/i.test(run)
/** "Hundred" takes sixty after it, and "twenty" takes one. */
const goesOn = (part: number, value: number) =>
  (part > 0 && part % 100 === 0 && value < 100) || (part % 100 >= 20 && part % 10 === 0 && value > 0 && value < 10)
