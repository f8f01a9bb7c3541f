// Which facts a reader with half a minute should see first.

import type { Briefing } from '../briefing/briefing.ts'
import type { Fact } from '../briefing/schema.ts'

/**
 * What its curator chose for the overview comes first and in that order, then what is disputed, what the curator wrote a
 * reason to care for, what has a figure, and the rest; background comes last. Of equals the earlier in the briefing.
 */
export function inOrderOfWeight(facts: readonly Fact[], briefing: Briefing, disputed: ReadonlySet<Fact>): Fact[] {
  const { overview } = briefing.head
  const place = (fact: Fact) => {
    const chosen = overview.indexOf(fact.id)
    if (chosen >= 0) return chosen
    const steps = [disputed.has(fact), fact.matters !== undefined, fact.frame.howMany !== undefined, !fact.background]
    const step = steps.indexOf(true)
    return overview.length + (step < 0 ? steps.length : step) + (fact.background ? steps.length : 0)
  }
  return facts
    .map((fact) => ({ fact, place: place(fact) }))
    .sort((a, b) => a.place - b.place)
    .map(({ fact }) => fact)
}
