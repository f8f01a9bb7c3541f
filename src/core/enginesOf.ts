// Which of the briefings in the library somebody means.

import type { Briefing } from './briefing/briefing.ts'

type Held = { readonly briefing: Briefing }
type Holding<Engine extends Held> = { readonly engines: () => readonly Engine[] }

/** The engines of a briefing, by slug or title; all where none is named, and none where there is no such briefing. */
export function enginesOf<Engine extends Held>(library: Holding<Engine>, named: string | undefined): readonly Engine[] {
  if (named === undefined) return library.engines()
  const wanted = named.trim().toLowerCase()
  return library.engines().filter(({ briefing }) => [briefing.slug, briefing.head.title.toLowerCase()].includes(wanted))
}

/** The briefing of that slug or title; where none is named, the only one. */
export function engineOf<Engine extends Held>(library: Holding<Engine>, named: string | undefined): Engine | undefined {
  const engines = enginesOf(library, named)
  return named === undefined && engines.length > 1 ? undefined : engines[0]
}

/** The title of a briefing, or its slug where it is gone. */
export function titleOf(library: Holding<Held>, slug: string): string {
  return engineOf(library, slug)?.briefing.head.title ?? slug
}
