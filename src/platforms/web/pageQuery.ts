// What the address of a page says: of which briefing, as of when, what is asked, and what was asked before.

import type { Context } from 'hono'
import type { Engine } from '../../core/answering/engine.ts'
import { parseDay, parseSpan, type Span } from '../../core/briefing/span.ts'

export type View = 'sources' | 'timeline' | 'conflicts'

export type PageQuery = {
  /** The slug of a briefing that is there. */
  readonly briefing: string
  /** YYYY-MM-DD; undefined for the newest. */
  readonly asOf: string | undefined
  /** The question, as typed. */
  readonly question: string
  /** Earlier questions of this conversation, oldest first. */
  readonly after: readonly string[]
  /** What is shown about the answer instead of itself. */
  readonly view: View | undefined
  /** Words that facts are to hold. */
  readonly find: string
  /** From 1. */
  readonly page: number
}

/** The longest question that is read; the desk cuts it again. */
const MAX_CHARS = 1000
/** A conversation is understood by its last questions. */
const MOST_EARLIER = 8
const views: readonly View[] = ['sources', 'timeline', 'conflicts']

/** Reads the address; whatever in it makes no sense is left out. */
export function readPageQuery(c: Context, engines: readonly Engine[]): PageQuery {
  const text = (name: string) => (c.req.query(name) ?? '').slice(0, MAX_CHARS)
  const named = engines.find(({ briefing }) => briefing.slug === text('briefing')) ?? engines[0]
  return {
    briefing: named?.briefing.slug ?? '',
    asOf: parseDay(text('asof')) === undefined ? undefined : text('asof'),
    question: text('q'),
    after: (c.req.queries('after') ?? [])
      .filter((one) => one.trim() !== '')
      .slice(-MOST_EARLIER)
      .map((one) => one.slice(0, MAX_CHARS)),
    view: views.find((view) => view === text('view')),
    find: text('find'),
    page: Math.max(1, Math.min(100_000, Number.parseInt(text('page'), 10) || 1)),
  }
}

/** The address of a page, with what is given; empty parts are left out. */
export function addressOf(path: string, parts: Partial<Omit<PageQuery, 'page'>> & { readonly page?: number }): string {
  const query = new URLSearchParams()
  const add = (name: string, value: string | undefined) => {
    if (value !== undefined && value !== '') query.append(name, value)
  }
  add('briefing', parts.briefing)
  add('asof', parts.asOf)
  add('find', parts.find)
  if (parts.page !== undefined && parts.page > 1) add('page', String(parts.page))
  for (const one of parts.after ?? []) add('after', one)
  add('q', parts.question)
  add('view', parts.view)
  const written = query.toString()
  return written === '' ? path : `${path}?${written}`
}

/** The end of the day as of which the page speaks. */
export function asOfSpan(query: PageQuery, engine: Engine): Span {
  return (query.asOf === undefined ? undefined : parseSpan(query.asOf)) ?? engine.newest
}
