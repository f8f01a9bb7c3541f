// Questions about a generated base, each with the one fact that answers it.

import { distance } from 'fastest-levenshtein'
import { fill, type GeneratedBase, type GeneratedFact } from './generateBase.ts'
import { type Random, seededRandom } from './seededRandom.ts'
import { askedSlots } from './stories.ts'

export type Query = { readonly text: string; readonly fact: string; readonly hasTypo: boolean }

/** So many readers use a surname or a firm's short name, write all in lower case, or mistype a name. */
const SHORT = 0.3
const LOWER_CASE = 0.5
const MISTYPED = 0.12

/** Draws questions evenly over when, how many, who, where and why; no fact is asked for twice. */
export function makeQueries(base: GeneratedBase, count: number, seed: number): Query[] {
  const random = seededRandom(seed)
  const asked = new Set<string>()
  const queries: Query[] = []
  while (queries.length < count) {
    const slot = askedSlots[queries.length % askedSlots.length] ?? 'when'
    const fact = random.pick(base.facts)
    const patterns = fact.template.questions[slot]
    if (patterns === undefined || asked.has(fact.id)) continue
    asked.add(fact.id)
    const plain = fill(random.pick(patterns), { ...fact.filling, ...shortened(fact, random) })
    const typed = random.isChance(MISTYPED) ? mistype(plain, base.inventedWords, random) : plain
    queries.push({
      text: random.isChance(LOWER_CASE) ? typed.toLowerCase() : typed,
      fact: fact.id,
      hasTypo: typed !== plain,
    })
  }
  return queries
}

function shortened({ named }: GeneratedFact, random: Random): Record<string, string> {
  const short = Object.entries(named).flatMap(([slot, one]) =>
    one?.short !== undefined && random.isChance(SHORT) ? [[slot, one.short]] : [],
  )
  return Object.fromEntries(short)
}

/** Changes one letter of a name, so that no other name comes as near as the one that is meant. */
function mistype(question: string, names: ReadonlySet<string>, random: Random): string {
  const words = (question.match(/[A-Za-z]+/g) ?? []).filter((word) => word.length >= 6 && names.has(word.toLowerCase()))
  if (words.length === 0) return question
  const word = random.pick(words)
  for (let tries = 0; tries < 20; tries++) {
    const wrong = changeLetter(word, random)
    const folded = wrong.toLowerCase()
    if (names.has(folded) || [...names].some((name) => name !== word.toLowerCase() && distance(name, folded) <= 1))
      continue
    return question.replace(word, wrong)
  }
  return question
}

function changeLetter(word: string, random: Random): string {
  const at = random.between(1, word.length - 2)
  const [before, letter, next, after] = [word.slice(0, at), word.charAt(at), word.charAt(at + 1), word.slice(at + 2)]
  switch (random.between(1, 4)) {
    case 1:
      return before + next + letter + after
    case 2:
      return before + next + after
    case 3:
      return before + letter + letter + next + after
    default:
      return before + random.pick([...'aeioulnrst']) + next + after
  }
}
