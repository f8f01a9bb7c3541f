// What a briefing holds on the claims of somebody's message, sentence by sentence. It passes no verdict of its own: it
// sets reviewed facts beside each claim, says where they contradict it, and says where there are none.

import type { Answer } from '../answering/answer.ts'
import { ask } from '../answering/ask.ts'
import type { Engine } from '../answering/engine.ts'
import { statementOf } from '../answering/statement.ts'
import { asKnownBy } from '../briefing/briefing.ts'
import { formatSpan, type Span } from '../briefing/span.ts'
import { stampOf } from './answerCard.ts'
import type { Card, CardLine } from './card.ts'
import { type Citing, openCiting } from './citing.ts'

/** More claims than this are another text to read, not a message to check. */
const MOST_CLAIMS = 8
const MOST_FACTS = 2
const MAX_CLAIM_CHARS = 300
/** A shorter sentence ("Wow!") claims nothing. */
const LEAST_WORDS = 3

export function checkCard(engine: Engine, message: string, asOf: Span | undefined): Card {
  const citing = openCiting(engine.briefing)
  const claims = claimsIn(message)
  const lines = claims.slice(0, MOST_CLAIMS).flatMap((claim) => claimLines(engine, claim, asOf, citing))
  if (lines.length === 0)
    lines.push({ kind: 'text', text: 'This message claims nothing that can be checked.', cites: [] })
  if (claims.length > MOST_CLAIMS)
    lines.push({ kind: 'text', text: `Only the first ${MOST_CLAIMS} sentences were checked.`, cites: [] })
  return {
    kind: 'check',
    title: 'Checked against the briefing',
    lines,
    stamp: stampOf(formatSpan(asOf ?? engine.newest), engine.briefing),
    sources: citing.sources(),
    nearby: [],
    actions: ['report'],
    picture: undefined,
  }
}

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' })

function claimsIn(message: string): string[] {
  return (
    message
      // The segmenter takes a figure behind a full stop for part of the sentence before it.
      .split(/\n+|(?<=[.!?])\s+(?=\d)/)
      .flatMap((line) => [...sentences.segment(line)].map(({ segment }) => segment.trim()))
      .filter((sentence) => sentence.split(/\s+/).length >= LEAST_WORDS)
  )
}

function claimLines(engine: Engine, claim: string, asOf: Span | undefined, citing: Citing): CardLine[] {
  const answer = ask(engine, { text: `is it true that ${claim}`, verb: null, context: [], asOf })
  const quoted =
    claim.length <= MAX_CLAIM_CHARS ? claim : `${claim.slice(0, claim.lastIndexOf(' ', MAX_CLAIM_CHARS))} …`
  return [
    { kind: 'heading', text: `“${quoted}”`, cites: [] },
    ...heldLines(engine, answer, asOf ?? engine.newest, citing),
  ]
}

function heldLines({ briefing }: Engine, answer: Answer, asOf: Span, citing: Citing): CardLine[] {
  const facts = answer.status === 'answered' ? answer.facts.slice(0, MOST_FACTS) : []
  const held = facts.flatMap((id): CardLine[] => {
    const fact = briefing.factById.get(id)
    const citations = fact === undefined ? [] : asKnownBy(fact, briefing.sources, asOf)
    if (fact === undefined || citations.length === 0) return []
    return [{ kind: 'item', text: statementOf(fact, briefing, citations), cites: citing.cite(citations) }]
  })
  if (held.length === 0) return [{ kind: 'item', text: 'The briefing holds nothing on this.', cites: [] }]
  const isContradicted = answer.isCorrected || /^No\b/.test(answer.lines[0]?.text ?? '')
  const dispute = answer.lines.find((line) => line.isDispute === true)
  return [
    ...(isContradicted ? [{ kind: 'dispute' as const, text: 'The briefing contradicts this:', cites: [] }] : []),
    ...held,
    ...(dispute === undefined ? [] : [{ kind: 'dispute' as const, text: dispute.text, cites: [] }]),
  ]
}
