// Where a question takes for granted what is not so: a belief that the curator listed as false, the wrong name, or a thing denied.

import type { Lead } from '../briefing/schema.ts'
import { coverByFact } from './cover.ts'
import { isNegative } from './factView.ts'
import type { Findings } from './findings.ts'
import { type Match, REHEARSED } from './match.ts'
import type { Slot } from './slot.ts'
import type { Unit } from './units.ts'
import { coverByWords } from './wordSet.ts'

/** From this likeness on, a phrasing speaks of what the question takes for granted. */
export const SAID_NO = 0.7

/**
 * A question shares a false belief only by what the fact does not hold: a word or name of the belief's own, or,
 * where the fact denies something, the thing denied. Else it merely speaks of the same matter.
 */
export function isFalsehood({ belief, missingInFact, view }: Match, { inquiry }: Findings): boolean {
  if (belief === undefined) return false
  if (view.isNegative || view.fact.standing === 'denied') return !inquiry.asked.isNegated && !isNegative(belief.text)
  return missingInFact.some(
    ({ unit, weight }) =>
      weight > (unit.kind === 'name' ? 0.27 : 0.32) &&
      (unit.entities.some((id) => belief.words.entities.has(id)) ||
        (unit.entities.length === 0 &&
          (unit.stems.every((stem) => belief.words.stems.has(stem)) ||
            unit.concepts.some((concept) => belief.words.concepts.has(concept))))),
  )
}

/** What is asked of something that is taken to be so. */
const mayAssume: ReadonlySet<Slot> = new Set(['why', 'when', 'where', 'what'])

/** How telling a word must be that stands for a belief, and how near that belief must come. */
const TELLING = 0.4
const HALF_SAID = 0.5

/**
 * A question that names what no fact speaks of, but for a belief that the curator listed as false: "how did the chlorine
 * get out" where the belief is "chlorine leaked from the tank".
 */
export function believedAlone({ inquiry, matches, engine }: Findings): Match | undefined {
  if (!mayAssume.has(inquiry.asked.slot) || inquiry.asked.isNegated || inquiry.isFollowUp) return undefined
  const believed = matches.filter(({ beliefScore }) => beliefScore >= HALF_SAID)
  if (believed.length === 0) return undefined
  const isSaid = (unit: Unit) =>
    matches.some(
      ({ view }) =>
        coverByFact(unit, view, engine.lexicon) >= HALF_SAID ||
        view.asks.some(({ words, lead }) => lead !== 'no' && coverByWords(unit, words) >= HALF_SAID),
    )
  const unsaid = inquiry.units.filter(({ unit, weight }) => weight >= TELLING && unit.kind !== 'weak' && !isSaid(unit))
  return believed
    .filter(({ belief }) => belief !== undefined && unsaid.some(({ unit }) => coverByWords(unit, belief.words) >= 0.9))
    .sort((a, b) => b.beliefScore - a.beliefScore)[0]
}

/** "Why did she resign" asks for the circumstances of what, by the fact, did not happen. */
export function isDenied({ view, features, ask }: Match, { inquiry }: Findings): boolean {
  const { slot, isNegated } = inquiry.asked
  const asksCircumstance = slot === 'why' || slot === 'when' || slot === 'where'
  // The curator says no to "was the curfew lifted"; so "why was it lifted" assumes what is not so.
  if (
    asksCircumstance &&
    !isNegated &&
    saysNo(ask?.lead, slot) &&
    ask !== undefined &&
    ask.asked.slot === 'yesNo' &&
    !ask.asked.isNegated &&
    features.ask >= SAID_NO
  )
    return true
  return (
    asksCircumstance &&
    !isNegated &&
    (view.isNegative || view.fact.standing === 'denied') &&
    view.fact.frame.why === undefined &&
    features.ask < 0.7 &&
    features.fit < 1
  )
}

/** "Not yet" denies a why as well, but not a when. */
const saysNo = (lead: Lead | undefined, slot: Slot) => lead === 'no' || (lead === 'not yet' && slot === 'why')

/**
 * What the question takes for granted against the fact that otherwise answers it: somebody else's name in the place of
 * the one who did it, or the opposite of what was done. `name` is the wrong name, where it is one.
 */
export function mistakenPart(
  { view, features, missing, score }: Match,
  { inquiry, engine }: Findings,
): { name: string | undefined } | undefined {
  const { slot, isNegated } = inquiry.asked
  if (!['why', 'when', 'where'].includes(slot) || isNegated || inquiry.isFollowUp || score < 0.3) return undefined
  const lost = missing.filter(({ weight }) => weight > 0.15)
  const [only] = lost
  if (only === undefined || lost.length > 1) return undefined
  const { unit } = only
  // A phrasing that is the question holds it but for a name: "why was Voss dismissed" for "why did the police dismiss Voss".
  if (unit.kind !== 'name' && features.ask >= REHEARSED) return undefined
  if (unit.kind === 'name') {
    const entity = engine.briefing.entities.get(unit.entities[0] ?? '')
    const isActor = entity !== undefined && ['person', 'organisation', 'group', 'place'].includes(entity.kind)
    const others = view.fact.frame.who.filter((id) => !inquiry.named.has(id))
    const isAlike = others.some((id) => areAlike(engine.briefing.entities.get(id)?.kind, entity?.kind))
    const saysWhat = inquiry.units.some((one) => one.weight > 0.25 && one.unit.kind !== 'name')
    return saysWhat && isActor && isAlike && features.predicate >= 0.85 && !unit.entities.some((id) => view.kin.has(id))
      ? { name: entity.name }
      : undefined
  }
  const isOpposite = unit.concepts.some((concept) =>
    engine.lexicon.oppositesOf(concept).some((one) => view.core.concepts.has(one)),
  )
  return isOpposite && features.names >= 0.9 && slot === 'why' ? { name: undefined } : undefined
}

/** A body, a group and a country can stand in for one another as those who act; a person only for a person. */
function areAlike(a: string | undefined, b: string | undefined): boolean {
  return (a === 'person') === (b === 'person')
}
