// What the matching sees of a fact: its words by field, the entities it speaks of, and the phrasings that readers use for it.

import type { Briefing } from '../briefing/briefing.ts'
import { namesOf } from '../briefing/briefing.ts'
import type { Entity, Fact, Lead, Role } from '../briefing/schema.ts'
import type { Lexicon } from './lexicon.ts'
import type { Names } from './names.ts'
import { type Asked, readAsked } from './question.ts'
import type { Reader } from './reader.ts'
import { entityTerm, type Unit } from './units.ts'
import { type WordSet, wordSet } from './wordSet.ts'

/** A phrasing that the curator wrote: a way to ask, or a false belief. */
export type Phrasing = {
  readonly text: string
  readonly units: WeighedUnits
  readonly words: WordSet
  readonly asked: Asked
  readonly lead: Lead | undefined
}

/** The units of a text that say something, with what each says and what all say together. */
export type WeighedUnits = {
  readonly units: readonly Unit[]
  readonly weights: readonly number[]
  readonly total: number
}

export type FactView = {
  readonly fact: Fact
  /** The statement and the frame's `what`. */
  readonly core: WordSet
  readonly statementUnits: WeighedUnits
  readonly whatUnits: WeighedUnits
  /** What the fact's figure counts. */
  readonly quantityUnits: readonly Unit[]
  /** Reasons, values, quotes, and the roles and names of those involved. */
  readonly aside: WordSet
  /** Entities in the frame. */
  readonly framed: ReadonlySet<string>
  /** Those of them that can do something: people, bodies and groups. */
  readonly actors: ReadonlySet<string>
  /** What the framed entities belong to, and what belongs to them. */
  readonly kin: ReadonlySet<string>
  readonly asks: readonly Phrasing[]
  /** Which of them hold a term. */
  readonly asksWith: ReadonlyMap<string, readonly number[]>
  readonly corrects: readonly Phrasing[]
  readonly isNegative: boolean
}

export type Reading = {
  readonly briefing: Briefing
  readonly lexicon: Lexicon
  readonly names: Names
  readonly reader: Reader
  /** The entities that are part of each entity. */
  readonly partsOf: ReadonlyMap<string, readonly string[]>
  /** How much a unit says (see weights.ts). */
  readonly weigh: (unit: Unit) => number
}

export function framedEntities(fact: Fact): string[] {
  const { who, whom, where, saidBy } = fact.frame
  return [...who, ...whom, ...where, ...saidBy]
}

export function viewFact(fact: Fact, reading: Reading): FactView {
  const { reader, briefing } = reading
  const unitsOf = (text: string | undefined) => (text === undefined ? [] : reader.unitsOf(text))
  const statementUnits = unitsOf(fact.statement)
  const whatUnits = unitsOf(fact.frame.what)
  const framed = new Set(framedEntities(fact))
  const entities = [...framed].flatMap((id) => briefing.entities.get(id) ?? [])
  const { why, value, quote } = fact.frame
  const quotes = fact.citations.flatMap((citation) => citation.reports?.quote ?? [])
  const asks = fact.asks.map(({ ask, lead }) => phrasing(ask, lead, reading))
  return {
    fact,
    core: wordSet([...statementUnits, ...whatUnits]),
    statementUnits: weighAll(statementUnits, reading),
    whatUnits: weighAll(whatUnits, reading),
    quantityUnits: unitsOf(fact.frame.howMany?.unit),
    aside: wordSet([
      ...[why, value, quote, ...quotes].flatMap(unitsOf),
      ...entities.flatMap((entity) => calledBy(entity).flatMap(unitsOf)),
    ]),
    framed,
    actors: new Set(entities.filter(({ kind }) => isActor(kind)).map(({ id }) => id)),
    kin: kinOf(entities, reading),
    asks,
    asksWith: phrasingsByTerm(asks),
    corrects: fact.corrects.map((belief) => phrasing(belief, undefined, reading)),
    isNegative: isNegative(fact.statement),
  }
}

/** What the matching sees of an office: its title, and the names of the body or place that it is of. */
export type RoleView = {
  readonly titleUnits: readonly Unit[]
  readonly title: WordSet
  readonly body: WordSet | undefined
}

export function viewRole(role: Role, { reader, briefing }: Reading): RoleView {
  const titleUnits = reader.unitsOf(role.title).filter((unit) => unit.kind !== 'stop')
  const of = role.of === undefined ? undefined : briefing.entities.get(role.of)
  const body = of === undefined ? undefined : wordSet(namesOf(of).flatMap(reader.unitsOf))
  return { titleUnits, title: wordSet(titleUnits), body }
}

export function isNegative(text: string): boolean {
  return /\b(no|not|never|neither|nor|none|without|nobody|denie[sd]|den(y|ied)|reject(s|ed)?|unknown|unclear)\b|n't\b/i.test(
    text,
  )
}

const isActor = (kind: Entity['kind']) => kind === 'person' || kind === 'organisation' || kind === 'group'

const calledBy = (entity: Entity) => [...namesOf(entity), ...entity.roles.map((role) => role.title)]

function kinOf(entities: readonly Entity[], { partsOf }: Reading): Set<string> {
  const kin = new Set<string>()
  for (const entity of entities) {
    for (const id of entity.partOf) kin.add(id)
    for (const role of entity.roles) if (role.of !== undefined) kin.add(role.of)
  }
  for (const { id } of entities) for (const part of partsOf.get(id) ?? []) kin.add(part)
  return kin
}

export function phrasing(text: string, lead: Lead | undefined, reading: Reading): Phrasing {
  const words = reading.reader.read(text)
  const units = reading.reader.toUnits(words)
  return { text, units: weighAll(units, reading), words: wordSet(units), asked: readAsked(words, null), lead }
}

function phrasingsByTerm(phrasings: readonly Phrasing[]): Map<string, number[]> {
  const found = new Map<string, number[]>()
  phrasings.forEach(({ words: { stems, concepts, entities } }, i) => {
    for (const term of [...stems, ...concepts, ...[...entities].map(entityTerm)]) {
      const list = found.get(term)
      if (list === undefined) found.set(term, [i])
      else list.push(i)
    }
  })
  return found
}

function weighAll(all: readonly Unit[], { weigh }: Reading): WeighedUnits {
  const units = all.filter((unit) => weigh(unit) > 0)
  const weights = units.map(weigh)
  return { units, weights, total: weights.reduce((sum, weight) => sum + weight, 0) }
}
