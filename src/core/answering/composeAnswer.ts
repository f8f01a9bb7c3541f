// Words the answer of one fact: the value asked for first, then who says so, then where sources differ.

import type { Conflict } from '../briefing/conflicts.ts'
import type { Fact } from '../briefing/schema.ts'
import type { Answer, AnswerLine } from './answer.ts'
import { line } from './answerLines.ts'
import type { Comparison } from './comparison.ts'
import type { Decision } from './decision.ts'
import { alongsideLines, expectedBefore, relatedLines, withExtras } from './extras.ts'
import type { Findings } from './findings.ts'
import { finishAnswer } from './finishAnswer.ts'
import { leadOf } from './lead.ts'
import type { Match } from './match.ts'
import { because, factsOf, relevantConflicts, sidesOf, the } from './sides.ts'
import { attributed, capital } from './statement.ts'
import { withLead } from './withLead.ts'

export function composeAnswer(findings: Findings, decision: Extract<Decision, { kind: 'answer' | 'correct' }>): Answer {
  const { match } = decision
  const { fact } = match.view
  const conflicts = relevantConflicts(findings, fact)
  const isYesNo = findings.inquiry.asked.slot === 'yesNo'
  if (decision.kind === 'correct') {
    const opening = isYesNo
      ? fact.standing === 'denied' || fact.standing === 'claimed'
        ? ''
        : 'No. '
      : decision.wrong === undefined
        ? 'That is not what the sources say. '
        : `Not ${decision.wrong}. `
    const lines = [
      line(opening + attributed(fact, findings), fact),
      ...relatedLines(findings, fact),
      ...conflicts.map((conflict) => ({
        ...line(`Sources differ on ${the(conflict.what)}: ${sidesOf(conflict, findings)}.`, fact),
        facts: [fact.id, ...factsOf(conflict)],
        isDispute: true,
      })),
    ]
    return finishAnswer(
      findings,
      { lines, conflicts, isCorrected: !isYesNo },
      { status: 'answered', reason: undefined },
    )
  }
  const asksForWords = ['quote', 'who'].includes(findings.inquiry.asked.slot)
  const { comparison } = findings.inquiry
  const leading =
    comparison !== undefined
      ? (conflicts.find((conflict) => conflict.slot === comparison.slot) ?? conflicts[0])
      : asksForWords
        ? undefined
        : conflicts.find((conflict) => conflict.slot === slotAsked(findings))
  const trailing = conflicts.filter((conflict) => conflict !== leading)
  const lines: AnswerLine[] = []
  if (leading !== undefined) {
    const opening = comparison === undefined ? disputeOpening(match, findings) : comparisonOpening(comparison, isYesNo)
    lines.push({
      text: `${opening}${capital(sidesOf(leading, findings, comparison === undefined ? 'or' : 'and'))}: sources differ on ${the(leading.what)}${because(leading.reason)}.`,
      facts: [fact.id, ...factsOf(leading)],
      isDispute: true,
    })
    lines.push(line(attributed(fact, findings), fact))
  } else lines.push(line(withLead(match, findings), fact))
  const words = exactWords(fact, findings)
  if (words !== undefined) lines.push(line(words, fact))
  const reason = reasonOf(fact, findings)
  if (reason !== undefined) lines.push(line(reason, fact))
  for (const conflict of trailing)
    lines.push({
      text: `Sources differ on ${the(conflict.what)}: ${sidesOf(conflict, findings)}${because(conflict.reason)}.`,
      facts: [fact.id, ...factsOf(conflict)],
      isDispute: true,
    })
  const extras = [
    ...expectedBefore(findings, fact),
    ...alongsideLines(findings, decision),
    ...relatedLines(findings, fact),
  ]
  return finishAnswer(
    findings,
    { lines: withExtras(lines, extras), conflicts },
    { status: 'answered', reason: undefined },
  )
}

/** A yes or no question on what sources differ about is disputed, unless the answer holds for all of them. */
function disputeOpening(match: Match, findings: Findings): string {
  if (findings.inquiry.asked.slot !== 'yesNo') return ''
  return ['yes', 'no', 'not yet'].includes(leadOf(match, findings) ?? '') ? '' : 'Disputed. '
}

/** Whether sources agree is answered with yes or no. */
function comparisonOpening({ asksForDifference }: Comparison, isYesNo: boolean): string {
  if (!isYesNo) return ''
  return asksForDifference ? 'Yes. ' : 'No. '
}

function slotAsked({ inquiry }: Findings): Conflict['slot'] {
  if (inquiry.asked.slot === 'when') return 'when'
  return inquiry.asked.slot === 'howMany' ? 'howMany' : 'value'
}

/** The speaker's words, where a saying is asked about and neither the statement nor the lead holds them. */
function exactWords({ frame, statement }: Fact, { inquiry }: Findings): string | undefined {
  const { slot, isAboutSpeech } = inquiry.asked
  if (
    frame.quote === undefined ||
    slot === 'quote' ||
    !isAboutSpeech ||
    !['what', 'who', 'yesNo', 'why', 'definition'].includes(slot)
  )
    return undefined
  if (frame.quote.length > 220 || statement.replace(/[“”]/g, '"').includes(frame.quote)) return undefined
  return `In the words reported: “${frame.quote}”`
}

/** The reason, where it is asked for and the statement does not already hold it. */
function reasonOf({ frame, statement }: Fact, { inquiry }: Findings): string | undefined {
  if (inquiry.asked.slot !== 'why' || frame.why === undefined) return undefined
  if (/^not (given|stated|disclosed)$/i.test(frame.why))
    return /\bno (reason|explanation)|not (say|give)|without/i.test(statement) ? undefined : 'No reason was given.'
  const words = frame.why.toLowerCase().match(/[a-z0-9]{4,}/g) ?? []
  const held = words.filter((word) => statement.toLowerCase().includes(word.slice(0, 6))).length
  return words.length > 0 && held >= 0.6 * words.length ? undefined : `The reason given: ${frame.why}.`
}
