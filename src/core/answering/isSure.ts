// Whether a match is sure enough to be the answer.

import type { Fact } from '../briefing/schema.ts'
import type { Findings } from './findings.ts'
import { type Match, REHEARSED } from './match.ts'
import type { Slot } from './slot.ts'
import { isSilent } from './slotFit.ts'
import type { WeightedUnit } from './units.ts'

/**
 * What it takes to answer, by what is asked: the score, the share of the question beyond its names that must be spoken of,
 * and the weight from which a word or a name that is not spoken of is too much. A reason for something known is nearly
 * always what was meant; a figure often is not. Set on the question sets of three briefings.
 */
export const SURE: Record<
  Slot,
  { readonly score: number; readonly predicate: number; readonly lost: number; readonly name: number }
> = {
  when: { score: 0.35, predicate: 0.2, lost: 2, name: 0.4 },
  who: { score: 0.5, predicate: 0.4, lost: 0.9, name: 0.27 },
  where: { score: 0.3, predicate: 0.1, lost: 0.42, name: 0.5 },
  why: { score: 0.25, predicate: 0.15, lost: 2, name: 2 },
  howMany: { score: 0.48, predicate: 0.4, lost: 2, name: 0.52 },
  quote: { score: 0.27, predicate: 0, lost: 2, name: 0.5 },
  what: { score: 0.5, predicate: 0.45, lost: 2, name: 0.27 },
  definition: { score: 0.57, predicate: 0.1, lost: 0.75, name: 0.35 },
  yesNo: { score: 0.45, predicate: 0.2, lost: 2, name: 0.5 },
  timeline: { score: 0.5, predicate: 0, lost: 2, name: 2 },
}
/** From this likeness on, a phrasing of a fact that matches as well is near enough, whatever else the question says. */
const NEARLY_REHEARSED = 0.65
/** From this weight on, a word of which nothing speaks shows that a question left its thread. */
const NEW_MATTER = 0.45
/** From this many open questions on, a briefing is taken to list what readers will ask in vain. */
const ENOUGH_OPEN = 20

export function isSure(match: Match, findings: Findings): boolean {
  const { namesUnknown, asked } = findings.inquiry
  const isPlace = (id: string) => findings.engine.briefing.entities.get(id)?.kind === 'place'
  if (isSilent(match.view, findings.inquiry, isPlace)) return false
  if (namesUnknown && asked.slot !== 'why' && match.features.ask < REHEARSED) return false
  if (asked.asksName && asked.isAboutPerson && !namesPerson(match, findings)) return false
  if (asked.slot === 'quote' && asked.asksVerbatim && !holdsQuote(match.view.fact)) return false
  return isSureAlone(match, findings) || isNearerThanOpen(match, findings)
}

/** Whether the fact names a person whom the question has not named. */
function namesPerson({ view }: Match, { engine, inquiry }: Findings): boolean {
  return [...view.framed].some((id) => {
    const entity = engine.briefing.entities.get(id)
    return entity?.kind === 'person' && !entity.unnamed && !inquiry.named.has(id)
  })
}

const holdsQuote = ({ statement, frame, citations }: Fact) =>
  frame.quote !== undefined || citations.some(({ reports }) => reports?.quote !== undefined) || /[“"]/.test(statement)

/**
 * Where a curator has listed what the sources leave open, a fact that is nearer than all of those answers on less:
 * the list then tells what cannot be answered better than any threshold.
 */
function isNearerThanOpen({ features, score, missing }: Match, { engine, inquiry, open }: Findings): boolean {
  if (engine.briefing.open.length < ENOUGH_OPEN || score < (inquiry.asked.slot === 'howMany' ? 0.5 : 0.4)) return false
  return (
    features.predicate >= 0.2 && !missing.some((one) => isElsewhere(one, engine)) && score > (open?.score ?? 0) + 0.03
  )
}

/** A thing that the lexicon knows by all its words, and that no fact speaks of. */
function isElsewhere({ unit }: WeightedUnit, { index }: Findings['engine']): boolean {
  return (
    unit.kind === 'word' && unit.concepts.length > 0 && unit.terms.every((term) => index.tellingOf(term) === undefined)
  )
}

function isSureAlone({ features, score, missing }: Match, { inquiry }: Findings): boolean {
  const sure = SURE[inquiry.asked.slot]
  // A follow-up says little itself; that it follows up makes it likely that the thread's subject can answer it. One that only
  // names nobody may well be about something else.
  if (inquiry.isFollowUp) {
    const staysInThread = inquiry.refersBack || features.ask >= REHEARSED || features.lost < NEW_MATTER
    return staysInThread && score >= 0.6 * sure.score
  }
  if (score < sure.score) return false
  if (features.ask >= REHEARSED || (features.ask >= NEARLY_REHEARSED && score >= NEARLY_REHEARSED)) return true
  if (missing.some(({ unit, weight }) => unit.kind === 'name' && weight > sure.name)) return false
  return features.predicate >= sure.predicate && features.lost < sure.lost
}
