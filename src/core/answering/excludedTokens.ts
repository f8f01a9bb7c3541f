// What the answer is not: "besides the cost of fuel", "other than Weir".

/** The indexes of the tokens behind such an opening: up to the next question word, auxiliary or comma's worth of words. */
export function excludedTokens(words: readonly string[]): ReadonlySet<number> {
  const excluded = new Set<number>()
  for (let i = 0; i < words.length; i++) {
    const isOpening =
      words[i] === 'besides' ||
      words[i] === 'except' ||
      (['along', 'together'].includes(words[i] ?? '') && words[i + 1] === 'with' && words.includes('other')) ||
      (['apart', 'aside'].includes(words[i] ?? '') && words[i + 1] === 'from') ||
      (words[i] === 'other' && words[i + 1] === 'than')
    if (!isOpening) continue
    for (let j = i; j < Math.min(words.length, i + 6); j++) {
      if (
        j > i + 1 &&
        /^(who|what|which|when|where|why|how|is|are|was|were|did|do|does|has|have|had)$/.test(words[j] ?? '')
      )
        break
      excluded.add(j)
    }
  }
  return excluded
}
