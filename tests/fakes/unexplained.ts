// What in the lines of an answer comes neither from the facts that they cite nor from the engine's few fixed phrases.

import type { AnswerLine } from '../../src/core/answering/answer.ts'
import type { Briefing } from '../../src/core/briefing/briefing.ts'
import { formatQuantity, type Quantity } from '../../src/core/briefing/quantity.ts'
import type { Fact } from '../../src/core/briefing/schema.ts'
import { formatSpan, parseSpan } from '../../src/core/briefing/span.ts'

const fixed = [
  'Reported|Yes|No|Not yet|Disputed|Claimed, not established|Expected',
  'No reason was given|The reason given|In the words reported|According to',
  'Sources differ on|That is not what the sources say|whom the sources leave unnamed',
  'the higher count is the later one|they do not count the same|one of them was taken back|one figure is a sum',
  'each is the word of one party|all are expectations|claimed|denied|forecast|retracted|or|and|the|this',
].flatMap((phrases) => phrases.split('|'))

/** The words of a line that stand nowhere in the facts of that line. */
export function unexplained(line: AnswerLine, briefing: Briefing): string {
  const facts = line.facts.flatMap((id) => briefing.factById.get(id) ?? [])
  const pieces = facts.flatMap((fact) => piecesOf(fact, briefing))
  // A correction may name, as wrong, somebody of whom its fact does not speak.
  const names = [...briefing.entities.values()].map((entity) => `Not ${entity.name}`)
  let text = withoutYear(line.text)
  for (const known of [byLength(pieces), byLength(names), byLength(fixed)])
    for (const piece of known) text = text.replace(wholeWords(withoutYear(piece)), '|')
  return text.match(/[\p{L}\p{N}]+/gu)?.join(' ') ?? ''
}

function piecesOf({ statement, frame, citations }: Fact, { entities, sources }: Briefing): string[] {
  const nameOf = (id: string) => entities.get(id)?.name ?? id
  const reports = citations.flatMap((citation) => citation.reports ?? [])
  return [
    statement,
    ...[frame.what, frame.why, frame.value, frame.quote].flatMap((text) => text ?? []),
    ...[frame, ...reports].flatMap(({ when }) => (when === undefined ? [] : formatted(when))),
    ...[frame, ...reports].flatMap(({ howMany }) => (howMany === undefined ? [] : figures(howMany))),
    ...reports.flatMap(({ statement, value, quote }) => [statement, value, quote].flatMap((text) => text ?? [])),
    ...[...frame.who, ...frame.whom, ...frame.where, ...frame.saidBy].map(nameOf),
    ...citations.map((citation) => sources.get(citation.source)?.publisher ?? citation.source),
  ]
}

const figures = (quantity: Quantity) => [
  formatQuantity(quantity),
  ...[quantity.scope, quantity.derived].flatMap((text) => text ?? []),
]

function formatted(date: string): string[] {
  const span = parseSpan(date)
  return span === undefined ? [] : [formatSpan(span)]
}

/** Answers of a briefing of one year leave the year away. */
const withoutYear = (text: string) => text.replace(/(\d [A-Z][a-z]+) 2031\b/g, '$1')
const byLength = (pieces: readonly string[]) => [...pieces].sort((a, b) => b.length - a.length)

function wholeWords(piece: string): RegExp {
  const escaped = piece.trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'giu')
}
