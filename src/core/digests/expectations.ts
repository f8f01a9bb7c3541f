// What a briefing's sources expect, and of what was expected that which has passed without a word of whether it came.

import type { Briefing } from '../briefing/briefing.ts'
import { publishedSpan, whatKey } from '../briefing/briefing.ts'
import type { Fact } from '../briefing/schema.ts'
import { parseSpan, type Span, slackOf } from '../briefing/span.ts'
import type { Moment } from './snapshot.ts'

export type Expectation = { readonly fact: Fact; readonly when: Span }

/** What has not come and is not overdue, the next one first. */
export function expectedFrom(briefing: Briefing, moment: Moment): readonly Expectation[] {
  return forecasts(briefing, moment)
    .filter(({ fact, when }) => lastMoment(when) >= moment.untilMs && !hasNews(fact, briefing, moment))
    .sort((a, b) => a.when.to - b.when.to)
}

/** Expected for a time that ended after one moment and by another, of which no source has told since. */
export function passedBetween(briefing: Briefing, afterMs: number, moment: Moment): readonly Expectation[] {
  return forecasts(briefing, moment)
    .filter(({ when }) => lastMoment(when) > afterMs && lastMoment(when) < moment.untilMs)
    .filter(({ fact }) => !hasNews(fact, briefing, moment))
    .sort((a, b) => a.when.to - b.when.to)
}

const lastMoment = (when: Span) => when.to + slackOf(when)

function forecasts(briefing: Briefing, { known }: Moment): readonly Expectation[] {
  return briefing.facts.flatMap((fact) => {
    const when = fact.standing === 'forecast' ? parseSpan(fact.frame.when ?? '') : undefined
    return when === undefined || known(fact).length === 0 ? [] : [{ fact, when }]
  })
}

/** True where a fact of the same thing, or one that the curator put beside it, is known from a source that is no older. */
function hasNews(forecast: Fact, briefing: Briefing, { known }: Moment): boolean {
  const { what } = forecast.frame
  const same = what === undefined ? [] : (briefing.factsByWhat.get(whatKey(what)) ?? [])
  const beside = forecast.related.flatMap((id) => briefing.factById.get(id) ?? [])
  const since = Math.min(...known(forecast).map((citation) => published(citation.source, briefing)))
  const from = parseSpan(forecast.frame.when ?? '')?.from ?? Number.NEGATIVE_INFINITY
  return [...same, ...beside].some((fact) => {
    const when = parseSpan(fact.frame.when ?? '')
    const isOfThen = when === undefined ? same.includes(fact) : when.to >= from
    return (
      fact.standing !== 'forecast' &&
      isOfThen &&
      known(fact).some((citation) => published(citation.source, briefing) >= since)
    )
  })
}

function published(id: string, briefing: Briefing): number {
  const source = briefing.sources.get(id)
  return source === undefined ? Number.POSITIVE_INFINITY : publishedSpan(source).to
}
