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
  const size = briefing.facts.length + briefing.open.length
  const termsOfEntity = remember((id: string) => [entityTerm(id)])
  const officesOf = remember((id: string) => {
    const titles = briefing.entities.get(id)?.roles.map((role) => role.title) ?? []
    return titles
      .flatMap(reader.unitsOf)
      .filter((unit) => unit.kind !== 'stop')
      .flatMap((unit) => unit.terms)
  })

  const factsOfEntity = new Map<string, Fact[]>()
  const index = buildFactIndex(size, (position, addTerms) => {
    forEachText(briefing, position, (text, weight) => {
      for (const { kind, terms } of reader.unitsOf(text)) if (kind !== 'stop') addTerms(terms, weight)
    })
    const fact = briefing.facts[position]
    if (fact === undefined) return
    for (const id of framedEntities(fact)) {
      addTerms(termsOfEntity(id), 1)
      addTerms(officesOf(id), OFFICE_WEIGHT)
      const list = factsOfEntity.get(id)
      if (list === undefined) factsOfEntity.set(id, [fact])
      else if (list.at(-1) !== fact) list.push(fact)
    }
  })
  const reading: Reading = {
    briefing,
    lexicon,
    names,
    reader,
    partsOf: partsOf(briefing),
    weigh: weigher(index, new Set(english.common())),
  }
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
      hasPair:
        briefing.facts.length > LARGE
          ? () => false
          : pairsIn(size, (position, visit) => forEachText(briefing, position, (text) => visit(reader.read(text)))),
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

/** Hands over each text of the fact at a position, or of the open question behind the facts, with how much its words weigh. */
function forEachText({ facts, open }: Briefing, position: number, visit: (text: string, weight: number) => void): void {
  const fact = facts[position]
  if (fact === undefined) {
    for (const question of open[position - facts.length]?.asks ?? []) visit(question, 1)
    return
  }
  const { what, why, value, quote } = fact.frame
  visit(fact.statement, 1)
  if (what !== undefined && facts.length <= LARGE) visit(what, 1)
  for (const text of [why, value, quote]) if (text !== undefined) visit(text, 0.8)
  for (const { ask } of fact.asks) visit(ask, 0.8)
  for (const belief of fact.corrects) visit(belief, 0.6)
}

/** Which words stand side by side. Only a doubtful spelling asks, so they are gathered when the first one does. */
function pairsIn(size: number, forEachRow: (position: number, visit: (words: readonly Token[]) => void) => void) {
  let following: Map<string, Set<string>> | undefined
  const gather = () => {
    const found = new Map<string, Set<string>>()
    for (let position = 0; position < size; position++)
      forEachRow(position, (words) => {
        let before: Set<string> | undefined
        for (const { word } of words) {
          before?.add(word)
          before = found.get(word)
          if (before === undefined) {
            before = new Set()
            found.set(word, before)
          }
        }
      })
    return found
  }
  return (first: string, second: string) => {
    following ??= gather()
    return following.get(first)?.has(second) === true
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
