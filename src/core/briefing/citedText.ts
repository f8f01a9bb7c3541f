// What stands in a source's text, and what does not: paragraphs, words and names, whatever the case, the quote marks and the spaces.

import { namesOf } from './briefing.ts'
import { fold } from './fold.ts'
import type { Entity } from './schema.ts'

/** The cited paragraphs, as one text. */
export type CitedText = {
  readonly raw: string
  /** Its words between single spaces, for comparison. */
  readonly words: string
}

/** A source's paragraphs: its lines that are not empty. The first one is cited as 1. */
export function paragraphsOf(text: string): readonly string[] {
  return text.split(/[\r\n]+/).filter((line) => line.trim() !== '')
}

export function citedText(paragraphs: readonly string[]): CitedText {
  const raw = paragraphs.join('\n')
  return { raw, words: spacedWords(raw) }
}

/** "160,000" stays one word, so that it does not hold "160". */
function spacedWords(text: string): string {
  return ` ${(fold(text).match(/\d+(?:[.,]\d+)*|[a-z]+/g) ?? []).join(' ')} `
}

/** Where a quotation leaves something out: an ellipsis, or brackets around what the quoter put in. */
const gap = /\[[^\]]*\]|…|\.{3,}/

/** True where each unbroken run of the words stands there word for word. */
export function holds(text: CitedText, wording: string): boolean {
  const runs = wording
    .split(gap)
    .map(spacedWords)
    .filter((run) => run.trim() !== '')
  return runs.length > 0 && runs.every((run) => text.words.includes(run))
}

/** True where the text calls the entity by one of its names, a person also by surname or by the title of a role. */
export function names(text: CitedText, entity: Entity): boolean {
  const titles = entity.roles.map((role) => role.title)
  return [...namesOf(entity), withoutArticle(entity.name), ...surname(entity), ...titles].some((name) =>
    holdsName(text, name),
  )
}

/** "WHO" and "US" are names only in capitals: in lower case they are pronouns. */
function holdsName(text: CitedText, name: string): boolean {
  return holds(text, name) && (!/^[A-Z]{2,}$/.test(name) || new RegExp(`\\b${name}\\b`).test(text.raw))
}

const withoutArticle = (name: string) => name.replace(/^the\s+/i, '')

function surname(entity: Entity): readonly string[] {
  return entity.kind === 'person' && !entity.unnamed ? entity.name.split(/\s+/).slice(-1) : []
}
