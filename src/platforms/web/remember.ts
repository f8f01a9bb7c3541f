// Keeps what is costly to find in a large briefing as long as the briefing stands. An edit makes a new engine, and forgets it.

import type { Engine } from '../../core/answering/engine.ts'
import { asKnownBy } from '../../core/briefing/briefing.ts'
import { allConflicts, type Conflict, type Known } from '../../core/briefing/conflicts.ts'
import type { Fact } from '../../core/briefing/schema.ts'
import { asOfSpan, type PageQuery } from './pageQuery.ts'

/** As many results as a reader who moves the slider over the days of a crisis needs. */
const MOST_KEPT = 64

const kept = new WeakMap<Engine, Map<string, unknown>>()

/** What `find` gives, found once for an engine and a key. */
export function remember<T>(engine: Engine, key: string, find: () => T): T {
  const results = kept.get(engine) ?? new Map<string, unknown>()
  kept.set(engine, results)
  if (results.has(key)) return results.get(key) as T
  const oldest = results.keys().next().value
  if (results.size >= MOST_KEPT && oldest !== undefined) results.delete(oldest)
  const result = find()
  results.set(key, result)
  return result
}

/** Which citations counted on the day of the page. */
export function knownThen(query: PageQuery, engine: Engine): Known {
  const asOf = asOfSpan(query, engine)
  return (fact) => asKnownBy(fact, engine.briefing.sources, asOf)
}

export function factsKnownThen(query: PageQuery, engine: Engine): readonly Fact[] {
  const known = knownThen(query, engine)
  return remember(engine, `facts ${query.asOf}`, () => engine.briefing.facts.filter((fact) => known(fact).length > 0))
}

export function conflictsThen(query: PageQuery, engine: Engine): readonly Conflict[] {
  return remember(engine, `conflicts ${query.asOf}`, () => allConflicts(engine.briefing, knownThen(query, engine)))
}
