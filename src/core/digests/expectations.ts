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
    .filter(({ fact, when }) => lastMoment(when) >= moment.untilMs && !hasCome(fact, briefing, moment))
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

/** True where a source that is no older than the forecast tells of the same thing. What is expected for Tuesday may come on Monday. */
function hasCome(forecast: Fact, briefing: Briefing, moment: Moment): boolean {
  const { what } = forecast.frame
  const same = what === undefined ? [] : (briefing.factsByWhat.get(whatKey(what)) ?? [])
  return same.some(newsSince(toldOn(forecast, briefing, moment), briefing, moment))
}

/** True where it has come, or where something has happened since that the curator put beside it. */
function hasNews(forecast: Fact, briefing: Briefing, moment: Moment): boolean {
  const since = toldOn(forecast, briefing, moment)
  const isNews = newsSince(since, briefing, moment)
  const isSince = (fact: Fact) => (parseSpan(fact.frame.when ?? '')?.to ?? Number.NEGATIVE_INFINITY) >= since
  const beside = forecast.related.flatMap((id) => briefing.factById.get(id) ?? [])
  return hasCome(forecast, briefing, moment) || beside.some((fact) => isNews(fact) && isSince(fact))
}

const newsSince =
  (since: number, briefing: Briefing, { known }: Moment) =>
  (fact: Fact): boolean =>
    fact.standing !== 'forecast' && known(fact).some((citation) => published(citation.source, briefing) >= since)

/** When the first source that counts told of a fact. */
function toldOn(fact: Fact, briefing: Briefing, { known }: Moment): number {
  return Math.min(...known(fact).map((citation) => published(citation.source, briefing)))
}

function published(id: string, briefing: Briefing): number {
  const source = briefing.sources.get(id)
  return source === undefined ? Number.POSITIVE_INFINITY : publishedSpan(source).to
}
