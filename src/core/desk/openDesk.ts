// The desk: takes a request from wherever readers ask, and gives the card to show. What was asked is kept under a handle,
// so that the card's buttons can be answered; what could not be answered is kept for the curator.

import type { Card } from '../cards/card.ts'
import { noticeCard } from '../cards/card.ts'
import { enginesOf } from '../enginesOf.ts'
import type { Atlas } from '../pictures/atlas.ts'
import type { Clock, Gaps, Handles, Library, Limits, Log, NewId, Threads } from '../ports.ts'
import { complete } from './complete.ts'
import type { Asked, Desk, DigestDesk, OpenRequest, PressAction, Request, Shown, Visit } from './request.ts'
import { respondFrom } from './respond.ts'

/** Told of every answer, for metrics. */
export type Meter = (
  visit: Visit,
  outcome: Card['kind'] | 'answered' | 'abstained' | 'ambiguous' | 'limited' | 'failed',
) => void

export type DeskPorts = {
  readonly library: Library
  readonly threads: Threads
  readonly handles: Handles
  readonly gaps: Gaps
  readonly limits: Limits
  readonly digests: DigestDesk
  /** For maps; undefined where none are drawn. */
  readonly atlas: Atlas | undefined
  readonly clock: Clock
  readonly newId: NewId
  readonly log: Log
  readonly meter: Meter
}

export function openDesk(ports: DeskPorts): Desk {
  const { library, limits, log, meter } = ports
  return {
    async respond(visit, request) {
      try {
        const waitMs = await limits.take(limitKeys(visit))
        if (waitMs > 0) {
          meter(visit, 'limited')
          return spoken(`That was a lot at once. Ask again in ${seconds(waitMs)}.`)
        }
        return await respondTo(ports, visit, request)
      } catch (error) {
        log.error('a request could not be answered', { error, platform: visit.platform, kind: request.kind })
        meter(visit, 'failed')
        return spoken(
          'This could not be answered, which is a fault on our side. It has been noted; ask again in a minute.',
        )
      }
    },
    complete: (typed, briefing) => {
      const engines = enginesOf(library, briefing)
      return complete(engines.length > 0 ? engines : library.engines(), typed)
    },
    briefings: () =>
      library.engines().map(({ briefing: { slug, head } }) => ({ slug, title: head.title, summary: head.summary })),
  }
}

const limitKeys = ({ platform, tenant, channel, user }: Visit) => [
  `user/${platform}/${tenant}/${user}`,
  `channel/${platform}/${tenant}/${channel}`,
]

const seconds = (ms: number) => {
  const count = Math.max(1, Math.ceil(ms / 1000))
  return `${count} second${count === 1 ? '' : 's'}`
}

/** What Sitrep says of itself, to the asker alone. */
function spoken(text: string): Shown {
  return { card: noticeCard(text), handle: undefined, isPrivate: true }
}

async function respondTo(ports: DeskPorts, visit: Visit, request: Request): Promise<Shown> {
  switch (request.kind) {
    case 'press':
      return press(ports, visit, request.handle, request.action)
    case 'report':
      return report(ports, request.handle, request.text)
    default: {
      const thread = request.kind === 'ask' ? visit.thread : undefined
      return respondOpen(ports, visit, request, thread === undefined ? [] : await ports.threads.read(thread))
    }
  }
}

function asTyped({ text, verb }: Extract<OpenRequest, { kind: 'ask' }>): string {
  return verb === null ? text : `/${verb} ${text}`
}

/** Answers a request, and keeps what was asked: under a new handle for the buttons, and in the thread for what follows on it. */
async function respondOpen(
  ports: DeskPorts,
  visit: Visit,
  request: OpenRequest,
  context: readonly string[],
): Promise<Shown> {
  const { card, isPrivate, outcome, briefing, gap } = await respondFrom(ports, visit, request, context)
  ports.meter(visit, outcome)
  const hasButtons = card.kind !== 'notice' || card.nearby.length > 0
  const handle = hasButtons ? ports.newId() : undefined
  // A button stays with the briefing that answered, whatever others know by then.
  const ofBriefing = { ...request, briefing: briefing ?? request.briefing }
  const isForThread = request.kind === 'ask' && request.text.trim() !== ''
  // At once, and so at the price of one.
  await Promise.all([
    handle && ports.handles.keep(handle, { request: ofBriefing, context, nearby: card.nearby }),
    isForThread && visit.thread !== undefined && ports.threads.add(visit.thread, asTyped(request)),
    gap && ports.gaps.add({ ...gap, day: ports.clock.now().toISOString().slice(0, 10) }),
  ])
  return { card, handle, isPrivate }
}

const forgotten = 'This answer is too old for its buttons. Ask again.'

async function press(ports: DeskPorts, visit: Visit, handle: string, action: PressAction): Promise<Shown> {
  const asked = await ports.handles.find(handle)
  if (asked === undefined) return spoken(forgotten)
  if (typeof action !== 'string') return askNearby(ports, visit, asked, action.nearby)
  const { card, isPrivate } = await respondFrom(ports, visit, asked.request, asked.context, action)
  // Whoever reads a shared answer has not seen what was asked.
  const isShared = action === 'share' && asked.request.kind === 'ask'
  return { card: isShared ? { ...card, title: asTyped(asked.request) } : card, handle, isPrivate }
}

async function askNearby(ports: DeskPorts, visit: Visit, asked: Asked, number: number): Promise<Shown> {
  const text = asked.nearby[number]
  if (text === undefined) return spoken(forgotten)
  const { briefing, asOf } = asked.request
  const shown = await respondTo(ports, visit, { kind: 'ask', text, verb: null, briefing, asOf })
  return { ...shown, card: { ...shown.card, title: text } }
}

/** The longest report that is kept, in characters. */
const MAX_REPORT = 2000

async function report({ library, handles, gaps, clock }: DeskPorts, handle: string, text: string): Promise<Shown> {
  const asked = await handles.find(handle)
  if (asked === undefined) return spoken(forgotten)
  if (text.trim() === '')
    return spoken('There was nothing in your report. Say what is wrong, and it reaches the curator.')
  const { request } = asked
  await gaps.add({
    kind: 'report',
    text: text.trim().slice(0, MAX_REPORT),
    briefing: request.briefing ?? library.engines()[0]?.briefing.slug ?? '',
    about: request.kind === 'ask' || request.kind === 'check' ? request.text : request.kind,
    day: clock.now().toISOString().slice(0, 10),
  })
  return spoken('Thank you. Your report is kept for the curator, without your name.')
}
