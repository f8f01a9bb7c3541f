// An inverted index over the facts of a briefing: which facts speak of a term, and how telling the term is.
// Postings are typed arrays, so that a base of 100,000 facts answers in milliseconds.

export type FactIndex = {
  readonly size: number
  /** How telling a term is: 1 for a term of one fact, near 0 for one that stands everywhere; undefined where no fact has it. */
  readonly tellingOf: (term: string) => number | undefined
  /** The facts that match best, best first. Each list of terms stands for one unit of the question. */
  readonly search: (units: readonly WeightedTerms[], limit: number) => readonly number[]
}

export type WeightedTerms = { readonly terms: readonly { readonly term: string; readonly weight: number }[] }

type Postings = { readonly facts: Uint32Array; readonly weights: Uint8Array; readonly telling: number }

/** Tells the index what a fact holds: terms that go together, and how much they weigh there: 1 in the statement, less in an aside. */
export type AddTerms = (terms: readonly string[], weight: number) => void

type Growing = { readonly facts: number[]; readonly weights: number[]; readonly share: number }

/** How much a concept counts beside the word that stands for it. */
const CONCEPT_SHARE = 0.8

/**
 * Builds the index from each fact's terms, given one fact after the other so that no more than one is held. The same
 * list of terms, such as a word's, is looked up once and then known by itself.
 */
export function buildFactIndex(size: number, addTermsOf: (fact: number, add: AddTerms) => void): FactIndex {
  const growing = new Map<string, Growing>()
  const resolved = new WeakMap<readonly string[], readonly Growing[]>()
  const lengths = new Float32Array(size)
  let current = 0
  const listOf = (term: string): Growing => {
    let list = growing.get(term)
    if (list === undefined) {
      list = { facts: [], weights: [], share: term.startsWith('~') ? CONCEPT_SHARE : 1 }
      growing.set(term, list)
    }
    return list
  }
  const add: AddTerms = (terms, weight) => {
    let lists = resolved.get(terms)
    if (lists === undefined) {
      lists = terms.map(listOf)
      resolved.set(terms, lists)
    }
    for (const { facts, weights, share } of lists) {
      const hundredths = Math.round(weight * share * 100)
      const last = facts.length - 1
      if (facts[last] !== current) {
        facts.push(current)
        weights.push(hundredths)
        lengths[current] = (lengths[current] as number) + 1
      } else if ((weights[last] as number) < hundredths) weights[last] = hundredths
    }
  }
  for (; current < size; current++) addTermsOf(current, add)

  const mostTelling = Math.log(1 + size / 0.5)
  const postings = new Map<string, Postings>()
  for (const [term, { facts, weights }] of growing) {
    const telling = Math.log(1 + size / (facts.length + 0.5)) / mostTelling
    postings.set(term, { facts: Uint32Array.from(facts), weights: Uint8Array.from(weights), telling })
  }
  growing.clear()

  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, size)
  // BM25's length correction, halved: statements are one sentence, so length tells little.
  const shorter = Float32Array.from(lengths, (length) => 1 / (1 + 0.35 * (length / Math.max(1, average) - 1)))
  const scores = new Float32Array(size)
  const best = new Float32Array(size)
  return {
    size,
    tellingOf: (term) => postings.get(term)?.telling,
    search(units, limit) {
      const touched: number[] = []
      for (const { terms } of units) {
        const inUnit: number[] = []
        for (const { term, weight } of terms) {
          const list = postings.get(term)
          if (list === undefined) continue
          const worth = (weight * list.telling) / 100
          for (let i = 0; i < list.facts.length; i++) {
            const fact = list.facts[i] as number
            const gain = worth * (list.weights[i] as number) * (shorter[fact] as number)
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
