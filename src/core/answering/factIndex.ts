// An inverted index over the facts of a briefing: which facts speak of a term, and how telling the term is.

import { type AddTerms, collectPostings, factOf, type Run, weightOf } from './postings.ts'

export type FactIndex = {
  readonly size: number
  /** How many facts have a term. */
  readonly countOf: (term: string) => number
  /** How telling a term is: 1 for a term of one fact, near 0 for one that stands everywhere; undefined where no fact has it. */
  readonly tellingOf: (term: string) => number | undefined
  /** The facts that match best, best first. Each list of terms stands for one unit of the question. */
  readonly search: (units: readonly WeightedTerms[], limit: number) => readonly number[]
}

export type WeightedTerms = { readonly terms: readonly { readonly term: string; readonly weight: number }[] }

/** Builds the index from each fact's terms. */
export function buildFactIndex(size: number, addTermsOf: (fact: number, add: AddTerms) => void): FactIndex {
  const { runOf, all, lengths } = collectPostings(size, addTermsOf)
  const mostTelling = Math.log(1 + size / 0.5)
  const tellingOf = (run: Run) => Math.log(1 + size / (run.end - run.start + 0.5)) / mostTelling

  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, size)
  // BM25's length correction, halved: statements are one sentence, so length tells little.
  const shorter = Float32Array.from(lengths, (length) => 1 / (1 + 0.35 * (length / Math.max(1, average) - 1)))
  const scores = new Float32Array(size)
  const best = new Float32Array(size)
  return {
    size,
    countOf(term) {
      const run = runOf(term)
      return run === undefined ? 0 : run.end - run.start
    },
    tellingOf(term) {
      const run = runOf(term)
      return run === undefined ? undefined : tellingOf(run)
    },
    search(units, limit) {
      const touched: number[] = []
      for (const { terms } of units) {
        const inUnit: number[] = []
        for (const { term, weight } of terms) {
          const run = runOf(term)
          if (run === undefined) continue
          const worth = weight * tellingOf(run)
          for (let i = run.start; i < run.end; i++) {
            const posting = all[i] as number
            const fact = factOf(posting)
            const gain = worth * weightOf(posting) * (shorter[fact] as number)
            const had = best[fact] as number
            if (had === 0) inUnit.push(fact)
            if (gain > had) best[fact] = gain
          }
        }
        for (const fact of inUnit) {
          if (scores[fact] === 0) touched.push(fact)
          scores[fact] = (scores[fact] as number) + (best[fact] as number)
          best[fact] = 0
        }
      }
      const top = highest(touched, scores, limit)
      for (const fact of touched) scores[fact] = 0
      return top
    },
  }
}

/** The `limit` facts of the highest score, best first; equal ones in the briefing's order. */
function highest(facts: readonly number[], scores: Float32Array, limit: number): number[] {
  const order = (a: number, b: number) => (scores[b] as number) - (scores[a] as number) || a - b
  if (facts.length <= limit * 4) return [...facts].sort(order).slice(0, limit)
  // A cut that at least `limit` facts pass, found on a sample, spares sorting the long tail.
  const sample: number[] = []
  const step = Math.max(1, Math.floor(facts.length / 2000))
  for (let i = 0; i < facts.length; i += step) sample.push(scores[facts[i] as number] as number)
  sample.sort((a, b) => b - a)
  const share = Math.min(sample.length - 1, Math.ceil((sample.length * limit * 3) / facts.length) + 4)
  const cut = sample[share] as number
  const passed = facts.filter((fact) => (scores[fact] as number) >= cut)
  return (passed.length >= limit ? passed : [...facts]).sort(order).slice(0, limit)
}
