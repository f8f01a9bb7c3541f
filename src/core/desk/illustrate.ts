// Which picture goes with an answer, where one says more than the text: a chronology, a disputed figure or date, a place.

import type { Answer } from '../answering/answer.ts'
import { readAsked } from '../answering/question.ts'
import { tokenise } from '../answering/tokens.ts'
import type { Briefing } from '../briefing/briefing.ts'
import type { Known } from '../briefing/conflicts.ts'
import type { Entity, Fact, Verb } from '../briefing/schema.ts'
import type { CardPicture } from '../cards/card.ts'
import type { Atlas } from '../pictures/atlas.ts'
import { pictureOfConflict } from '../pictures/conflictPicture.ts'
import { pictureOfPlaces } from '../pictures/mapPicture.ts'
import { pictureOfTimeline } from '../pictures/timelinePicture.ts'

export type Illustration = {
  readonly text: string
  readonly verb: Verb | null
  readonly known: Known
  /** Undefined where no maps are drawn. */
  readonly atlas: Atlas | undefined
  /** Of whom a timeline is, where it is not of the whole briefing. */
  readonly subject?: string | undefined
}

export function illustrate(answer: Answer, briefing: Briefing, asked: Illustration): CardPicture | undefined {
  if (answer.status !== 'answered') return undefined
  const facts = answer.facts.flatMap((id) => briefing.factById.get(id) ?? [])
  const { slot } = readAsked(tokenise(asked.text), asked.verb)
  if (slot === 'timeline') return pictureOfTimeline(briefing, facts, asked.known, asked.subject)
  const places = placesOf(facts[0], briefing)
  const map = slot === 'where' && asked.atlas !== undefined ? pictureOfPlaces(briefing, places, asked.atlas) : undefined
  if (map !== undefined) return map
  // A disagreement in words has no chart; another one about the same may be about a figure.
  return answer.conflicts.map((conflict) => pictureOfConflict(briefing, conflict)).find((chart) => chart !== undefined)
}

function placesOf(fact: Fact | undefined, briefing: Briefing): readonly Entity[] {
  const { where = [], who = [], whom = [] } = fact?.frame ?? {}
  return (where.length > 0 ? where : [...who, ...whom]).flatMap((id) => briefing.entities.get(id) ?? [])
}
