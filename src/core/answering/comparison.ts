// Reads whether a question asks how sources compare: "do the Herald and the Courier give the same number", "do the papers differ on that".

import type { ConflictSlot } from '../briefing/conflicts.ts'
import type { Names } from './names.ts'
import type { Token } from './tokens.ts'

export type Comparison = {
  /** The sources to compare; empty for all. */
  readonly sources: ReadonlySet<string>
  /** True for "do they differ", false for "do they agree": what a yes would mean. */
  readonly asksForDifference: boolean
  /** What they are compared in, where the words tell. */
  readonly slot: ConflictSlot | undefined
  /** The indexes of the words that only compare. */
  readonly formTokens: ReadonlySet<number>
}

const agreeing = /^(same|agree[sd]?|agreement|consistent|match(es)?|identical|alike)$/
const differing =
  /^(differ(s|ent|ence|ences)?|disagree[sd]?|disagreement|contradict(s|ory|ion)?|conflict(s|ing)?|discrepanc(y|ies)|inconsistent)$/
/** These compare only between sources that are named: "more" is said of much else. */
const ranking = /^(more|higher|highest|fewer|lower|lowest|less|larger|bigger|most|fewest)$/
const telling =
  /^(give|gives|report|reports|say|says|write|writes|count|counts|put|puts|quote|quotes|number|figure|figures|which|other|with|on|about|each|both)$/
const anySource = /^(sources?|reports?|outlets?|papers?|newspapers?|media|accounts?|articles?|reporting)$/

/** Asks for each side, whatever they are compared in. */
const eachSide = /\b(who says what|what (does|do|did) (each|both) (side|source|paper|outlet)s? say)\b/
const sideWord = /^(who|says?|what|does|do|did|each|both|sides?)$/

export function readComparison(tokens: readonly Token[], sourceNames: Names): Comparison | undefined {
  const words = tokens.map(({ word }) => word)
  const sources = new Set(sourceNames.find(tokens).flatMap(({ entities }) => entities))
  const isNamed = sources.size >= 2
  const asksForDifference = words.some((word) => differing.test(word))
  const compares = asksForDifference || words.some((word) => agreeing.test(word))
  const asksEachSide = eachSide.test(words.join(' '))
  const isComparison = isNamed
    ? compares || words.some((word) => ranking.test(word))
    : asksEachSide || (compares && words.some((word) => anySource.test(word)))
  if (!isComparison) return undefined
  const isForm = (word: string) =>
    [agreeing, differing, ranking, telling, anySource, ...(asksEachSide ? [sideWord] : [])].some((pattern) =>
      pattern.test(word),
    )
  const formTokens = new Set(words.flatMap((word, i) => (isForm(word) ? [i] : [])))
  return { sources: isNamed ? sources : new Set(), asksForDifference, slot: slotIn(words), formTokens }
}

function slotIn(words: readonly string[]): ConflictSlot | undefined {
  if (words.some((word) => /^(numbers?|figures?|counts?|many|much|toll|total|amount|size|cost)$/.test(word)))
    return 'howMany'
  return words.some((word) => /^(when|days?|dates?|time|year|month)$/.test(word)) ? 'when' : undefined
}
