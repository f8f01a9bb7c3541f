import { fold } from '../briefing/fold.ts'
import type { Fact } from '../briefing/schema.ts'

const month =
  'jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?'
/** "As of 10 March", "by the end of May", "on Monday 3 June 2031" at the end of a `what`. */
const asOfDay = new RegExp(
  `\\b(as of|for|on|by|until|till|up to|at|in|after|since) ([a-z]+ ){0,4}?(\\d{1,4}|${month}|(mon|tues|wednes|thurs|fri|satur|sun)day)\\b.*$`,
)

/** What a figure tells, but for the day: "death toll on 9 October" and "death toll by noon on 11 October" are one series. */
export function seriesOf({ id, frame: { what, howMany } }: Fact): string {
  if (what === undefined || howMany === undefined) return id
  const untimed = fold(what).replace(asOfDay, '').trim()
  // "Planned operations" and "operations" are counted alike.
  return `${untimed}|${howMany.unit.split(' ').at(-1)}`
}
