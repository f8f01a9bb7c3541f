// A briefing that its desk goes on working at: every two hours a source reports another figure. A first digest is an overview,
// and where nothing changes the next ones say so; only such news gives them a disagreement to tell, and a picture of it.

import { type Briefing, buildBriefing, surelyPublishedBy } from '../src/core/briefing/briefing.ts'
import type { Citation, Fact } from '../src/core/briefing/schema.ts'
import { dayAt } from '../src/core/digests/days.ts'
import type { DigestEngine } from '../src/core/digests/prepareDigest.ts'

const EDITION_MS = 2 * 3_600_000
/** So many figures take turns. */
const FIGURES = 50

/** The library that holds the briefing as it stands at the moment. */
export function openEditions(briefing: Briefing, nowMs: () => number) {
  const newest = dayAt(Math.max(...[...briefing.sources.values()].map(surelyPublishedBy)))
  let edition = Number.NaN
  let engine: DigestEngine = { briefing, newest }
  return {
    engines: (): readonly DigestEngine[] => {
      const current = Math.floor(nowMs() / EDITION_MS)
      if (current !== edition) {
        engine = { briefing: withFigures(briefing, current % FIGURES), newest }
        edition = current
      }
      return [engine]
    },
  }
}

/** The briefing with other figures, so many more, wherever a source contradicts a fact. */
function withFigures(briefing: Briefing, more: number): Briefing {
  const citationOf = (citation: Citation): Citation => {
    const { reports } = citation
    if (reports?.howMany === undefined) return citation
    const howMany = { ...reports.howMany, value: reports.howMany.value + more }
    return { ...citation, reports: { ...reports, howMany } }
  }
  const factOf = (fact: Fact): Fact => ({ ...fact, citations: fact.citations.map(citationOf) })
  return buildBriefing({
    ...briefing,
    sources: [...briefing.sources.values()],
    entities: [...briefing.entities.values()],
    facts: briefing.facts.map(factOf),
  })
}
