// What fits what a reader has typed so far: names in any spelling or script, topics, and questions that a curator has
// rehearsed. Asked at every key, so all that can be prepared is prepared once for each briefing.

import { distance } from 'fastest-levenshtein'
import type { Engine } from '../answering/engine.ts'
import { namesOf } from '../briefing/briefing.ts'
import { fold } from '../briefing/fold.ts'
import type { Completion } from './request.ts'

/** Discord shows at most 25 choices, of at most 100 characters in name and in value (docs: Application Commands, "Autocomplete"). */
const MOST_COMPLETIONS = 25
const MAX_CHARS = 100
/** A larger base has too many topics and questions to look through at every key. */
const LARGE = 20_000

type Entry = Completion & { readonly folded: string; readonly words: readonly string[]; readonly rank: number }

const prepared = new WeakMap<Engine, readonly Entry[]>()

/** The best completions over some briefings, best first; without text the names that stand in most facts. */
export function complete(engines: readonly Engine[], typed: string): readonly Completion[] {
  const wanted = fold(typed).trim().slice(0, MAX_CHARS)
  const found: { entry: Entry; cost: number }[] = []
  for (const engine of engines)
    for (const entry of entriesOf(engine)) {
      const cost = costOf(entry, wanted)
      if (cost !== undefined) found.push({ entry, cost: cost + entry.rank })
    }
  found.sort((a, b) => a.cost - b.cost)
  const completions = new Map<string, Completion>()
  for (const { entry } of found) {
    if (completions.size === MOST_COMPLETIONS) break
    if (!completions.has(entry.value)) completions.set(entry.value, { label: entry.label, value: entry.value })
  }
  return [...completions.values()]
}

/** 0 for an opening, 1 for the opening of a word, 2 for words in any order, 3 for a misspelling; undefined for no fit. */
function costOf({ folded, words }: Entry, wanted: string): number | undefined {
  if (wanted === '' || folded.startsWith(wanted)) return 0
  if (folded.includes(` ${wanted}`)) return 1
  const typed = wanted.split(' ')
  if (typed.every((part) => words.some((word) => word.startsWith(part)))) return 2
  const isNear = (part: string) =>
    part.length >= 4 && words.some((word) => distance(word.slice(0, part.length + 1), part) <= 1 + part.length / 6)
  return typed.length <= 3 && typed.every(isNear) ? 3 : undefined
}

function entriesOf(engine: Engine): readonly Entry[] {
  let entries = prepared.get(engine)
  if (entries === undefined) {
    entries = [...nameEntries(engine), ...topicEntries(engine)]
    prepared.set(engine, entries)
  }
  return entries
}

function* nameEntries({ briefing, factsOfEntity }: Engine): Generator<Entry> {
  for (const entity of briefing.entities.values()) {
    const facts = factsOfEntity.get(entity.id)?.length ?? 0
    for (const name of namesOf(entity)) {
      // "Weir" is in "Anna Weir" already; "the minister" has to be told.
      const label = fold(entity.name).includes(fold(name)) ? entity.name : `${entity.name} (${name})`
      yield* entry(name, label, entity.name, 0.7 / (1 + facts) + name.length / 500 - (label === entity.name ? 0.1 : 0))
    }
  }
}

function* topicEntries({ briefing }: Engine): Generator<Entry> {
  if (briefing.facts.length > LARGE) return
  for (const { frame } of briefing.facts)
    if (frame.what !== undefined) yield* entry(frame.what, frame.what, frame.what, 1.2)
  for (const { asks } of briefing.facts) for (const { ask } of asks) yield* entry(ask, ask, ask, 2.2)
}

function* entry(text: string, label: string, value: string, rank: number): Generator<Entry> {
  if (value.length > MAX_CHARS) return
  const folded = fold(text)
  yield { label: label.length > MAX_CHARS ? value : label, value, folded, words: folded.split(/[^a-z0-9]+/), rank }
}
