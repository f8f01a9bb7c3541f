// A disagreement between sources in words: which ones a fact has, what each side says, and why they differ.

import { type Conflict, type ConflictReason, conflictsOf } from '../briefing/conflicts.ts'
import type { Fact } from '../briefing/schema.ts'
import type { Findings } from './findings.ts'

/** The conflicts to show: those of the answering fact, unless the question asks for one source's or one speaker's word. */
export function relevantConflicts({ engine, known, inquiry }: Findings, fact: Fact): Conflict[] {
  const from = inquiry.sources
  return conflictsOf(fact, engine.briefing, (one) =>
    from.size === 0 ? known(one) : known(one).filter((citation) => from.has(citation.source)),
  )
}

/** The longest that it is told with one name each. */
const MAX_BRIEF = 600
/** Of still more values the first are shown, and the rest is counted. */
const MOST_SIDES = 6
/** The longest that a disagreement is told in full; beyond it only one name stands behind each value. */
const MAX_SIDES = 380

/** "3 May 2030 (Lorne Gazette) or 4 May 2030 (The Courier)". */
export function sidesOf(conflict: Conflict, { engine }: Findings, word = 'and'): string {
  const { sources, entities } = engine.briefing
  const tell = (names: (speakers: string[], publishers: string[]) => string[]) => {
    const sides = conflict.sides.map((side) => {
      const publishers = new Set(
        side.reports.map((report) => sources.get(report.citation.source)?.publisher ?? report.citation.source),
      )
      const speakers = new Set(
        side.reports.flatMap((report) => report.fact.frame.saidBy.map((id) => entities.get(id)?.name ?? id)),
      )
      return `${side.text} (${names(
        [...speakers].filter((name) => !publishers.has(name)),
        [...publishers],
      ).join('; ')})`
    })
    return sides.length < 2 ? sides.join('') : `${sides.slice(0, -1).join(', ')} ${word} ${sides.at(-1)}`
  }
  const full = tell((speakers, publishers) =>
    [speakers.join(', '), publishers.join(', ')].filter((part) => part !== ''),
  )
  if (full.length <= MAX_SIDES) return full
  const brief = tell((speakers, publishers) => [speakers[0] ?? publishers[0] ?? ''])
  if (brief.length <= MAX_BRIEF) return brief
  const shown = conflict.sides.slice(0, MOST_SIDES).map((side) => side.text)
  return `${shown.join(', ')} ${word} ${conflict.sides.length - shown.length} more values`
}

export function because(reason: ConflictReason): string {
  switch (reason) {
    case 'later count':
      return '; the higher count is the later one'
    case 'wider scope':
      return '; they do not count the same'
    case 'retraction':
      return '; one of them was taken back'
    case 'derived figure':
      return '; one figure is a sum'
    case 'two claimants':
      return '; each is the word of one party'
    case 'forecasts differ':
      return '; all are expectations'
    default:
      return ''
  }
}

export const factsOf = (conflict: Conflict) =>
  conflict.sides.flatMap((side) => side.reports.map((report) => report.fact.id))

export const the = (what: string) =>
  /^(the|a|an|who|what|when|where|why|how|whether|[A-Z])/.test(what) ? what : `the ${what}`
