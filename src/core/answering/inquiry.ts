// A question, understood: its units with their weight, the names in it, the date, source and thread it refers to.

import { fold } from '../briefing/fold.ts'
import type { Verb } from '../briefing/schema.ts'
import type { Span } from '../briefing/span.ts'
import { type Comparison, readComparison } from './comparison.ts'
import { findDate } from './dates.ts'
import type { Engine } from './engine.ts'
import { excludedTokens } from './excludedTokens.ts'
import { namedSources } from './namedSources.ts'
import { plainTokens } from './plainTokens.ts'
import { type Asked, readAsked } from './question.ts'
import type { Slot } from './slot.ts'
import { takeUpThread } from './takeUpThread.ts'
import { findPronoun, noThread, type Thread, takesUp } from './thread.ts'
import { type Token, tokenise } from './tokens.ts'
import { type Unit, unitOf, type WeightedUnit } from './units.ts'
import { UNKNOWN } from './weights.ts'
import { coverByWords, type WordSet, wordSet } from './wordSet.ts'

export type Inquiry = {
  readonly tokens: readonly Token[]
  /** Misspelt word → the word it was taken for. */
  readonly repairs: ReadonlyMap<string, string>
  readonly asked: Asked
  readonly units: readonly WeightedUnit[]
  /** How far the question speaks of a unit, 0 to 1. */
  readonly speaksOf: (unit: Unit) => number
  /** Entities that the question names, itself or by a pronoun. */
  readonly named: ReadonlySet<string>
  /** True where it names somebody or something that neither the briefing nor English knows. */
  readonly namesUnknown: boolean
  /** The opposites of what it says not to be so ("how many have not been found"), where it asks for more than a yes or no. */
  readonly opposites: ReadonlySet<string>
  /** What is to be counted, where the question says it right behind "how many". */
  readonly counted: Unit | undefined
  /** Words in quotation marks, folded: they are looked for as they stand. */
  readonly quoted: readonly string[]
  /** A day or span that the question speaks of. */
  readonly date: Span | undefined
  /** Sources that the question asks to answer from. */
  readonly sources: ReadonlySet<string>
  /** The same where they are among what the briefing tells of: what a paper did may be told by another. */
  readonly publishers: ReadonlySet<string>
  /** How the question asks sources to be compared, where it does. */
  readonly comparison: Comparison | undefined
  /** True where the question cannot stand without the thread. */
  readonly isFollowUp: boolean
  /** True where it says so itself: "and when", "why did he". */
  readonly refersBack: boolean
}

/** Slots for which it matters whether something is so or is not so; a yes/no question is answered either way. */
const tellsApart: ReadonlySet<Slot> = new Set(['howMany', 'who', 'what', 'where'])

/** Words of a date, which is matched as a date and not as words. */
const dateWord =
  /^(\d{1,4}|\d{1,2}(st|nd|rd|th)|jan\w*|feb\w*|mar|march|apr|april|may|june?|july?|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*|(mon|tues|wednes|thurs|fri|satur|sun)day)$/

/** What stands behind "besides" is what the answer is not. */
const EXCLUDED_WEIGHT = 0.1

/** A figure in a yes/no question is held against the fact's own; what it counts finds the fact. */
const CHECKED_WEIGHT = 0.4

export function understand(engine: Engine, text: string, verb: Verb | null, thread: Thread = noThread): Inquiry {
  const repairs = new Map<string, string>()
  const tokens = plainTokens(tokenise(text), engine, repairs)
  const words = tokens.map((token) => token.word)
  const comparison = readComparison(tokens, engine.sourceNames)
  const sources = comparison?.sources ?? namedSources(tokens, engine.sourceNames)
  const { weigh } = engine

  const ownAsked = readAsked(tokens, verb)
  const ownUnits = engine.reader.toUnits(tokens.map(engine.reader.wordOf))
  const content = ownUnits.filter((unit) => unit.kind !== 'stop' && unit.kind !== 'weak')
  const hasNames = content.some((unit) => unit.kind === 'name')
  const pronoun = findPronoun(words)
  const hasThread = thread.units.length > 0 || thread.entities.length > 0
  const refersBack = hasThread && (pronoun !== undefined || takesUp(words))
  const isFollowUp = hasThread && (refersBack || !hasNames || content.length <= 2)

  const date = findDate(text, new Date(engine.newest.to))
  const excluded = excludedTokens(words)
  const opposites = new Set<string>()
  const isChecked = (unit: Unit) => unit.kind === 'number' && ownAsked.slot === 'yesNo'
  let position = 0
  let counted: Unit | undefined
  // What is to be counted is a thing, which other words seldom stand for.
  const isUncounted = (unit: Unit) =>
    unit === counted && unit.kind === 'word' && unit.terms.every((term) => engine.index.tellingOf(term) === undefined)
  const weightOf = (unit: Unit) => (isUncounted(unit) ? UNKNOWN : weigh(unit))
  const ownWeighed: WeightedUnit[] = []
  for (const own of ownUnits) {
    const denied = tellsApart.has(ownAsked.slot) && isNegatedAt(words, position) ? oppositesOf(own, engine) : []
    for (const concept of denied) opposites.add(concept)
    const unit = denied.length === 0 ? own : unitOf({ ...own, concepts: [...own.concepts, ...denied] })
    const isForm = unit.words.every(
      (_, i) => ownAsked.formTokens.has(position + i) || comparison?.formTokens.has(position + i),
    )
    const isDate = date !== undefined && unit.kind !== 'name' && unit.words.every((word) => dateWord.test(word))
    const isExcluded = unit.words.every((_, i) => excluded.has(position + i))
    if (
      ownAsked.countedAt !== undefined &&
      position <= ownAsked.countedAt &&
      ownAsked.countedAt < position + unit.words.length &&
      unit.kind !== 'stop'
    )
      counted = unit
    position += unit.words.length
    ownWeighed.push({
      unit,
      weight:
        isForm || isDate ? 0 : weightOf(unit) * (isExcluded ? EXCLUDED_WEIGHT : isChecked(unit) ? CHECKED_WEIGHT : 1),
      isFromContext: false,
    })
  }
  // A name in quotation marks is a name.
  const isName = (quoted: string) => content.some(({ kind, words }) => kind === 'name' && words.join(' ') === quoted)
  const named = new Set(ownWeighed.flatMap(({ unit }) => unit.entities))
  const own = { words, units: ownWeighed, asked: ownAsked, hasNames, isCommand: verb !== null }
  const { asked, units, referent } = isFollowUp
    ? takeUpThread(own, thread, engine)
    : { asked: ownAsked, units: ownWeighed, referent: undefined }
  if (referent !== undefined) named.add(referent)
  return {
    tokens,
    repairs,
    asked,
    units: withoutSources(units, engine, sources).map((one) => withOffices(one, named, engine)),
    speaksOf: rememberCover(wordSet(units.map(({ unit }) => unit))),
    named,
    // Who misspells one word may have misspelt another beyond repair.
    namesUnknown: repairs.size === 0 && ownUnits.some((unit) => isUnknown(unit, engine)),
    opposites,
    counted,
    quoted: [...fold(text).matchAll(/"([^"]{6,300})"/g)]
      .map((match) => bareWords(match[1] ?? ''))
      .filter((words) => words.includes(' ') && !isName(words)),
    date,
    sources,
    publishers: new Set(sources.size === 0 ? [] : ownUnits.flatMap((unit) => publishersIn(unit, engine))),
    comparison,
    isFollowUp,
    refersBack,
  }
}

/** Phrasings share their units, so each is held against the question once. */
function rememberCover(words: WordSet): (unit: Unit) => number {
  const covers = new Map<Unit, number>()
  return (unit) => {
    let cover = covers.get(unit)
    if (cover === undefined) {
      cover = coverByWords(unit, words)
      covers.set(unit, cover)
    }
    return cover
  }
}

/** A text as its bare words, for finding a quotation in it. */
export function bareWords(text: string): string {
  return fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

/** The thread that a question leaves to the next one, with the entities that its answer spoke of. */
export function threadAfter(inquiry: Inquiry, answered: readonly string[], before: Thread = noThread): Thread {
  const own = inquiry.units.filter(({ isFromContext, weight }) => !isFromContext && weight > 0).map(({ unit }) => unit)
  const units = inquiry.isFollowUp ? [...own, ...before.units] : own
  // After "who replaced Weir", "he" is the one who did; after "who is Weir" or "when was Weir dismissed" it is Weir.
  const found = answered.filter((id) => !inquiry.named.has(id))
  const asksAnother = inquiry.asked.slot === 'who' && own.some((unit) => unit.kind === 'word' || unit.kind === 'phrase')
  const spokenOf = asksAnother ? [...found, ...inquiry.named] : [...inquiry.named, ...found]
  return { units, asked: inquiry.asked, entities: [...new Set([...spokenOf, ...before.entities])] }
}

/** A word of no fact, no concept and no English: most likely a name. */
function isUnknown({ kind, words, terms }: Unit, { index, english, sourceNames }: Engine): boolean {
  const [word = ''] = words
  if (kind !== 'word' || word.length < 4 || !/^[a-z]+$/.test(word) || sourceNames.words.has(word)) return false
  return terms.every((term) => index.tellingOf(term) === undefined) && !english.has(word)
}

const publishersIn = ({ entities, words }: Unit, { sourceNames }: Engine) =>
  words.every((word) => sourceNames.words.has(word)) ? entities : []

/** The name of a source that the question asks to answer from says nothing of the subject. */
function withoutSources(
  units: readonly WeightedUnit[],
  { sourceNames }: Engine,
  sources: ReadonlySet<string>,
): WeightedUnit[] {
  if (sources.size === 0) return [...units]
  return units.map((weighted) =>
    weighted.unit.words.every((word) => sourceNames.words.has(word))
      ? { ...weighted, weight: weighted.weight * 0.15 }
      : weighted,
  )
}

/** Whether "not" or "never" stands before a word, with no more than an adverb or an auxiliary between them. */
function isNegatedAt(words: readonly string[], at: number): boolean {
  return /\b(not|never)( (yet|been|be|ever|actually|really|still|so far|got|get|to|have|had))*$/.test(
    words.slice(0, at).join(' '),
  )
}

const oppositesOf = ({ concepts }: Unit, { lexicon }: Engine) =>
  concepts.flatMap((concept) => lexicon.oppositesOf(concept)).filter((one) => !concepts.includes(one))

const officeWord = /^(job|jobs|post|office|seat|position|role)$/

/** "Does Voss still have her job" speaks of the very office that Voss holds or held. */
function withOffices(weighted: WeightedUnit, named: ReadonlySet<string>, engine: Engine): WeightedUnit {
  const { unit } = weighted
  if (unit.kind === 'name' || !unit.words.every((word) => officeWord.test(word))) return weighted
  const roles = [...named].flatMap((id) => engine.briefing.entities.get(id)?.roles ?? [])
  const titles = roles.flatMap((role) => [...engine.viewOfRole(role).title.concepts])
  return titles.length === 0
    ? weighted
    : { ...weighted, unit: unitOf({ ...unit, concepts: [...unit.concepts, ...titles] }) }
}

/** The lists of terms by which the index is searched, a list a unit. */
export function searchTerms(inquiry: Inquiry) {
  return inquiry.units
    .filter(({ weight }) => weight > 0)
    .map(({ unit, weight }) => ({
      terms: unit.terms.map((term) => ({
        term,
        weight: weight * (term.startsWith('~') ? 0.85 : unit.kind === 'name' && !term.startsWith('@') ? 0.5 : 1),
      })),
    }))
}
