// Numbers as people write them in English: "2,500", "2 500", "2.5k", "fifteen", "ten thousand".

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

const numberPattern =
  /(?<![\d.,])(\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?!\d)|\d+)(\.\d+)?(?:[ -]?(hundred|thousand|million|billion|mn|bn|k|m)\b)?/gi

/**
 * Every whole number that stands in a text, in figures or in words. "160,000" is one number, never 160;
 * the year of a date counts as a number too.
 */
export function numbersIn(text: string): number[] {
  const found: number[] = []
  for (const [, digits = '', fraction = '', scale] of text.matchAll(numberPattern)) {
    const value = Number(digits.replace(/\D/g, '') + fraction)
    found.push(value * (scale === undefined ? 1 : (scales.get(scale.toLowerCase()) ?? 1)))
  }
  const words = text.toLowerCase().match(/[a-z]+(?:-[a-z]+)?/g) ?? []
  words.forEach((word, i) => {
    if (/^an?$/.test(word) && /^(hundred|thousand|million|billion|second|minute|hour|day|week|month|year|decade)$/.test(words[i + 1] ?? '')) found.push(scales.get(words[i + 1] ?? '') ?? 1)
    const parts = word.split('-')
    const value = wordValues.get(word) ?? wordValues.get(parts[0] ?? '')
    if (value === undefined) return
    const scale = scales.get(words[i + 1] ?? '')
    found.push(scale !== undefined && scale >= 100 ? value * scale : value)
  })
  return found
}
