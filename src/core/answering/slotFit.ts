// Whether a fact has what is asked for, be it a day, a figure, a place, a person or a reason.

import { type UnitClass, unitClass } from '../briefing/quantity.ts'
import type { Frame } from '../briefing/schema.ts'
import type { FactView } from './factView.ts'
import type { Inquiry } from './inquiry.ts'
import type { Slot } from './slot.ts'
import type { Unit } from './units.ts'

/**
 * Whether the fact has what is asked for. A missing date, figure, place or speaker is what makes Sitrep decline.
 * `isRehearsed`: a phrasing of the fact's is the question, and asks for the same.
 */
export function slotFit(view: FactView, inquiry: Inquiry, isRehearsed: boolean): number {
  const own = frameFit(view, inquiry)
  // A curator who wrote "where …" for a fact says that it answers where, though no place fills the frame.
  const isAskedSo =
    isLoose(inquiry.asked.slot) && view.asks.some((phrasing) => phrasing.asked.slot === inquiry.asked.slot)
  if (!isAskedSo) return own
  // Nearly every fact is framed in some country, so that a place says little beside the very question.
  return Math.max(own, isRehearsed && inquiry.asked.slot === 'where' ? 1 : 0.9)
}

/**
 * True where a day or a place is asked for and the fact holds none: neither its frame, nor its statement, nor a phrasing
 * that asks for one and comes near to the question.
 */
export function isSilent(
  { fact, core, asks }: FactView,
  { asked }: Inquiry,
  isPlace: (id: string) => boolean,
): boolean {
  const { frame, statement } = fact
  if (asks.some((phrasing) => phrasing.asked.slot === asked.slot)) return false
  if (asked.slot === 'when') {
    const isDuration = frame.howMany !== undefined && unitClass(frame.howMany.unit) === 'duration'
    return frame.when === undefined && !isDuration && !tellsTime.test(statement)
  }
  return (
    asked.slot === 'where' &&
    frame.where.length === 0 &&
    ![...core.entities].some(isPlace) &&
    !tellsPlace.test(statement)
  )
}

const month = 'January|February|March|April|May|June|July|August|September|October|November|December'

/** A year, a month, a weekday, or a time that is told from another. */
const tellsTime = new RegExp(
  `\\b([12]\\d{3}s?|\\d{1,2} ?[ap]m|${month}|(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(last|next|this|that|same|first|past|few|several|\\d+|in|within|for|by|at|over|on|of|the) (the )?(century|decade|year|month|week|day|hour|minute|morning|evening|night|noon|winter|spring|summer|autumn)s?|ago|yesterday|today|since|before|after|during|while|until|once|when|not yet)\\b`,
  'i',
)
/** "In a tweet", "from the university": something that one can be in, and no date or count. */
const tellsPlace = new RegExp(
  `\\b(in|at|on|from|near|outside|inside|via) (?!(all|total|part|fact|least|most|once|${month})\\b)[a-z]`,
  'i',
)

/** Slots that a statement can fill though its frame does not; a date or a figure it cannot. */
const isLoose = (slot: Slot) => slot !== 'when' && slot !== 'howMany'

function frameFit(view: FactView, { asked, named, counted, units }: Inquiry): number {
  const { frame, statement } = view.fact
  switch (asked.slot) {
    case 'when':
      if (frame.when !== undefined) return 1
      return frame.howMany !== undefined && unitClass(frame.howMany.unit) === 'duration' ? 0.75 : 0.4
    case 'howMany': {
      if (frame.howMany === undefined) return frame.value !== undefined && /^\D{0,12}\d/.test(frame.value) ? 0.7 : 0.35
      const kind = figureClass(frame)
      if (asked.unitClass === undefined)
        return (
          (kind === 'duration' || kind === 'age' ? 0.8 : 1) *
          (counted === undefined || counts(view, counted) ? 1 : 0.75)
        )
      if (asked.unitClass === kind || asked.orUnitClass === kind) return 1
      return asked.unitClass === 'percent' && frame.howMany.of !== undefined ? 1 : 0.45
    }
    case 'who': {
      if (asked.isAboutNow && tellsFormer.test(statement)) return 0.6
      const others = [...frame.who, ...frame.whom, ...frame.where, ...(asked.isAboutSpeech ? frame.saidBy : [])].filter(
        (id) => !named.has(id) && (view.actors.has(id) || !asked.asksWho),
      )
      return others.length > 0 ? 1 : 0.6
    }
    case 'where':
      if (frame.where.some((id) => !named.has(id))) return 1
      return frame.where.length > 0 ? 0.85 : 0.55
    case 'why':
      if (frame.why !== undefined || /\b(cause|reason|motive|trigger)/i.test(frame.what ?? '')) return 1
      return givesReason.test(statement) ? 0.8 : 0.6
    case 'quote': {
      const isQuoted =
        frame.quote !== undefined || view.fact.citations.some((citation) => citation.reports?.quote !== undefined)
      const isOther = named.size > 0 && frame.saidBy.length > 0 && !frame.saidBy.some((id) => named.has(id))
      return (isQuoted ? 1 : frame.saidBy.length > 0 ? 0.85 : 0.6) * (isOther ? 0.8 : 1)
    }
    case 'yesNo':
      // "Were 300 people hurt" is answered by who counts the hurt.
      return frame.howMany === undefined && units.some(({ unit, weight }) => unit.kind === 'number' && weight > 0)
        ? 0.75
        : 1
    default:
      return 1
  }
}

const tellsFormer = /\b(former|ex)\b/i

const givesReason = /\b(because|due to|after|amid|over|caused|reason|triggered|sparked|so that|in order to|to )\b/i

/** Whether the fact's figure is one of what is to be counted: soldiers are not countries. */
function counts({ quantityUnits, whatUnits }: FactView, counted: Unit): boolean {
  if (counted.kind === 'weak' || counted.kind === 'name' || quantityUnits.length === 0) return true
  return [...quantityUnits, ...whatUnits.units].some(
    (unit) =>
      unit.stems.some((stem) => counted.stems.includes(stem)) ||
      unit.concepts.some((concept) => counted.concepts.includes(concept)) ||
      unit.entities.some((id) => counted.entities.includes(id)),
  )
}

/** The class of a fact's figure; years are an age where the frame says so. */
function figureClass({ howMany, what }: Frame): UnitClass {
  const kind = unitClass(howMany?.unit ?? '')
  return kind === 'duration' && /\bage\b|\bold\b/.test(what ?? '') ? 'age' : kind
}
