// What a follow-up takes up from its thread: whom its pronoun means, what is asked where it does not say so itself, and the
// words that were said before, which count for less.

import type { Engine } from './engine.ts'
import type { Asked } from './question.ts'
import { findPronoun, isPersonal, suits, type Thread } from './thread.ts'
import { tokenise } from './tokens.ts'
import { type Unit, unitOf, type WeightedUnit } from './units.ts'
import { wordSet } from './wordSet.ts'

/** How much less a word counts that was said earlier in the thread. */
const CONTEXT_WEIGHT = 0.45

/** What a follow-up says itself. */
export type Own = {
  readonly words: readonly string[]
  readonly units: readonly WeightedUnit[]
  readonly asked: Asked
  readonly hasNames: boolean
  /** True for what a command asks, which says by itself what is asked. */
  readonly isCommand: boolean
}

export type TakenUp = {
  readonly asked: Asked
  /** Its own units with those of the thread. */
  readonly units: readonly WeightedUnit[]
  /** Whom a pronoun in it means. */
  readonly referent: string | undefined
}

export function takeUpThread(own: Own, thread: Thread, engine: Engine): TakenUp {
  const { words, hasNames } = own
  const named = new Set(own.units.flatMap(({ unit }) => unit.entities))
  const pronoun = findPronoun(words)
  const referent =
    pronoun === undefined || pronoun === 'it'
      ? undefined
      : thread.entities.find((id) => suits(engine, id, pronoun, named))
  const meant = referent === undefined ? [] : [ofEntity(referent, 1, false, engine)]
  const isElliptic = !own.isCommand && thread.asked !== undefined && isSlotless(own.asked, words)
  const share =
    referent !== undefined && isPersonal(pronoun)
      ? CONTEXT_WEIGHT / 3
      : isElliptic || pronoun !== undefined || !hasNames
        ? CONTEXT_WEIGHT
        : CONTEXT_WEIGHT / 2
  const known = wordSet([...own.units, ...meant].map(({ unit }) => unit))
  const isReplaced = ({ entities }: Unit) =>
    entities.length > 0 && ((hasNames && isElliptic) || (referent !== undefined && entities.includes(referent)))
  const said = thread.units
    .filter((unit) => !unit.stems.every((stem) => known.stems.has(stem)) && !isReplaced(unit))
    .map((unit) => ({ unit, weight: share * engine.weigh(unit), isFromContext: true }))
  const units = [...own.units, ...meant, ...said]
  // "It" may be what the last answer spoke of, though no question named it.
  const spokenOf =
    pronoun === 'it' && !hasNames
      ? thread.entities.filter((id) => !units.some(({ unit }) => unit.entities.includes(id))).slice(0, 2)
      : []
  return {
    asked: isElliptic && thread.asked !== undefined ? { ...own.asked, ...slotOf(thread.asked) } : own.asked,
    units: [...units, ...spokenOf.map((id) => ofEntity(id, CONTEXT_WEIGHT / 2, true, engine))],
    referent,
  }
}

const slotOf = ({ slot, unitClass, orUnitClass, isList }: Asked) => ({ slot, unitClass, orUnitClass, isList })

function isSlotless(asked: Asked, words: readonly string[]): boolean {
  if (asked.slot === 'definition' || asked.slot === 'what')
    return !/^(and )?(what|who|which|explain|describe|define)\b(?! about)/.test(words.join(' '))
  return false
}

function ofEntity(id: string, share: number, isFromContext: boolean, { briefing, weigh }: Engine): WeightedUnit {
  const words = tokenise(briefing.entities.get(id)?.name ?? id).map((token) => token.word)
  const unit = unitOf({ words, stems: words, concepts: [], entities: [id], kind: 'name' })
  return { unit, weight: share * weigh(unit), isFromContext }
}
