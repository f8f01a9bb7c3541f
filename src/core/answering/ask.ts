// The pipeline from a question to an answer: understand, find, weigh, decide, compose. Each step is pure; the same question gets the same answer.

import { asKnownBy, surelyPublishedBy } from '../briefing/briefing.ts'
import type { Fact, Verb } from '../briefing/schema.ts'
import { verbs } from '../briefing/schema.ts'
import type { Answer, Question, TraceStep } from './answer.ts'
import { composeAbstention } from './composeAbstention.ts'
import { composeAmbiguity } from './composeAmbiguity.ts'
import { composeAnswer } from './composeAnswer.ts'
import { composeOverview } from './composeOverview.ts'
import { composeProfile } from './composeProfile.ts'
import { composeTimeline } from './composeTimeline.ts'
import { decide } from './decide.ts'
import type { Engine } from './engine.ts'
import type { Findings } from './findings.ts'
import { type Inquiry, searchTerms, threadAfter, understand } from './inquiry.ts'
import { joinAnswers } from './joinAnswers.ts'
import { type Match, matchFact, matchOpen } from './match.ts'
import { roleFacts } from './roles.ts'
import { standsAlone } from './standsAlone.ts'
import type { Thread } from './thread.ts'

/** How many facts are weighed closely. */
const CANDIDATES = 40
/** How many facts of a name that stands alone are weighed besides. */
const MOST_OF_NAME = 200
/** A longer question is cut: what matters to it stands at its start. */
const MAX_QUESTION_CHARS = 2000
/** How far back a thread is read. */
const THREAD_LENGTH = 4

/** Answers a question from a briefing. */
export function ask(engine: Engine, question: Question): Answer {
  const thread = threadOf(engine, question)
  const parts = question.verb === null ? twoQuestions(question.text) : undefined
  if (parts === undefined) return answerAlone(engine, question, thread) ?? answerIn(engine, question, thread).answer
  const first = answerIn(engine, { ...question, text: parts[0] }, thread)
  const second = answerIn(engine, { ...question, text: parts[1] }, threadAfter(first.inquiry, [], thread))
  return joinAnswers(first.answer, second.answer)
}

/** Sure enough that what was asked before need not be looked at. */
const SURE_ALONE = 0.5

/** The answer to a question in a thread that needs nothing of it; commands in a channel seldom do. */
function answerAlone(engine: Engine, question: Question, thread: Thread | undefined): Answer | undefined {
  if (thread === undefined) return undefined
  const { answer, inquiry } = answerIn(engine, question, undefined)
  const isSure =
    answer.status === 'answered'
      ? answer.score >= SURE_ALONE
      : answer.reason === 'left open' || answer.reason === 'not known yet' || answer.reason === 'no name'
  return isSure && standsAlone(inquiry) ? answer : undefined
}

/** "How many gates did it have, and how many were shut": two questions in one, taken apart where the second asks anew. */
function twoQuestions(text: string): readonly [string, string] | undefined {
  const match = /^(.{12,}?),? and (?=(?:how (?:many|much|long|old)|when|where|who|why|which|in how)\b)(.{8,})$/i.exec(
    text.trim(),
  )
  return match?.[1] === undefined || match[2] === undefined ? undefined : [match[1], match[2]]
}

function threadOf(engine: Engine, question: Question): Thread | undefined {
  let thread: Thread | undefined
  for (const earlier of question.context.slice(-THREAD_LENGTH)) {
    const { text, verb } = readCommand(earlier)
    const { answer, inquiry } = answerIn(engine, { text, verb, context: [], asOf: question.asOf }, thread)
    const first = engine.briefing.factById.get(answer.facts[0] ?? '')
    const spokenOf =
      answer.status === 'answered' && first !== undefined
        ? [...first.frame.who, ...first.frame.whom, ...first.frame.saidBy]
        : []
    thread = threadAfter(inquiry, spokenOf, thread)
  }
  return thread
}

/** Takes "/who weir" apart into verb and text; "/brief who weir" too. */
export function readCommand(message: string): { text: string; verb: Verb | null } {
  const match = /^\/(?:brief\s+)?([a-z]+)\b\s*(.*)$/is.exec(message.trim())
  if (match === null) return { text: message, verb: null }
  const verb = verbs.find((one) => one === match[1]?.toLowerCase())
  return verb === undefined
    ? { text: message.replace(/^\/[a-z]+\s*/i, ''), verb: null }
    : { text: match[2] ?? '', verb }
}

function answerIn(
  engine: Engine,
  question: Question,
  thread: Thread | undefined,
): { answer: Answer; inquiry: Inquiry } {
  const trace: TraceStep[] = []
  const text = question.text.slice(0, MAX_QUESTION_CHARS)
  const inquiry = understand(engine, text, question.verb, thread)
  traceInquiry(inquiry, trace)
  const known = (fact: Fact) =>
    question.asOf === undefined ? fact.citations : asKnownBy(fact, engine.briefing.sources, question.asOf)
  const { matches, later, open } = weigh(engine, inquiry, known, (question.asOf ?? engine.newest).to)
  const findings: Findings = { engine, question, inquiry, known, matches, later, open, trace }
  traceMatches(matches, trace)
  if (open !== undefined) trace.push({ step: 'open', found: `${open.score.toFixed(3)} ${open.question.id}` })
  return { answer: respond(findings), inquiry }
}

function respond(findings: Findings): Answer {
  const { engine, question, inquiry } = findings
  if (saysNothing(inquiry)) return composeAbstention(findings, 'empty')
  const { asOf } = question
  if (
    asOf !== undefined &&
    [...engine.briefing.sources.values()].every((source) => surelyPublishedBy(source) > asOf.to)
  )
    return composeAbstention(findings, 'before the sources')
  const decision = decide(findings)
  findings.trace.push({ step: 'decision', found: decision.kind })
  switch (decision.kind) {
    case 'timeline':
      return composeTimeline(findings, decision.facts)
    case 'profile':
      return composeProfile(findings, decision.entity, decision.byDate)
    case 'overview':
      return composeOverview(findings, decision.facts)
    case 'ambiguous':
      return composeAmbiguity(findings, decision.entities)
    case 'abstain':
      return composeAbstention(findings, decision.reason)
    default:
      return composeAnswer(findings, decision)
  }
}

/** True for a text without a word, and for a greeting or thanks alone. */
function saysNothing({ tokens }: Inquiry): boolean {
  const text = tokens.map(({ word }) => word).join(' ')
  return (
    !/[a-z0-9]/.test(text) ||
    /^((hi|hello|hey|yo|good (morning|evening|afternoon)|thanks?|thank you|thx|cheers|ok(ay)?|lol|ha(ha)+|hm+|wow|omg|yes|yep|no|nope|sure|got it|i see|never ?mind|nvm|cool|nice|great|bye|help|test(ing)?|there|everyone|all|bot|sitrep|so much|a lot|very much|(what|who) (can|are) you( do)?|how are you)( |$))+$/.test(
      text,
    )
  )
}

function weigh(
  engine: Engine,
  inquiry: Inquiry,
  known: Findings['known'],
  asOf: number,
): Pick<Findings, 'matches' | 'later' | 'open'> {
  const { facts, open: openQuestions } = engine.briefing
  const found = engine.index.search(searchTerms(inquiry), CANDIDATES)
  const candidates = new Set(found.flatMap((position) => facts[position] ?? []))
  const open = found
    .flatMap((position) => openQuestions[position - facts.length] ?? [])
    .map((question) => ({ question, score: matchOpen(engine.asksOf(question), inquiry) }))
    .sort((a, b) => b.score - a.score)[0]
  const isKnown = (id: string) => {
    const fact = engine.briefing.factById.get(id)
    return fact !== undefined && known(fact).length > 0
  }
  for (const fact of factsOfBareName(engine, inquiry)) candidates.add(fact)
  const held = roleFacts(engine, inquiry, asOf, isKnown)
  for (const id of held.keys()) {
    const fact = engine.briefing.factById.get(id)
    if (fact !== undefined) candidates.add(fact)
  }
  const all = [...candidates].map((fact) => {
    const match = matchFact(engine.viewOf(fact), inquiry, engine.lexicon)
    const boost = held.get(fact.id) ?? 0
    return boost > match.score
      ? {
          ...match,
          score: boost,
          features: { ...match.features, covered: Math.max(match.features.covered, boost), fit: 1, lost: 0 },
        }
      : match
  })
  all.sort((a, b) => b.score - a.score)
  const matches = all.filter((match) => known(match.view.fact).length > 0)
  const later = all.find((match) => known(match.view.fact).length === 0)
  return { matches, later, open }
}

/** Who is little more than named is in more facts than the index can tell apart: each of them may be what is asked. */
function factsOfBareName({ factsOfEntity }: Engine, { units }: Inquiry): readonly Fact[] {
  const content = units.filter(({ unit, weight }) => weight > 0 && unit.kind !== 'weak')
  const [only] = content
  if (only === undefined || content.length > 1 || only.unit.kind !== 'name') return []
  return only.unit.entities.flatMap((id) => factsOfEntity.get(id) ?? []).slice(0, MOST_OF_NAME)
}

function traceInquiry(inquiry: Inquiry, trace: TraceStep[]): void {
  trace.push({ step: 'words', found: inquiry.tokens.map((token) => token.word).join(' ') })
  if (inquiry.repairs.size > 0)
    trace.push({ step: 'spelling', found: [...inquiry.repairs].map(([from, to]) => `${from} → ${to}`).join(', ') })
  const { asked, named, date, sources, isFollowUp } = inquiry
  trace.push({ step: 'asked', found: `${asked.slot}${asked.unitClass === undefined ? '' : ` (${asked.unitClass})`}` })
  if (named.size > 0) trace.push({ step: 'names', found: [...named].join(', ') })
  if (date !== undefined) trace.push({ step: 'date', found: date.edtf })
  if (sources.size > 0) trace.push({ step: 'sources', found: [...sources].join(', ') })
  if (isFollowUp)
    trace.push({
      step: 'thread',
      found: inquiry.units
        .filter((one) => one.isFromContext)
        .map((one) => one.unit.words.join(' '))
        .join(', '),
    })
  trace.push({
    step: 'weights',
    found: inquiry.units
      .filter((one) => one.weight > 0)
      .map((one) => `${one.unit.words.join(' ')} ${one.weight.toFixed(2)}`)
      .join(', '),
  })
}

function traceMatches(matches: readonly Match[], trace: TraceStep[]): void {
  for (const match of matches.slice(0, 5)) {
    const parts = [`covers ${match.features.covered.toFixed(2)}`, `fit ${match.features.fit.toFixed(2)}`]
    if (match.ask !== undefined) parts.push(`ask ${match.features.ask.toFixed(2)} "${match.ask.text}"`)
    if (match.belief !== undefined && match.beliefScore > 0.5)
      parts.push(`belief ${match.beliefScore.toFixed(2)} "${match.belief.text}"`)
    if (match.missing.length > 0) parts.push(`lacks ${match.missing.map((one) => one.unit.words.join(' ')).join(', ')}`)
    trace.push({ step: 'match', found: `${match.score.toFixed(3)} ${match.view.fact.id} (${parts.join('; ')})` })
  }
}
