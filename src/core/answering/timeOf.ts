// Where a fact stands in time, for putting facts in order.

import type { Fact } from '../briefing/schema.ts'
import { parseSpan } from '../briefing/span.ts'

export const timeOf = (fact: Fact) => (fact.frame.when === undefined ? 0 : (parseSpan(fact.frame.when)?.from ?? 0))
