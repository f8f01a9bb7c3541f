// A briefing made ready to be asked: its vocabulary, names and index. Built once a load, then only read.

import { type Briefing, publishedSpan } from '../briefing/briefing.ts'
import type { Entity, OpenQuestion } from '../briefing/schema.ts'
import { buildFactIndex, type FactIndex } from './factIndex.ts'
import { type FactView, framedEntities, type Phrasing, phrasing, viewFact } from './factView.ts'
import { buildLexicon, type Lexicon, type LexiconFile } from './lexicon.ts'
import { buildNames, type Names } from './names.ts'
import { buildSpelling, type EnglishWords, type Spelling } from './spelling.ts'
import { type Token, tokenise } from './tokens.ts'
import { entityTerm, termsOf, toUnits, type Unit } from './units.ts'
import { weigher } from './weights.ts'

export type Engine = {
  readonly briefing: Briefing
  readonly lexicon: Lexicon
  readonly names: Names
  /** The sources by the names that readers call them. */
  readonly sourceNames: Names
  /** Over the facts, and behind them the open questions. */
  readonly index: FactIndex
  /** The day on which the newest source came out, in UTC. */
  readonly newest: Date
  readonly spelling: Spelling
  /** How much a unit says (see weights.ts). */
  readonly weigh: (unit: Unit) => number
  readonly viewOf: (fact: number) => FactView
  /** The phrasings of an open question. */
  readonly asksOf: (question: OpenQuestion) => readonly Phrasing[]
  /** The position of a fact in the briefing, by its id. */
  readonly positionOf: ReadonlyMap<string, number>
  /** The facts that each entity is framed in, by position. */
  readonly factsOfEntity: ReadonlyMap<string, readonly number[]>
}

/** What a base is worth keeping views of; beyond it the oldest go. */
const VIEWS_KEPT = 4000

/** Makes a briefing ready to be asked. */
export function buildEngine(briefing: Briefing, lexiconFile: LexiconFile, english: EnglishWords): Engine {
  const lexicon = buildLexicon(lexiconFile, briefing.head.words)
  const names = buildNames(briefing.entities.values(), lexicon.isStop)
  const sourceNames = buildNames([...briefing.sources.values()].map(sourceAsNamed), lexicon.isStop)
  const reading = { briefing, lexicon, names }
  const counts = new Map<string, number>()
  const pairs = new Set<string>()
  const note = (tokens: readonly Token[]) => {
    let before = ''
    for (const { word } of tokens) {
      counts.set(word, (counts.get(word) ?? 0) + 1)
      if (before !== '') pairs.add(`${before} ${word}`)
      before = word
    }
  }

  const factsOfEntity = new Map<string, number[]>()
  const index = buildFactIndex(briefing.facts.length + briefing.open.length, (position) => {
    const fact = briefing.facts[position]
    const terms = new Map<string, number>()
    const add = (text: string | undefined, weight: number) => {
      if (text === undefined) return
      const tokens = tokenise(text)
      note(tokens)
      for (const unit of toUnits(tokens, lexicon, names)) {
        if (unit.kind === 'stop') continue
        for (const term of termsOf(unit)) {
          const own = term.startsWith('~') ? weight * 0.8 : weight
          if ((terms.get(term) ?? 0) < own) terms.set(term, own)
        }
      }
    }
    if (fact === undefined) {
      for (const question of briefing.open[position - briefing.facts.length]?.asks ?? []) add(question, 1)
      return terms
    }
    const { what, why, value, quote } = fact.frame
    add(fact.statement, 1)
    add(what, 1)
    for (const text of [why, value, quote]) add(text, 0.8)
    for (const { ask } of fact.asks) add(ask, 0.8)
    for (const belief of fact.corrects) add(belief, 0.6)
    for (const id of framedEntities(fact)) {
      terms.set(entityTerm(id), 1)
      const list = factsOfEntity.get(id)
      if (list === undefined) factsOfEntity.set(id, [position])
      else if (list.at(-1) !== position) list.push(position)
      for (const role of briefing.entities.get(id)?.roles ?? []) add(role.title, 0.6)
    }
    return terms
  })
  for (const word of names.words) counts.set(word, (counts.get(word) ?? 0) + 3)
  for (const word of sourceNames.words) counts.set(word, (counts.get(word) ?? 0) + 1)
  for (const word of lexicon.words) if (!counts.has(word)) counts.set(word, 0)

  const stems = new Set([...counts.keys()].map(lexicon.stem))
  const openAsks = new Map<string, readonly Phrasing[]>()
  const asksOf = (question: OpenQuestion): readonly Phrasing[] => {
    let asks = openAsks.get(question.id)
    if (asks === undefined) {
      asks = question.asks.map((one) => phrasing(one, undefined, reading))
      openAsks.set(question.id, asks)
    }
    return asks
  }

  const views = new Map<number, FactView>()
  const viewOf = (position: number): FactView => {
    let view = views.get(position)
    if (view === undefined) {
      const fact = briefing.facts[position]
      if (fact === undefined) throw new RangeError(`no fact at ${position}`)
      view = viewFact(fact, reading)
      if (views.size >= VIEWS_KEPT) views.delete(views.keys().next().value ?? -1)
      views.set(position, view)
    }
    return view
  }
  return {
    ...reading,
    sourceNames,
    index,
    newest: new Date(Math.max(...[...briefing.sources.values()].map((source) => publishedSpan(source).to))),
    spelling: buildSpelling({ words: counts, isForm: (word) => stems.has(lexicon.stem(word)), hasPair: (pair) => pairs.has(pair), english }),
    weigh: weigher(index),
    viewOf,
    asksOf,
    positionOf: new Map(briefing.facts.map((fact, i) => [fact.id, i])),
    factsOfEntity,
  }
}

/** A source in the shape of a thing with names, so that one look-up serves both. */
function sourceAsNamed(source: { id: string; publisher: string; names: string[] }): Entity {
  return { id: source.id, kind: 'thing', name: source.publisher, names: source.names, unnamed: false, partOf: [], roles: [], profile: [] }
}
