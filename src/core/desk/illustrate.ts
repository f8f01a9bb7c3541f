// Which picture goes with an answer, where one says more than the text: a chronology, a disputed figure or date, a place.

import type { Answer } from '../answering/answer.ts'
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
}

export function illustrate(answer: Answer, briefing: Briefing, asked: Illustration): CardPicture | undefined {
  if (answer.status !== 'answered') return undefined
  const facts = answer.facts.flatMap((id) => briefing.factById.get(id) ?? [])
  if (asked.verb === 'timeline') return pictureOfTimeline(briefing, facts, asked.known)
  const [conflict] = answer.conflicts
  if (conflict !== undefined) return pictureOfConflict(briefing, conflict)
  if (asked.atlas === undefined || !isAboutPlace(asked)) return undefined
  return pictureOfPlaces(briefing, placesOf(facts[0], briefing), asked.atlas)
}

const isAboutPlace = ({ verb, text }: Illustration) => verb === 'where' || (verb === null && /^\W*where\b/i.test(text))

function placesOf(fact: Fact | undefined, briefing: Briefing): readonly Entity[] {
  return (fact?.frame.where ?? []).flatMap((id) => briefing.entities.get(id) ?? [])
}
