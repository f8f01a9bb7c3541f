// Which facts hold which terms, and how much each weighs there. Kept in flat arrays of numbers, as a base of 100,000
// facts has millions of them.

/** Tells what a fact holds: terms that go together, and how much they weigh there: 1 in the statement, less in an aside. */
export type AddTerms = (terms: readonly string[], weight: number) => void

export type Postings = {
  /** Where the postings of a term stand; undefined for a term that no fact has. */
  readonly runOf: (term: string) => Run | undefined
  /** The postings term by term, those of a term in the order of the facts; see `factOf` and `weightOf`. */
  readonly all: Uint32Array
  /** How many terms each fact holds. */
  readonly lengths: Float32Array
}

/** From the first posting of a term to behind its last. */
export type Run = { readonly start: number; readonly end: number }

/** A posting is a fact and, in the last seven bits, its weight in hundredths. */
const posting = (fact: number, weight: number) => fact * 128 + Math.round(weight * 100)
export const factOf = (one: number) => one >>> 7
export const weightOf = (one: number) => (one & 127) / 100

/** How much a concept counts beside the word that stands for it. */
const CONCEPT_SHARE = 0.8

/** Collects the postings, given one fact after the other so that no more than one is held. */
export function collectPostings(size: number, addTermsOf: (fact: number, add: AddTerms) => void): Postings {
  const terms = numberTerms()
  const lengths = new Float32Array(size)
  /** Each posting, and in the same place the number of its term. */
  let postings = new Uint32Array(1024)
  let termNumbers = new Uint32Array(1024)
  let count = 0
  let fact = 0
  const add: AddTerms = (list, weight) => {
    for (const term of terms.of(list)) {
      const added = posting(fact, term.isConcept ? CONCEPT_SHARE * weight : weight)
      if (term.newestFact === fact) {
        postings[term.newest] = Math.max(added, postings[term.newest] as number)
        continue
      }
      if (count === postings.length) {
        postings = doubled(postings)
        termNumbers = doubled(termNumbers)
      }
      postings[count] = added
      termNumbers[count] = term.number
      term.newestFact = fact
      term.newest = count++
      term.count++
      lengths[fact] = (lengths[fact] as number) + 1
    }
  }
  for (; fact < size; fact++) addTermsOf(fact, add)

  const runs = terms.runs()
  const next = Uint32Array.from(runs.values(), ({ start }) => start)
  const all = new Uint32Array(count)
  for (let i = 0; i < count; i++) {
    const term = termNumbers[i] as number
    all[next[term] as number] = postings[i] as number
    next[term] = (next[term] as number) + 1
  }
  return { runOf: (term) => runs.get(term), all, lengths }
}

const doubled = (array: Uint32Array<ArrayBuffer>) => new Uint32Array(array.buffer.transfer(array.byteLength * 2))

type Term = {
  readonly number: number
  readonly isConcept: boolean
  /** How many postings it has, and of which fact the newest is and where. */
  count: number
  newestFact: number
  newest: number
}

/** Numbers the terms as they come. The same list of terms, such as a word's, is looked up once and then known by itself. */
function numberTerms() {
  const known = new Map<string, Term>()
  const lists = new Map<readonly string[], readonly Term[]>()
  const termOf = (name: string) => {
    let term = known.get(name)
    if (term === undefined) {
      term = { number: known.size, isConcept: name.startsWith('~'), count: 0, newestFact: -1, newest: -1 }
      known.set(name, term)
    }
    return term
  }
  return {
    of(list: readonly string[]): readonly Term[] {
      let terms = lists.get(list)
      if (terms === undefined) {
        terms = list.map(termOf)
        lists.set(list, terms)
      }
      return terms
    },
    /** The terms' postings laid end to end. */
    runs(): Map<string, Run> {
      const runs = new Map<string, Run>()
      let start = 0
      for (const [name, { count }] of known) {
        runs.set(name, { start, end: start + count })
        start += count
      }
      return runs
    },
  }
}
