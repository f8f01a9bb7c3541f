// Names that nobody bears, made of syllables, so that a base's vocabulary grows with its size as it does in life.

import type { Random } from './seededRandom.ts'

const onsets = 'b br c ch d dr f fl g gl gr h j k kl kr l m n p pl pr r s sh sk sl st t tr v w y z'.split(' ')
const vowels = 'a a a e e e i i i o o o u u u ai ei ia oa ou'.split(' ')
const codas = ['', '', '', 'l', 'm', 'n', 'r', 's', 't', 'nd', 'rk', 'lt', 'sk', 'rn']

/** Gives out names of two to four syllables, none of them twice. */
export function inventNames(random: Random): () => string {
  const given = new Set<string>()
  return () => {
    for (;;) {
      const syllables = Array.from(
        { length: random.pick([2, 2, 2, 3, 3, 4]) },
        () => random.pick(onsets) + random.pick(vowels),
      )
      const word = syllables.join('') + random.pick(codas)
      if (word.length < 5 || given.has(word)) continue
      given.add(word)
      return word.charAt(0).toUpperCase() + word.slice(1)
    }
  }
}
