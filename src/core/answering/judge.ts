// Judges an answer against what was expected of it: the regression test of a briefing, and `npm run eval`.

import type { ExpectedAnswer } from '../briefing/schema.ts'
import { type Answer, MAX_TEXT, MAX_TIMELINE_TEXT } from './answer.ts'

export type Verdict = { readonly outcome: 'right' | 'wrong' | 'abstained'; readonly why: string }

export type Expectation = Pick<ExpectedAnswer, 'expect' | 'facts' | 'disputed' | 'says' | 'never' | 'command'> & {
  /** Sources of which at least one must be cited; none asks for none. */
  readonly sources?: readonly string[]
}

/** Right, wrong, or abstained where an answer was there to give. */
export function judge(answer: Answer, expected: Expectation): Verdict {
  const wrong = (why: string): Verdict => ({ outcome: 'wrong', why })
  const text = plain(answer.text)
  const limit = expected.command === 'timeline' ? MAX_TIMELINE_TEXT : MAX_TEXT
  if (answer.text.length > limit) return wrong(`is longer than ${limit} characters`)
  const never = expected.never.find((phrase) => text.includes(plain(phrase)))
  if (never !== undefined) return wrong(`says "${never}"`)
  if (expected.expect === 'abstain')
    return answer.status === 'abstained' ? right : wrong('answers where the sources do not say')
  if (answer.status === 'abstained') return { outcome: 'abstained', why: 'declines where the sources do say' }
  if (expected.expect === 'ambiguous') return answer.status === 'ambiguous' ? right : wrong('does not ask back')
  if (answer.status === 'ambiguous') return { outcome: 'abstained', why: 'asks back' }
  if (expected.expect === 'correct' && !answer.isCorrected) return wrong('does not correct the false premise')
  const [first] = answer.facts
  if (expected.facts.length > 0 && (first === undefined || !expected.facts.includes(first)))
    return wrong(`answers from ${first}, not from ${expected.facts.join(' or ')}`)
  const missing = expected.says.find((group) => !group.some((phrase) => text.includes(plain(phrase))))
  if (missing !== undefined) return wrong(`does not say ${missing.slice(0, 3).join(' / ')}`)
  const { sources = [] } = expected
  if (sources.length > 0 && !answer.citations.some((cited) => sources.includes(cited.source)))
    return wrong(`cites none of ${sources.join(', ')}`)
  if (expected.disputed && !answer.isDisputed) return wrong('does not show that sources differ')
  return right
}

const right: Verdict = { outcome: 'right', why: '' }

/** Case, typographic quotes and runs of spaces do not matter. */
function plain(text: string): string {
  return text.toLowerCase().replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/\s+/g, ' ')
}
