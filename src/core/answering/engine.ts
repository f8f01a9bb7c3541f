// A briefing made ready to be asked: its vocabulary, names and index. Built once a load, then only read.

import { type Briefing, publishedSpan } from '../briefing/briefing.ts'
import type { Entity, Fact, OpenQuestion, Role } from '../briefing/schema.ts'
import type { Span } from '../briefing/span.ts'
import { buildFactIndex, type FactIndex } from './factIndex.ts'
import {
  type FactView,
  framedEntities,
  type Phrasing,
  phrasing,
  type Reading,
  type RoleView,
  viewFact,
  viewRole,
} from './factView.ts'
import { buildLexicon, type LexiconFile } from './lexicon.ts'
import { buildNames, type Names } from './names.ts'
import { buildReader } from './reader.ts'
import { buildSpelling, type EnglishWords, type Spelling } from './spelling.ts'
import type { Token } from './tokens.ts'
import { entityTerm } from './units.ts'
import { weigher } from './weights.ts'

export type Engine = Reading & {
  /** The sources by the names that readers call them. */
  readonly sourceNames: Names
  /** Over the facts, and behind them the open questions. */
  readonly index: FactIndex
  /** When the newest source came out. */
  readonly newest: Span
  readonly spelling: Spelling
  readonly english: EnglishWords
  readonly viewOf: (fact: Fact) => FactView
  readonly viewOfRole: (role: Role) => RoleView
  /** The phrasings of an open question. */
  readonly asksOf: (question: OpenQuestion) => readonly Phrasing[]
  /** The facts that each entity is framed in. */
  readonly factsOfEntity: ReadonlyMap<string, readonly Fact[]>
}

/** What a base is worth keeping views of; beyond it the oldest go. */
const VIEWS_KEPT = 4000

/**
 * A base of more facts than this does without what costs more than it gives there: word pairs, which only help to repair
 * short words, and the frame's `what` in the index, as the statement alone finds the fact, which is then weighed with it.
 */
const LARGE = 20_000
/** How much a term counts that only stands in an office of somebody whom the fact speaks of. */
const OFFICE_WEIGHT = 0.6

function remember<K, V>(find: (key: K) => V): (key: K) => V {
  const found = new Map<K, V>()
  return (key) => {
    let value = found.get(key)
    if (value === undefined) {
      value = find(key)
      found.set(key, value)
    }
    return value
  }
}

/** Makes a briefing ready to be asked. */
export function buildEngine(briefing: Briefing, lexiconFile: LexiconFile, english: EnglishWords): Engine {
  const lexicon = buildLexicon(lexiconFile, briefing.head.words)
  const names = buildNames(briefing.entities.values(), lexicon.isStop)
  const sourceNames = buildNames([...briefing.sources.values()].map(sourceAsNamed), lexicon.isStop)
  const reader = buildReader(lexicon, names)
  const pairs = buildPairs()
  const isLarge = briefing.facts.length > LARGE
  const termsOfEntity = remember((id: string) => [entityTerm(id)])
  const officesOf = remember((id: string) => {
    const titles = briefing.entities.get(id)?.roles.map((role) => role.title) ?? []
    return titles
      .flatMap(reader.unitsOf)
      .filter((unit) => unit.kind !== 'stop')
      .flatMap((unit) => unit.terms)
  })

  const factsOfEntity = new Map<string, Fact[]>()
  const index = buildFactIndex(briefing.facts.length + briefing.open.length, (position, addTerms) => {
    const add = (text: string | undefined, weight: number) => {
      if (text === undefined) return
      const words = reader.read(text)
      if (!isLarge) pairs.add(words)
      for (const { kind, terms } of reader.toUnits(words)) if (kind !== 'stop') addTerms(terms, weight)
    }
    const fact = briefing.facts[position]
    if (fact === undefined) {
      for (const question of briefing.open[position - briefing.facts.length]?.asks ?? []) add(question, 1)
      return
    }
    const { what, why, value, quote } = fact.frame
    add(fact.statement, 1)
    if (!isLarge) add(what, 1)
    for (const text of [why, value, quote]) add(text, 0.8)
    for (const { ask } of fact.asks) add(ask, 0.8)
    for (const belief of fact.corrects) add(belief, 0.6)
    for (const id of framedEntities(fact)) {
      addTerms(termsOfEntity(id), 1)
      addTerms(officesOf(id), OFFICE_WEIGHT)
      const list = factsOfEntity.get(id)
      if (list === undefined) factsOfEntity.set(id, [fact])
      else if (list.at(-1) !== fact) list.push(fact)
    }
  })
  const reading: Reading = { briefing, lexicon, names, reader, partsOf: partsOf(briefing), weigh: weigher(index) }
  const counts = new Map<string, number>()
  for (const word of reader.vocabulary())
    counts.set(word, lexicon.isStop(word) ? index.size : index.countOf(lexicon.stem(word)))
  for (const word of names.words) counts.set(word, (counts.get(word) ?? 0) + 3)
  for (const word of sourceNames.words) counts.set(word, (counts.get(word) ?? 0) + 1)
  for (const word of lexicon.words) if (!counts.has(word)) counts.set(word, 0)

  const stems = new Set([...counts.keys()].map(lexicon.stem))
  const openById = new Map(briefing.open.map((question) => [question.id, question]))
  const asksById = remember((id: string) =>
    (openById.get(id)?.asks ?? []).map((one) => phrasing(one, undefined, reading)),
  )
  const asksOf = (question: OpenQuestion) => asksById(question.id)

  const views = new Map<Fact, FactView>()
  const viewOf = (fact: Fact): FactView => {
    let view = views.get(fact)
    if (view === undefined) {
      view = viewFact(fact, reading)
      const [oldest] = views.keys()
      if (views.size >= VIEWS_KEPT && oldest !== undefined) views.delete(oldest)
      views.set(fact, view)
    }
    return view
  }
  return {
    ...reading,
    sourceNames,
    english,
    index,
    newest: newestSpan(briefing),
    spelling: buildSpelling({
      words: counts,
      isForm: (word) => stems.has(lexicon.stem(word)),
      hasPair: pairs.has,
      english,
    }),
    viewOf,
    viewOfRole: remember((role: Role) => viewRole(role, reading)),
    asksOf,
    factsOfEntity,
  }
}

function newestSpan(briefing: Briefing): Span {
  const newest = [...briefing.sources.values()].map(publishedSpan).sort((a, b) => b.to - a.to || b.from - a.from)[0]
  if (newest === undefined) throw new Error('a briefing has at least one source')
  return newest
}

function partsOf(briefing: Briefing): Map<string, string[]> {
  const parts = new Map<string, string[]>()
  for (const entity of briefing.entities.values())
    for (const whole of entity.partOf) {
      const list = parts.get(whole)
      if (list === undefined) parts.set(whole, [entity.id])
      else list.push(entity.id)
    }
  return parts
}

/** Which words stand side by side, kept as pairs of numbers: a large base has millions. */
function buildPairs() {
  const numbers = new Map<string, number>()
  const pairs = new Set<number>()
  const numberOf = (word: string) => {
    let number = numbers.get(word)
    if (number === undefined) {
      number = numbers.size
      numbers.set(word, number)
    }
    return number
  }
  const keyOf = (a: number, b: number) => a * 2 ** 24 + b
  return {
    add(tokens: readonly Token[]) {
      for (let i = 1; i < tokens.length; i++)
        pairs.add(keyOf(numberOf((tokens[i - 1] as Token).word), numberOf((tokens[i] as Token).word)))
    },
    has: (a: string, b: string) => {
      const [x, y] = [numbers.get(a), numbers.get(b)]
      return x !== undefined && y !== undefined && pairs.has(keyOf(x, y))
    },
  }
}

/** A source in the shape of a thing with names, so that one look-up serves both. */
function sourceAsNamed(source: { id: string; publisher: string; names: string[] }): Entity {
  return {
    id: source.id,
    kind: 'thing',
    name: source.publisher,
    names: source.names,
    unnamed: false,
    partOf: [],
    roles: [],
    profile: [],
  }
}
