// The days of a digest, as somebody typed them.

import { type Briefing, surelyPublishedBy } from '../briefing/briefing.ts'
import { parseSpan, type Span } from '../briefing/span.ts'
import { dayAt } from './days.ts'

/** The longest date in a notation that has many. */
const MAX_DATE_CHARS = 60

/** Where no last day is given, that of the newest source; one line on what is wrong, where something is. */
export function readDays(
  briefing: Briefing,
  since: string,
  until: string | undefined,
): { readonly first: Span; readonly last: Span } | string {
  const read = (text: string) => (text.length > MAX_DATE_CHARS ? undefined : parseSpan(text.trim()))
  const newest = Math.max(...[...briefing.sources.values()].map(surelyPublishedBy))
  const [first, last] = [read(since), until === undefined ? dayAt(newest) : read(until)]
  if (first === undefined || last === undefined || !Number.isFinite(first.from) || !Number.isFinite(last.to))
    return 'That is no date. Write a day as 2030-05-03, or a month as 2030-05.'
  if (first.from > last.to) return `The digest would end on ${last.edtf}, before it begins on ${first.edtf}.`
  return { first, last }
}
