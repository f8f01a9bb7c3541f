// Puts an answer together from statements, values and names that stand in the briefing: the value asked for first, then who says so, then where sources differ.

import { publishedSpan } from '../briefing/briefing.ts'
import type { Conflict, ConflictReason } from '../briefing/conflicts.ts'
import { conflictsOf } from '../briefing/conflicts.ts'
import { areCompatibleQuantities, formatQuantity, unitClass } from '../briefing/quantity.ts'
import type { Fact, Lead } from '../briefing/schema.ts'
import { formatSpan, parseSpan } from '../briefing/span.ts'
import { type AbstainReason, type Answer, type AnswerLine, type Cited, MAX_TEXT, MAX_TIMELINE_TEXT } from './answer.ts'
import type { Decision } from './decide.ts'
import { factsAbout } from './decide.ts'
import type { Findings } from './findings.ts'
import { leadOf } from './lead.ts'
import type { Match } from './match.ts'

type Draft = {
  readonly lines: readonly AnswerLine[]
  readonly conflicts?: readonly Conflict[]
  readonly isCorrected?: boolean
  readonly limit?: number
}

/** Lines up to the limit, whole: a line that does not fit is left out, never cut. Those that tell a disagreement go first. */
function fitLines(lines: readonly AnswerLine[], limit: number): AnswerLine[] {
  const kept = new Set<AnswerLine>()
  let length = 0
  for (const line of [...lines.filter(({ isDispute }) => isDispute), ...lines]) {
    const more = line.text.length + (kept.size > 0 ? 1 : 0)
    if (kept.has(line) || length + more > limit) continue
    kept.add(line)
    length += more
  }
  return lines.filter((line) => kept.has(line))
}

function finish(
  findings: Findings,
  draft: Draft,
  rest: Pick<Answer, 'status' | 'reason'> & { separator?: string },
): Answer {
  const plain = yearShortener(findings.engine.briefing.head.period)
  const lines = fitLines(
    draft.lines.map((one) => ({ ...one, text: plain(one.text) })),
    draft.limit ?? MAX_TEXT,
  )
  const facts = [...new Set(lines.flatMap((line) => line.facts))]
  const conflicts = draft.conflicts ?? []
  return {
    status: rest.status,
    text: lines.map((line) => line.text).join(rest.separator ?? ' '),
    lines,
    facts,
    citations: cite(facts, findings),
    conflicts,
    isDisputed: conflicts.length > 0,
    isCorrected: draft.isCorrected ?? false,
    reason: rest.reason,
    nearby: nearbyQuestions(findings, facts),
    score: findings.matches[0]?.score ?? 0,
    asOf: formatSpan(findings.question.asOf ?? newestSpan(findings)),
    trace: findings.trace,
  }
}

/**
 * Drops the year behind a day of the briefing's own year: every answer is stamped with its date, and a phone is narrow.
 * A briefing of several years keeps its years.
 */
function yearShortener(period: string): (text: string) => string {
  const years = [...new Set(period.match(/\d{4}/g) ?? [])]
  if (years.length !== 1) return (text) => text
  const dated = new RegExp(
    `(\\b\\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)),? ${years[0]}\\b`,
    'g',
  )
  // Somebody's words are printed as they were said.
  return (text) =>
    text
      .split(/(“[^”]*”)/)
      .map((part) => (part.startsWith('“') ? part : part.replace(dated, '$1')))
      .join('')
}

function newestSpan({ engine }: Findings) {
  const newest = [...engine.briefing.sources.values()]
    .map(publishedSpan)
    .sort((a, b) => b.to - a.to || b.from - a.from)[0]
  if (newest === undefined) throw new Error('a briefing has at least one source')
  return newest
}

function cite(facts: readonly string[], { engine, known }: Findings): Cited[] {
  const cited = new Map<string, Set<number>>()
  for (const id of facts) {
    const fact = engine.briefing.factById.get(id)
    if (fact === undefined) continue
    for (const citation of known(fact)) {
      const paragraphs = cited.get(citation.source) ?? new Set<number>()
      for (const paragraph of citation.paragraph) paragraphs.add(paragraph)
      cited.set(citation.source, paragraphs)
    }
  }
  return [...cited].flatMap(([id, paragraphs]) => {
    const source = engine.briefing.sources.get(id)
    if (source === undefined) return []
    const { publisher, title, url } = source
    return [
      {
        source: id,
        publisher,
        title,
        url,
        published: formatSpan(publishedSpan(source)),
        paragraphs: [...paragraphs].sort((a, b) => a - b),
      },
    ]
  })
}

/** Questions of the curator's for facts near to what was asked, which the briefing can answer. */
function nearbyQuestions({ matches, known }: Findings, used: readonly string[]): string[] {
  const found: string[] = []
  for (const { view, features } of matches) {
    if (found.length === 3) break
    const first = view.asks.find((ask) => ask.units.units.some((unit) => unit.kind === 'name')) ?? view.asks[0]
    if (features.covered < 0.25 || used.includes(view.fact.id) || first === undefined || known(view.fact).length === 0)
      continue
    if (!found.includes(first.text)) found.push(first.text)
  }
  return found
}

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
    return finish(findings, { lines, conflicts, isCorrected: !isYesNo }, { status: 'answered', reason: undefined })
  }
  const asksForWords = ['quote', 'who'].includes(findings.inquiry.asked.slot)
  const leading = asksForWords ? undefined : conflicts.find((conflict) => conflict.slot === slotAsked(findings))
  const trailing = conflicts.filter((conflict) => conflict !== leading)
  const lines: AnswerLine[] = []
  if (leading !== undefined) {
    lines.push({
      text: `${capital(sidesOf(leading, findings, 'or'))}: sources differ on ${the(leading.what)}${because(leading.reason)}.`,
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
  return finish(findings, { lines: withExtras(lines, extras), conflicts }, { status: 'answered', reason: undefined })
}

/** Beside the answer goes as much as a reader takes in at a glance: one statement more, or two short ones. */
const MAX_EXTRAS = 2
const MAX_WITH_EXTRAS = 480

function withExtras(lines: readonly AnswerLine[], extras: readonly AnswerLine[]): AnswerLine[] {
  const kept = [...lines]
  let length = kept.reduce((sum, one) => sum + one.text.length + 1, 0)
  for (const extra of extras) {
    if (kept.length >= lines.length + MAX_EXTRAS) break
    if (length + extra.text.length > MAX_WITH_EXTRAS || kept.some((one) => one.text.includes(extra.text))) continue
    kept.push(extra)
    length += extra.text.length + 1
  }
  return kept
}

const factsOf = (conflict: Conflict) => conflict.sides.flatMap((side) => side.reports.map((report) => report.fact.id))
const line = (text: string, ...facts: readonly Fact[]): AnswerLine => ({ text, facts: facts.map((fact) => fact.id) })
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const the = (what: string) =>
  /^(the|a|an|who|what|when|where|why|how|whether|[A-Z])/.test(what) ? what : `the ${what}`

function slotAsked({ inquiry }: Findings): Conflict['slot'] {
  if (inquiry.asked.slot === 'when') return 'when'
  return inquiry.asked.slot === 'howMany' ? 'howMany' : 'value'
}

/** The conflicts to show: those of the answering fact, unless the question asks for one source's or one speaker's word. */
function relevantConflicts({ engine, known, inquiry }: Findings, fact: Fact): Conflict[] {
  const from = inquiry.sources
  return conflictsOf(fact, engine.briefing, (one) =>
    from.size === 0 ? known(one) : known(one).filter((citation) => from.has(citation.source)),
  )
}

function because(reason: ConflictReason): string {
  switch (reason) {
    case 'later count':
      return '; the higher count is the later one'
    case 'wider scope':
      return '; they do not count the same'
    case 'retraction':
      return '; one of them was taken back'
    case 'derived figure':
      return '; one figure is a sum'
    case 'two claimants':
      return '; each is the word of one party'
    case 'forecasts differ':
      return '; all are expectations'
    default:
      return ''
  }
}

/** The longest that it is told with one name each. */
const MAX_BRIEF = 600
/** Of still more values the first are shown, and the rest is counted. */
const MOST_SIDES = 6
/** The longest that a disagreement is told in full; beyond it only one name stands behind each value. */
const MAX_SIDES = 380

/** "3 May 2030 (Lorne Gazette) or 4 May 2030 (The Courier)". */
function sidesOf(conflict: Conflict, { engine }: Findings, word = 'and'): string {
  const { sources, entities } = engine.briefing
  const tell = (names: (speakers: string[], publishers: string[]) => string[]) => {
    const sides = conflict.sides.map((side) => {
      const publishers = new Set(
        side.reports.map((report) => sources.get(report.citation.source)?.publisher ?? report.citation.source),
      )
      const speakers = new Set(
        side.reports.flatMap((report) => report.fact.frame.saidBy.map((id) => entities.get(id)?.name ?? id)),
      )
      return `${side.text} (${names(
        [...speakers].filter((name) => !publishers.has(name)),
        [...publishers],
      ).join('; ')})`
    })
    return sides.length < 2 ? sides.join('') : `${sides.slice(0, -1).join(', ')} ${word} ${sides.at(-1)}`
  }
  const full = tell((speakers, publishers) =>
    [speakers.join(', '), publishers.join(', ')].filter((part) => part !== ''),
  )
  if (full.length <= MAX_SIDES) return full
  const brief = tell((speakers, publishers) => [speakers[0] ?? publishers[0] ?? ''])
  if (brief.length <= MAX_BRIEF) return brief
  const shown = conflict.sides.slice(0, MOST_SIDES).map((side) => side.text)
  return `${shown.join(', ')} ${word} ${conflict.sides.length - shown.length} more values`
}

/** A statement, with who claims it where the statement itself does not say. */
function attributed(fact: Fact, findings: Findings): string {
  return asReported(fact, findings) ?? asStated(fact, findings)
}

/**
 * What the sources that count report, where none of them bears out the statement: as of a day, or by the one source
 * that the question names, the value of another must not be told.
 */
function asReported(fact: Fact, { engine, known, inquiry }: Findings): string | undefined {
  const counting = known(fact).filter(({ source }) => inquiry.sources.size === 0 || inquiry.sources.has(source))
  if (counting.length === 0 || !counting.every(({ reports }) => reports !== undefined && differs(reports, fact)))
    return undefined
  return counting
    .map((citation) => {
      const publisher = engine.briefing.sources.get(citation.source)?.publisher ?? citation.source
      const { statement, when, howMany, value } = citation.reports ?? {}
      if (statement !== undefined) return statement
      const told = [
        howMany && formatQuantity(howMany),
        when && formatSpan(parseSpan(when) ?? unread(when)),
        value,
      ].filter((one) => one !== undefined)
      return `${capital(fact.frame.what ?? 'reported')}: ${told.join(', ')} (${publisher}).`
    })
    .join(' ')
}

function unread(date: string): never {
  throw new Error(`the schema let ${date} pass`)
}

type Reports = NonNullable<Fact['citations'][number]['reports']>

/** True where a citation gives another value than the fact's own frame, so that it does not bear out the statement. */
function differs({ statement, when, howMany, value }: Reports, { frame }: Fact): boolean {
  const isOtherFigure =
    howMany !== undefined && frame.howMany !== undefined && !areCompatibleQuantities(howMany, frame.howMany)
  const isOtherDate = when !== undefined && frame.when !== undefined && when !== frame.when
  const isOtherValue = value !== undefined && frame.value !== undefined && value !== frame.value
  return statement !== undefined || isOtherFigure || isOtherDate || isOtherValue
}

function asStated(fact: Fact, { engine }: Findings): string {
  if (fact.standing !== 'claimed' && fact.standing !== 'denied') return fact.statement
  const speakers = fact.frame.saidBy.flatMap((id) => engine.briefing.entities.get(id) ?? [])
  const isNamed =
    /\b(said|says|claim|according|accus|den(y|ie)|alleg|suggest|argu|believ|report|told|call|warn|insist|reject|view|opinion|word)/i.test(
      fact.statement,
    )
  if (
    speakers.length === 0 ||
    isNamed ||
    speakers.some((one) => fact.statement.includes(one.name.split(' ').at(-1) ?? one.name))
  )
    return fact.statement
  return `According to ${speakers.map((one) => one.name).join(' and ')}: ${fact.statement}`
}

/** The statement with the value that is asked for in front of it, where it does not open with that anyhow. */
function withLead(match: Match, findings: Findings): string {
  const { fact } = match.view
  const statement = attributed(fact, findings)
  const lead = asReported(fact, findings) === undefined ? leadFor(match, findings) : undefined
  if (lead === undefined || opensWith(statement, lead)) return statement
  return `${capital(lead)}${/[.!?”"]$/.test(lead) ? '' : '.'} ${statement}`
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

const opensWith = (statement: string, lead: string) => statement.toLowerCase().startsWith(lead.toLowerCase())

function leadFor(match: Match, findings: Findings): string | undefined {
  const { fact } = match.view
  const { inquiry, engine } = findings
  const { frame } = fact
  const isAsserted = fact.standing !== 'claimed' && fact.standing !== 'denied'
  const nameOf = (id: string) => engine.briefing.entities.get(id)?.name
  switch (inquiry.asked.slot) {
    case 'when': {
      const span = frame.when === undefined ? undefined : parseSpan(frame.when)
      if (span === undefined)
        return frame.howMany === undefined || unitClass(frame.howMany.unit) !== 'duration'
          ? undefined
          : formatQuantity(frame.howMany)
      return fact.standing === 'forecast' ? `Expected: ${formatSpan(span)}` : formatSpan(span)
    }
    case 'howMany':
      return frame.howMany === undefined ? undefined : formatQuantity(frame.howMany)
    case 'yesNo': {
      const lead = leadOf(match, findings)
      return lead === undefined ? undefined : leadWords[lead]
    }
    case 'where': {
      const places = frame.where.filter((id) => !inquiry.named.has(id)).flatMap((id) => nameOf(id) ?? [])
      return places.length === 1 && isAsserted ? places[0] : undefined
    }
    case 'who': {
      const people = [
        ...(isAsserted ? frame.who : []),
        ...(inquiry.asked.isAboutSpeech ? frame.saidBy : []),
        ...(isAsserted ? frame.whom : []),
      ].filter(
        (id) =>
          !inquiry.named.has(id) && !['place', 'event', 'thing'].includes(engine.briefing.entities.get(id)?.kind ?? ''),
      )
      const [one] = [...new Set(people)]
      if (one === undefined || new Set(people).size !== 1) return undefined
      return engine.briefing.entities.get(one)?.unnamed ? `${nameOf(one)}, whom the sources leave unnamed` : nameOf(one)
    }
    case 'quote': {
      const quote =
        frame.quote ?? findings.known(fact).find((citation) => citation.reports?.quote !== undefined)?.reports?.quote
      const said = fact.statement.replace(/[“”]/g, '"')
      return quote === undefined || said.includes(quote) ? undefined : `“${quote}”`
    }
    default:
      return undefined
  }
}

const leadWords: Record<Lead, string> = {
  yes: 'Yes',
  no: 'No',
  'not yet': 'Not yet',
  disputed: 'Disputed',
  claimed: 'Claimed, not established',
}

/** What was expected before it happened: the forecasts of the same thing. */
function expectedBefore({ engine, known, inquiry }: Findings, fact: Fact): AnswerLine[] {
  if (fact.standing === 'forecast' || fact.frame.what === undefined || !['when', 'yesNo'].includes(inquiry.asked.slot))
    return []
  const group =
    [...engine.briefing.facts].length > 5000
      ? []
      : engine.briefing.facts.filter((one) => one.frame.what === fact.frame.what)
  const forecast = group.find((one) => one !== fact && one.standing === 'forecast' && known(one).length > 0)
  return forecast === undefined ? [] : [line(forecast.statement, forecast)]
}

function relatedLines({ engine, known }: Findings, fact: Fact): AnswerLine[] {
  return fact.related
    .slice(0, 2)
    .flatMap((id) => engine.briefing.factById.get(id) ?? [])
    .filter((one) => known(one).length > 0)
    .map((one) => line(one.statement, one))
}

/** The next facts that answer as well: where several things were asked for, or where an open question leaves it undecided. */
function alongsideLines(findings: Findings, decision: Decision): AnswerLine[] {
  if (decision.kind !== 'answer') return []
  const { isList, slot } = findings.inquiry.asked
  const share = isList ? 0.93 : ['what', 'definition'].includes(slot) ? 0.97 : undefined
  if (share === undefined) return []
  const { match, alongside } = decision
  return alongside
    .filter((other) => other.score >= share * match.score && other.view.fact.frame.what !== match.view.fact.frame.what)
    .slice(0, 2)
    .map((other) => line(attributed(other.view.fact, findings), other.view.fact))
}

/** Who or what an entity is: the facts that the curator chose for it, or else its offices and its newest facts; `byDate` asks for how things stand. */
export function composeProfile(findings: Findings, id: string, byDate: boolean): Answer {
  const { engine, known } = findings
  const entity = engine.briefing.entities.get(id)
  const about = factsAbout(findings, id).filter((fact) => known(fact).length > 0)
  const chosen = (entity?.profile ?? []).flatMap((one) => about.find((fact) => fact.id === one) ?? [])
  const offices = (entity?.roles ?? []).flatMap((role) => about.find((fact) => fact.id === role.fact) ?? [])
  const newest = about
    .filter((fact) => fact.frame.who.includes(id) || fact.frame.whom.includes(id))
    .sort((a, b) => timeOf(b) - timeOf(a))
  const state = byDate ? [...new Set([...chosen.slice(-1), ...newest])].slice(0, 3) : []
  const facts =
    state.length > 0
      ? state
      : chosen.length > 0
        ? chosen.slice(0, 4)
        : [...new Set([...offices, ...about.slice(0, 1), ...newest])].slice(0, 3)
  const conflicts = facts
    .flatMap((fact) => relevantConflicts(findings, fact))
    .filter(
      (conflict, i, all) => all.findIndex((one) => one.what === conflict.what && one.slot === conflict.slot) === i,
    )
  const said = facts.map((fact) => line(attributed(fact, findings), fact))
  const differ = conflicts.map((conflict) => ({
    text: `Sources differ on ${the(conflict.what)}: ${sidesOf(conflict, findings)}${because(conflict.reason)}.`,
    facts: factsOf(conflict),
    isDispute: true,
  }))
  // Who it is and how things stand matter most; what lies between is told as far as there is room.
  const byWeight = [...said.slice(0, 1), ...said.slice(1).slice(-1), ...differ, ...said.slice(1, -1)]
  const fitting = new Set(fitLines(byWeight, MAX_TEXT))
  const lines = [...said, ...differ].filter((one) => fitting.has(one))
  return { ...finish(findings, { lines, conflicts }, { status: 'answered', reason: undefined }), score: 1 }
}

const timeOf = (fact: Fact) => (fact.frame.when === undefined ? 0 : (parseSpan(fact.frame.when)?.from ?? 0))

export function composeTimeline(findings: Findings, facts: readonly Fact[]): Answer {
  const dated = [...facts].sort((a, b) => timeOf(a) - timeOf(b))
  const lines = dated.map((fact) => {
    const span = parseSpan(fact.frame.when ?? '')
    const mark = fact.standing === 'reported' || fact.standing === 'official' ? '' : ` (${fact.standing})`
    return line(`${span === undefined ? '' : formatSpan(span)}${mark}: ${attributed(fact, findings)}`, fact)
  })
  const conflicts = dated
    .flatMap((fact) => relevantConflicts(findings, fact).filter((conflict) => conflict.slot === 'when'))
    .filter((conflict, i, all) => all.findIndex((one) => one.what === conflict.what) === i)
  return finish(
    findings,
    { lines: spread(lines, MAX_TIMELINE_TEXT), conflicts, limit: MAX_TIMELINE_TEXT },
    { status: 'answered', reason: undefined, separator: '\n' },
  )
}

/** Too many lines for one message are thinned, so that the chronology keeps each of its days as long as it can. */
function spread(lines: readonly AnswerLine[], limit: number): AnswerLine[] {
  let kept = [...lines]
  const dayOf = (one: AnswerLine) => one.text.slice(0, one.text.indexOf(':'))
  while (kept.length > 2 && kept.reduce((sum, one) => sum + one.text.length + 1, 0) > limit) {
    const crowded = kept.filter((one) => kept.some((other) => other !== one && dayOf(other) === dayOf(one)))
    const choice = crowded.length > 0 ? crowded : kept.slice(1, -1)
    const longest = choice.reduce((a, b) => (b.text.length > a.text.length ? b : a))
    kept = kept.filter((one) => one !== longest)
  }
  return kept
}

/** Of more entities of one name the rest is counted. */
const MOST_NAMES = 6

export function composeAmbiguity(findings: Findings, entities: readonly string[]): Answer {
  const all = entities.map((id) => findings.engine.briefing.entities.get(id)?.name ?? id)
  const names =
    all.length <= MOST_NAMES ? all : [...all.slice(0, MOST_NAMES - 1), `${all.length - MOST_NAMES + 1} more`]
  const lines = [{ text: `Which one do you mean: ${names.slice(0, -1).join(', ')} or ${names.at(-1)}?`, facts: [] }]
  return {
    ...finish(findings, { lines }, { status: 'ambiguous', reason: undefined }),
    nearby: names.slice(0, 3).map((name) => `who is ${name}`),
  }
}

/** Says plainly that the briefing does not know, which part is missing, and what it does hold nearest to it. */
export function composeAbstention(findings: Findings, reason: AbstainReason): Answer {
  const { engine, question, matches, known } = findings
  const asOf = formatSpan(question.asOf ?? newestSpan(findings))
  const { missing, near = [] } = (reason === 'left open' ? findings.open?.question : undefined) ?? {}
  const opening = missing === undefined ? openings[reason] : `The sources of this briefing do not give ${missing}.`
  const shown = opening.replace('{asOf}', asOf).replace('{first}', formatSpan(oldestSpan(findings)))
  const nearest =
    reason === 'empty' || reason === 'before the sources'
      ? undefined
      : matches.find((match) => match.features.covered >= 0.45 && known(match.view.fact).length > 0)
  const lines: AnswerLine[] = [{ text: shown, facts: [] }]
  const listed = near.flatMap((id) => engine.briefing.factById.get(id) ?? []).filter((fact) => known(fact).length > 0)
  if (reason === 'left open')
    lines.push(...listed.slice(0, 1).map((fact) => line(`Nearest to it: ${attributed(fact, findings)}`, fact)))
  else if (nearest !== undefined)
    lines.push({ text: `Nearest to it: ${attributed(nearest.view.fact, findings)}`, facts: [nearest.view.fact.id] })
  const answer = finish(findings, { lines }, { status: 'abstained', reason })
  const overview = engine.briefing.head.overview
    .flatMap((id) => engine.briefing.factById.get(id) ?? [])
    .filter((fact) => known(fact).length > 0)
    .flatMap((fact) => fact.asks[0]?.ask ?? [])
  return answer.nearby.length > 0 || reason === 'before the sources'
    ? answer
    : { ...answer, nearby: overview.slice(0, 3) }
}

function oldestSpan({ engine }: Findings) {
  const oldest = [...engine.briefing.sources.values()].map(publishedSpan).sort((a, b) => a.to - b.to)[0]
  if (oldest === undefined) throw new Error('a briefing has at least one source')
  return oldest
}

const openings: Record<AbstainReason, string> = {
  empty: 'Ask about a person, a date, a figure, a place or a reason.',
  'unknown name': 'The sources of this briefing do not say: they do not speak of that.',
  'left open': 'The sources of this briefing do not say.',
  'nothing on that': 'The sources of this briefing do not say.',
  'no date': 'The sources of this briefing give no date for that.',
  'no figure': 'The sources of this briefing give no figure for that.',
  'no reason': 'The sources of this briefing give no reason for that.',
  'no place': 'The sources of this briefing do not say where.',
  'no name': 'The sources of this briefing do not give a name for that.',
  'not known yet': 'By {asOf} none of the sources had reported that.',
  'before the sources': 'Nothing is known as of {asOf}: the oldest source of this briefing is of {first}.',
}
