// A parsed briefing: its sources, entities and facts, with the look-ups that answering needs. Nothing here changes once built.

import { fold } from './fold.ts'
import type { BriefingHead, Citation, Entity, ExpectedAnswer, Fact, OpenQuestion, Source } from './schema.ts'
import { parseSpan, type Span } from './span.ts'

export type Briefing = {
  /** The folder's name. */
  readonly slug: string
  readonly head: BriefingHead
  readonly sources: ReadonlyMap<string, Source>
  readonly entities: ReadonlyMap<string, Entity>
  readonly facts: readonly Fact[]
  readonly factById: ReadonlyMap<string, Fact>
  /** Facts that tell of the same thing, by the key of their `what`. */
  readonly factsByWhat: ReadonlyMap<string, readonly Fact[]>
  /** Questions that the sources leave open. */
  readonly open: readonly OpenQuestion[]
  readonly questions: readonly ExpectedAnswer[]
}

export type BriefingParts = {
  readonly slug: string
  readonly head: BriefingHead
  readonly sources: readonly Source[]
  readonly entities: readonly Entity[]
  readonly facts: readonly Fact[]
  readonly open: readonly OpenQuestion[]
  readonly questions: readonly ExpectedAnswer[]
}

export function buildBriefing(parts: BriefingParts): Briefing {
  const factById = new Map<string, Fact>()
  const factsByWhat = new Map<string, Fact[]>()
  for (const fact of parts.facts) {
    factById.set(fact.id, fact)
    if (fact.frame.what === undefined) continue
    const key = whatKey(fact.frame.what)
    const group = factsByWhat.get(key)
    if (group === undefined) factsByWhat.set(key, [fact])
    else group.push(fact)
  }
  return {
    slug: parts.slug,
    head: parts.head,
    sources: new Map(parts.sources.map((source) => [source.id, source])),
    entities: new Map(parts.entities.map((entity) => [entity.id, entity])),
    facts: parts.facts,
    factById,
    factsByWhat,
    open: parts.open,
    questions: parts.questions,
  }
}

/** The key under which two facts' `what` are the same: case, accents and spaces do not matter. */
export function whatKey(what: string): string {
  return fold(what).replace(/\s+/g, ' ').trim()
}

/** When a source came out. Its schema has checked the date. */
export function publishedSpan(source: Source): Span {
  const span = parseSpan(source.published)
  if (span === undefined) throw new Error(`source ${source.id} was not checked`)
  return span
}

/** Milliseconds (UTC) from which a source surely was out: the last day, where only a range is known. */
export function surelyPublishedBy(source: Source): number {
  return publishedSpan(source).to
}

/**
 * The citations of a fact that count at the end of a day: those whose source was surely out by then. A fact without
 * one is not known yet; nor is a joint one, which puts several sources together, before the last of them.
 */
export function asKnownBy(fact: Fact, sources: ReadonlyMap<string, Source>, asOf: Span): readonly Citation[] {
  const counting = fact.citations.filter((citation) => {
    const source = sources.get(citation.source)
    return source !== undefined && surelyPublishedBy(source) <= asOf.to
  })
  return fact.joint && counting.length < fact.citations.length ? [] : counting
}

/** The names by which readers may call an entity: its own, the other spellings, and nothing twice. */
export function namesOf(entity: Entity): readonly string[] {
  return [...new Set([entity.name, ...entity.names])]
}
