// Words a digest as a card that one reads on a phone in half a minute: the counts first, the most important lines, and where
// the rest is to be found.

import { capital, statementOf } from '../answering/statement.ts'
import type { Briefing } from '../briefing/briefing.ts'
import type { Conflict } from '../briefing/conflicts.ts'
import type { Fact } from '../briefing/schema.ts'
import { formatSpan } from '../briefing/span.ts'
import { stampOf } from '../cards/answerCard.ts'
import type { Card, CardAction, CardLine, CardPicture } from '../cards/card.ts'
import { type Citing, openCiting } from '../cards/citing.ts'
import { pictureOfConflict } from '../pictures/conflictPicture.ts'
import { type Changes, type Correction, isNothingNew } from './changes.ts'
import { countsOf } from './countChanges.ts'
import type { Expectation } from './expectations.ts'
import type { Moment, ToldConflict } from './snapshot.ts'

export type Digest = {
  readonly card: Card
  /** What it tells of, shown or counted. */
  readonly facts: readonly string[]
  readonly isNothingNew: boolean
  readonly changes: Changes
}

/** A reader takes in some 25 characters a second. All parts together stay below what half a minute and a bit allows. */
const room = { news: 620, corrected: 320, disputed: 320, settled: 140, expected: 260, passed: 200 }

/** `span` says for which time it stands: "since the last digest". */
export function composeDigest(briefing: Briefing, changes: Changes, moment: Moment, span: string): Digest {
  const facts = factsToldOf(changes)
  const actions: CardAction[] = [
    'sources',
    'timeline',
    ...(changes.disputed.length > 0 ? ['conflicts' as const] : []),
    'report',
  ]
  const base = { kind: 'digest' as const, title: briefing.head.title, nearby: [], picture: undefined }
  const stamp = stampOf(formatSpan(moment.day), briefing)
  if (isNothingNew(changes)) {
    const lines = [text(`Nothing new (${span}).`)]
    return { card: { ...base, lines, stamp, sources: [], actions: ['report'] }, facts, isNothingNew: true, changes }
  }
  const citing = openCiting(briefing)
  const write = writerOf(briefing, moment, citing)
  const lines = [
    text(`${countsOf(changes)} (${span}).`),
    ...part('New', changes.news, room.news, write.fact),
    ...part('Corrected', changes.corrected, room.corrected, write.correction),
    ...part('Sources disagree', changes.disputed, room.disputed, write.dispute),
    ...part('Settled', changes.settled, room.settled, write.settled),
    ...part('Expected', changes.expected, room.expected, write.expected),
    ...part('Was expected; no news of it', changes.passed, room.passed, write.expected),
    ...whyItMatters(changes, write),
  ]
  const card = { ...base, lines, stamp, sources: citing.sources(), actions, picture: pictureOf(briefing, changes) }
  return { card, facts, isNothingNew: false, changes }
}

/** The chart of the first disagreement that can be drawn: figures and dates apart say more than their sentence. */
function pictureOf(briefing: Briefing, { disputed }: Changes): CardPicture | undefined {
  for (const conflict of disputed) {
    const picture = pictureOfConflict(briefing, conflict)
    if (picture !== undefined) return picture
  }
  return undefined
}

const text = (line: string): CardLine => ({ kind: 'text', text: line, cites: [] })

/** A part under its heading: as many lines as it has room for, at least one, and how many more there are. */
function part<T>(title: string, things: readonly T[], size: number, write: (thing: T) => CardLine): CardLine[] {
  if (things.length === 0) return []
  const lines: CardLine[] = []
  let left = size
  for (const thing of things) {
    const shown = lines.length
    const longest = things.length - shown > 1 ? 24 : 0
    const line = write(thing)
    if (shown > 0 && line.text.length + longest > left) break
    lines.push(line)
    left -= line.text.length
  }
  const more = things.length - lines.length
  const rest: CardLine[] = more > 0 ? [{ kind: 'item', text: `and ${more} more`, cites: [] }] : []
  return [{ kind: 'heading', text: title, cites: [] }, ...lines, ...rest]
}

type Writer = ReturnType<typeof writerOf>

function writerOf(briefing: Briefing, { known }: Moment, citing: Citing) {
  const citesOf = (facts: readonly Fact[]) => citing.cite(facts.flatMap(known))
  const item = (line: string, facts: readonly Fact[]): CardLine => ({ kind: 'item', text: line, cites: citesOf(facts) })
  const stated = (fact: Fact) => statementOf(fact, briefing, known(fact))
  return {
    fact: (fact: Fact) => item(stated(fact), [fact]),
    correction: ({ reason, what, from, to, facts }: Correction) => item(correctionText(reason, what, from, to), facts),
    dispute: (conflict: Conflict): CardLine => ({
      kind: 'dispute',
      text: disputeText(conflict, briefing),
      cites: citing.cite(conflict.sides.flatMap((side) => side.reports.map((report) => report.citation))),
    }),
    settled: ({ what, values }: ToldConflict) =>
      item(`${capital(what)}: no longer ${values.slice(0, MOST_VALUES).join(' against ')}`, []),
    expected: ({ fact, when }: Expectation) => item(`${capital(formatSpan(when))}: ${stated(fact)}`, [fact]),
    matters: (fact: Fact) => item(fact.matters ?? '', [fact]),
  }
}

function correctionText(reason: Correction['reason'], what: string | undefined, from: string, to: string | undefined) {
  const about = what === undefined ? '' : `${capital(what)}: `
  if (to === undefined) return `Withdrawn from this briefing: ${from}`
  if (reason === 'taken back') return `Taken back. ${about}${from} → ${to}`
  return `${about}${from} → ${to}${reason === 'later count' ? ' (the later count)' : ''}`
}

/** Of a settled disagreement with more values than these the first are enough to know it again. */
const MOST_VALUES = 3
/** How long the values of one disagreement may be told; those that do not fit are counted. */
const MAX_SIDES = 170

/** "The dead: 160 (The Courier) or 164 (Lorne Gazette)". */
function disputeText({ what, sides }: Conflict, briefing: Briefing): string {
  const told: string[] = []
  let left = MAX_SIDES
  for (const side of sides) {
    const ids = new Set(side.reports.map((report) => report.citation.source))
    const publishers = [...ids].map((id) => briefing.sources.get(id)?.publisher ?? id)
    const others = publishers.length > 2 ? ` and ${publishers.length - 2} more` : ''
    const line = `${side.text} (${publishers.slice(0, 2).join(', ')}${others})`
    left -= line.length
    if (told.length >= 2 && left < 0) break
    told.push(line)
  }
  const more = sides.length - told.length
  return `${capital(what)}: ${told.join(' or ')}${more > 0 ? `, beside ${more} more` : ''}`
}

/** The longest reason that is one line on a phone and not an essay. */
const MAX_MATTERS = 300

/** One line, on the most important fact that the curator wrote one for. */
function whyItMatters({ news, corrected }: Changes, write: Writer): CardLine[] {
  const hasLine = ({ matters }: Fact) => matters !== undefined && matters.length <= MAX_MATTERS
  const fact = [...corrected.flatMap((one) => one.facts), ...news].find(hasLine)
  return fact === undefined ? [] : [{ kind: 'heading', text: 'Why it matters', cites: [] }, write.matters(fact)]
}

function factsToldOf({ news, corrected, disputed, expected, passed }: Changes): readonly string[] {
  const facts = [
    ...news,
    ...corrected.flatMap((one) => one.facts),
    ...disputed.flatMap((one) => one.sides.flatMap((side) => side.reports.map((report) => report.fact))),
    ...[...expected, ...passed].map((one) => one.fact),
  ]
  return [...new Set(facts.map((fact) => fact.id))]
}
