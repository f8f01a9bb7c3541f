// What the thread before a question leaves to it, and whom a pronoun in it may mean.

import type { Engine } from './engine.ts'
import type { Asked } from './question.ts'
import type { Unit } from './units.ts'

/** What the thread before a question leaves to it. */
export type Thread = {
  readonly units: readonly Unit[]
  readonly asked: Asked | undefined
  /** Entities in the order in which they were last spoken of, the newest first. */
  readonly entities: readonly string[]
}

export const noThread: Thread = { units: [], asked: undefined, entities: [] }

type Pronoun = 'he' | 'she' | 'they' | 'it'
const pronounOf = new Map<string, Pronoun>([
  ...['he', 'him', 'his', 'himself'].map((word): [string, Pronoun] => [word, 'he']),
  ...['guy', 'man', 'fellow', 'bloke'].map((word): [string, Pronoun] => [word, 'he']),
  ...['woman', 'lady'].map((word): [string, Pronoun] => [word, 'she']),
  ...['she', 'her', 'hers', 'herself'].map((word): [string, Pronoun] => [word, 'she']),
  ...['they', 'them', 'their', 'theirs', 'those', 'these'].map((word): [string, Pronoun] => [word, 'they']),
  ...['it', 'its', 'that', 'this', 'there', 'then', 'one'].map((word): [string, Pronoun] => [word, 'it']),
])

/** After these "that" stands alone: "when was that again", "that one". */
const notPointedAt = new Set([
  'one',
  'again',
  'then',
  'too',
  'now',
  'is',
  'was',
  'were',
  'are',
  'guy',
  'man',
  'woman',
  'person',
  'lady',
  'fellow',
  'bloke',
  'happen',
  'happened',
  'mean',
  'exactly',
])

/** True for "and the police", "what about the trams": a question that begins where another one ended. */
export function takesUp(words: readonly string[]): boolean {
  return /^(and|but|so|or|what about|how about|ok|also|then)\b/.test(words.join(' '))
}

export function findPronoun(words: readonly string[]): Pronoun | undefined {
  // "That interview" points at a thing that it names itself; "that one" and "what is that" do not.
  const isPointing = (i: number) =>
    ['that', 'this', 'those', 'these', 'there'].includes(words[i] ?? '') &&
    words[i + 1] !== undefined &&
    !notPointedAt.has(words[i + 1] ?? '')
  // "How many of those were police" takes up what was counted, and nobody of whom the answer spoke.
  const isPart = (i: number) => words[i - 1] === 'of' && ['them', 'those', 'these'].includes(words[i] ?? '')
  const found = words.flatMap((word, i) => (isPart(i) ? 'it' : isPointing(i) ? [] : (pronounOf.get(word) ?? [])))
  return found.find((one) => one !== 'it') ?? found[0]
}

export const isPersonal = (pronoun: Pronoun | undefined) => pronoun === 'he' || pronoun === 'she'

export function suits(
  { briefing }: Engine,
  id: string,
  pronoun: Exclude<Pronoun, 'it'>,
  named: ReadonlySet<string>,
): boolean {
  const entity = briefing.entities.get(id)
  if (entity === undefined || named.has(id)) return false
  if (pronoun === 'he' || pronoun === 'she') return entity.kind === 'person' && (entity.pronoun ?? pronoun) === pronoun
  return (
    entity.kind === 'group' || entity.kind === 'organisation' || (entity.kind === 'person' && entity.pronoun === 'they')
  )
}
