// Where sources disagree: each value, who reports it and when, and why the values differ.

import { capital } from '../answering/statement.ts'
import { type Briefing, publishedSpan } from '../briefing/briefing.ts'
import type { Conflict, ConflictReason, ConflictSlot, Report, Side } from '../briefing/conflicts.ts'
import { formatSpan } from '../briefing/span.ts'
import { stampOf } from './answerCard.ts'
import type { Card, CardLine } from './card.ts'
import { type Citing, openCiting } from './citing.ts'

export function conflictsCard(briefing: Briefing, conflicts: readonly Conflict[], asOf: string): Card {
  const citing = openCiting(briefing)
  const lines = conflicts.flatMap((conflict) => conflictLines(briefing, conflict, citing))
  const none: CardLine = { kind: 'text', text: 'The sources of this briefing do not disagree on this.', cites: [] }
  return {
    kind: 'conflicts',
    title: 'Where sources disagree',
    lines: lines.length > 0 ? lines : [none],
    stamp: stampOf(asOf, briefing),
    sources: citing.sources(),
    nearby: [],
    actions: ['report'],
    picture: undefined,
  }
}

const asked: Record<ConflictSlot, string> = { when: 'when', howMany: 'how many', value: 'what' }

/** A disagreement under its heading: a line a value, then why they differ. */
function conflictLines(briefing: Briefing, conflict: Conflict, citing: Citing): CardLine[] {
  const reason = reasons[conflict.reason]
  return [
    { kind: 'heading', text: `${capital(conflict.what)}: ${asked[conflict.slot]}`, cites: [] },
    ...conflict.sides.map((side) => sideLine(briefing, side, citing)),
    ...(reason === undefined ? [] : [{ kind: 'dispute' as const, text: reason, cites: [] }]),
  ]
}

function sideLine(briefing: Briefing, { text, reports }: Side, citing: Citing): CardLine {
  const told = [...new Set(reports.map((report) => reportedBy(briefing, report)))]
  return { kind: 'item', text: `${text}: ${told.join('; ')}`, cites: citing.cite(reports.map((one) => one.citation)) }
}

/** "The Courier, 3 May 2030, citing the mayor (claimed)". */
function reportedBy(briefing: Briefing, { fact, citation, standing }: Report): string {
  const source = briefing.sources.get(citation.source)
  if (source === undefined) return citation.source
  const speakers = fact.frame.saidBy.map((id) => briefing.entities.get(id)?.name ?? id)
  const cited = speakers.length === 0 || speakers.includes(source.publisher) ? '' : `, citing ${speakers.join(' and ')}`
  const mark = standing === 'reported' || standing === 'official' ? '' : ` (${standing})`
  return `${source.publisher}, ${formatSpan(publishedSpan(source))}${cited}${mark}`
}

const reasons: Record<ConflictReason, string | undefined> = {
  'later count': 'Why they differ: the higher count is the later one.',
  'wider scope': 'Why they differ: they do not count the same.',
  retraction: 'Why they differ: one of them was taken back.',
  'derived figure': 'Why they differ: one figure is a sum.',
  'two claimants': 'Why they differ: each is the word of one party.',
  'forecasts differ': 'Why they differ: all are expectations.',
  unexplained: undefined,
}
