// Finds the entities that a text names, in any spelling or script that the briefing knows.

import { namesOf } from '../briefing/briefing.ts'
import type { Entity } from '../briefing/schema.ts'
import { type Token, tokenise } from './tokens.ts'

export type Naming = {
  readonly start: number
  /** Index after the last token. */
  readonly end: number
  /** The entities of that name: more than one where it is ambiguous, such as a surname. The same list for the same name. */
  readonly entities: readonly string[]
}

export type Names = {
  /** The names in a row of tokens, longest first, none overlapping. */
  readonly find: (tokens: readonly Token[]) => Naming[]
  /** The name that starts at a token, the longest, or undefined. */
  readonly at: (tokens: readonly Token[], start: number) => Naming | undefined
  /** True for words that open a name. */
  readonly isOpening: (word: string) => boolean
  /** Every word of every name, for spelling repair. */
  readonly words: ReadonlySet<string>
}

type Entry = { readonly words: readonly string[]; readonly entities: string[]; readonly isAbbreviation: boolean }

/** Builds the look-up of names. A person's surname counts as a name of theirs where it is long enough to be one. */
export function buildNames(entities: Iterable<Entity>, isStop: (word: string) => boolean): Names {
  const entries = new Map<string, Entry[]>()
  const words = new Set<string>()
  const add = (name: string, id: string, isSurname: boolean) => {
    // "The grain terminal" is asked for as "grain terminal" too; "the bike" alone would make a name of every bike.
    const tokens = tokenise(name.replace(/^(the|a|an) (?=\S+ \S)/i, ''))
    const parts = tokens.map((token) => token.word)
    if (parts.length === 0 || (isSurname && (parts.length !== 1 || (parts[0]?.length ?? 0) < 3))) return
    for (const part of parts) words.add(part)
    const first = parts[0] ?? ''
    const same = entries.get(first)?.find((entry) => entry.words.join(' ') === parts.join(' '))
    if (same !== undefined) {
      if (!same.entities.includes(id)) same.entities.push(id)
      return
    }
    const entry = {
      words: parts,
      entities: [id],
      isAbbreviation: parts.length === 1 && tokens[0]?.isCapitals === true,
    }
    const list = entries.get(first)
    if (list === undefined) entries.set(first, [entry])
    else list.push(entry)
  }
  const all = [...entities]
  for (const entity of all) for (const name of namesOf(entity)) add(name, entity.id, false)
  const taken = new Set([...entries.values()].flat().map((entry) => entry.words.join(' ')))
  for (const entity of all) {
    if (entity.kind !== 'person' || entity.unnamed) continue
    const surname = tokenise(entity.name).at(-1)?.word
    if (surname !== undefined && !taken.has(surname)) add(surname, entity.id, true)
  }
  for (const list of entries.values()) list.sort((a, b) => b.words.length - a.words.length)

  const matchAt = (tokens: readonly Token[], start: number): Naming | undefined => {
    for (const entry of entries.get(tokens[start]?.word ?? '') ?? []) {
      const end = start + entry.words.length
      if (!standsAt(tokens, start, entry.words)) continue
      // "US" and "WHO" are names only in capitals: in lower case they are a pronoun.
      if (entry.isAbbreviation && isStop(entry.words[0] ?? '') && !tokens[start]?.isCapitals) continue
      return { start, end, entities: entry.entities }
    }
    return undefined
  }
  return {
    words,
    at: matchAt,
    isOpening: (word) => entries.has(word),
    find(tokens) {
      const found: Naming[] = []
      for (let i = 0; i < tokens.length; ) {
        const naming = matchAt(tokens, i)
        if (naming === undefined) i++
        else {
          found.push(naming)
          i = naming.end
        }
      }
      return found
    },
  }
}

function standsAt(tokens: readonly Token[], start: number, words: readonly string[]): boolean {
  for (let i = 0; i < words.length; i++) if (tokens[start + i]?.word !== words[i]) return false
  return true
}
