// From a request to the card that answers it, out of the briefings as they stand. Pure but for digests, which have state.

import type { Answer } from '../answering/answer.ts'
import { ask } from '../answering/ask.ts'
import type { Engine } from '../answering/engine.ts'
import { asKnownBy } from '../briefing/briefing.ts'
import { allConflicts } from '../briefing/conflicts.ts'
import type { Fact } from '../briefing/schema.ts'
import { formatSpan, parseSpan, type Span } from '../briefing/span.ts'
import { answerCard } from '../cards/answerCard.ts'
import { type Card, noticeCard } from '../cards/card.ts'
import { checkCard } from '../cards/checkCard.ts'
import { conflictsCard } from '../cards/conflictsCard.ts'
import { helpCard } from '../cards/helpCard.ts'
import { overviewCard } from '../cards/overviewCard.ts'
import { allSourcesCard, sourcesCard } from '../cards/sourcesCard.ts'
import { timelineCard } from '../cards/timelineCard.ts'
import { enginesOf } from '../enginesOf.ts'
import type { Atlas } from '../pictures/atlas.ts'
import { pictureOfConflict } from '../pictures/conflictPicture.ts'
import { pictureOfTimeline } from '../pictures/timelinePicture.ts'
import type { Gap, Library } from '../ports.ts'
import { askBriefings, type Reply } from './askBriefings.ts'
import { gapOf } from './gapOf.ts'
import { illustrate } from './illustrate.ts'
import type { DigestDesk, OpenRequest, PressAction, Visit } from './request.ts'

export type Response = {
  readonly card: Card
  readonly isPrivate: boolean
  readonly outcome: Card['kind'] | Answer['status']
  /** Of which briefing the card is; undefined where it is of none. */
  readonly briefing?: string
  /** What the curator is told of, where the briefing could not answer. */
  readonly gap?: Omit<Gap, 'day'> | undefined
}

type Base = {
  readonly library: Library
  readonly digests: DigestDesk
  readonly atlas: Atlas | undefined
}
type Asking = Extract<OpenRequest, { kind: 'ask' }>
type About = Extract<PressAction, string>

/** The longest date in a notation that has many. */
const MAX_DATE_CHARS = 60

/** Answers a request; `about` asks instead for a card about that answer. */
export async function respondFrom(
  { library, digests, atlas }: Base,
  visit: Visit,
  request: OpenRequest,
  context: readonly string[],
  about: About = 'answer',
): Promise<Response> {
  const engines = enginesOf(library, request.briefing)
  const [engine] = engines
  if (engine === undefined) return refusal(unknownBriefing(library))
  const asOf = request.asOf === undefined ? undefined : readDay(request.asOf)
  if (request.asOf !== undefined && asOf === undefined)
    return refusal('That is no date. Write a day as 2030-05-03, or a month as 2030-05.')
  if (request.kind === 'ask') return respondToAsking({ engines, request, context, asOf, atlas }, about)
  if (request.kind === 'digest') return { ...shown(await digests.answer(visit, request.order, about)), isPrivate: true }
  if (about !== 'answer' && about !== 'share') return shown(aboutBriefing(engine, about, asOf ?? engine.newest))
  switch (request.kind) {
    case 'overview':
      return shown(overviewCard(engine.briefing, asOf ?? engine.newest))
    case 'sources':
    case 'conflicts':
      return shown(aboutBriefing(engine, request.kind, asOf ?? engine.newest))
    case 'check': {
      const nearest = nearestEngine(engines, request.text)
      return { ...shown(checkCard(nearest, request.text, asOf)), briefing: nearest.briefing.slug }
    }
    case 'help':
      return {
        ...shown(helpCard(titlesOf(library), overviewCard(engine.briefing, engine.newest).nearby)),
        isPrivate: true,
      }
    case 'catch-up':
      return { ...shown(await digests.catchUp(visit, engine.briefing.slug)), isPrivate: true }
  }
}

const titlesOf = (library: Library) => library.engines().map(({ briefing }) => briefing.head.title)

function unknownBriefing(library: Library): string {
  const slugs = library.engines().map(({ briefing }) => briefing.slug)
  return `There is no briefing of that name. There is: ${slugs.join(', ')}.`
}

const readDay = (text: string) => (text.length > MAX_DATE_CHARS ? undefined : parseSpan(text.trim()))

const shown = (card: Card): Response => ({ card, isPrivate: false, outcome: card.kind })
const refusal = (text: string): Response => ({ card: noticeCard(text), isPrivate: true, outcome: 'notice' })

type Question = {
  readonly engines: readonly Engine[]
  readonly request: Asking
  readonly context: readonly string[]
  readonly asOf: Span | undefined
  readonly atlas: Atlas | undefined
}

function respondToAsking({ engines, request: { text, verb }, context, asOf, atlas }: Question, about: About): Response {
  const reply = askBriefings(engines, { text, verb, context, asOf })
  if (reply === undefined) throw new Error('a library holds at least one briefing')
  const { answer, engine } = reply
  const { briefing } = engine
  const known = (fact: Fact) => asKnownBy(fact, briefing.sources, asOf ?? engine.newest)
  switch (about) {
    case 'sources':
      return shown(sourcesCard(briefing, answer.facts, known, answer.asOf))
    case 'conflicts':
      return shown({
        ...conflictsCard(briefing, answer.conflicts, answer.asOf),
        picture: answer.conflicts.map((one) => pictureOfConflict(briefing, one)).find((chart) => chart !== undefined),
      })
    case 'timeline':
      return shown(timelineOf(reply, text, asOf))
    default: {
      const card = cardOnce(answer, () => ({
        ...answerCard(answer, briefing),
        picture: illustrate(answer, briefing, { text, verb, known, atlas }),
      }))
      return { card, isPrivate: false, outcome: answer.status, briefing: briefing.slug, gap: gapOf(reply, text) }
    }
  }
}

/** Answers are remembered, and their cards with them: a picture takes longer than all else on a card. */
const cards = new WeakMap<Answer, Card>()

function cardOnce(answer: Answer, make: () => Card): Card {
  const card = cards.get(answer) ?? make()
  cards.set(answer, card)
  return card
}

/** What goes before and after an answer: the chronology of whom its first fact tells of, or else of what was asked. */
function timelineOf({ answer, engine }: Reply, text: string, asOf: Span | undefined): Card {
  const { briefing } = engine
  const frame = briefing.factById.get(answer.facts[0] ?? '')?.frame
  const subject = [...(frame?.who ?? []), ...(frame?.whom ?? []), ...(frame?.where ?? [])][0]
  const name = subject === undefined ? undefined : briefing.entities.get(subject)?.name
  const timeline = ask(engine, { text: name ?? text, verb: 'timeline', context: [], asOf })
  if (timeline.status !== 'answered') return aboutBriefing(engine, 'timeline', asOf ?? engine.newest)
  const known = (fact: Fact) => asKnownBy(fact, briefing.sources, asOf ?? engine.newest)
  return {
    ...answerCard(timeline, briefing),
    title: name === undefined ? 'Timeline' : `Timeline: ${name}`,
    picture: illustrate(timeline, briefing, { text, verb: 'timeline', known, atlas: undefined, subject: name }),
  }
}

function aboutBriefing({ briefing }: Engine, about: 'sources' | 'conflicts' | 'timeline', asOf: Span): Card {
  const known = (fact: Fact) => asKnownBy(fact, briefing.sources, asOf)
  switch (about) {
    case 'sources':
      return allSourcesCard(briefing, asOf)
    case 'conflicts':
      return conflictsCard(briefing, allConflicts(briefing, known), formatSpan(asOf))
    case 'timeline': {
      const facts = briefing.head.overview.flatMap((id) => briefing.factById.get(id) ?? [])
      return { ...timelineCard(briefing, facts, asOf), picture: pictureOfTimeline(briefing, facts, known) }
    }
  }
}

/** Of several briefings the one that has most to say to a text. */
function nearestEngine(engines: readonly Engine[], text: string): Engine {
  const reply = askBriefings(engines, { text, verb: null, context: [], asOf: undefined })
  if (reply === undefined) throw new Error('a library holds at least one briefing')
  return reply.engine
}
