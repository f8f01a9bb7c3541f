// Buttons, the menu of names, and the form for a report.

import type { App, RespondFn } from '@slack/bolt'
import { z } from 'zod'
import type { PressAction, Request } from '../../core/desk/request.ts'
import { acknowledge } from './acknowledge.ts'
import { askDesk, type Showing } from './askDesk.ts'
import { openModal, updateModal, type WebClient } from './calls.ts'
import { inTime } from './inTime.ts'
import { NAME_SEARCH, nameOptions } from './nameSearch.ts'
import { isDirect } from './place.ts'
import type { SlackPorts } from './ports.ts'
import { type Press, readPress } from './readPress.ts'
import { type ReplyOptions, reply } from './reply.ts'
import { cardModal, REPORT_INPUT, REPORT_VIEW, reportModal } from './views.ts'

export function answerPresses(app: App, ports: SlackPorts) {
  app.action({ type: 'block_actions' }, async ({ body, ack, respond, client }) => {
    await acknowledge(ack, ports.log)
    const press = readPress(body)
    if (press !== undefined) await ports.once(press.key, () => answerPress(ports, press, client, respond))
  })
  app.options(NAME_SEARCH, async ({ payload, ack }) => {
    await ack({ options: nameOptions(ports.desk.complete(payload.value)) })
  })
  app.view(REPORT_VIEW, async ({ body, ack, client }) => {
    const { key, place, request } = readReport(body)
    const thanks = ports.once(key, () => askDesk(ports, client, place, request))
    const soon = await inTime(thanks, ports.patienceMs)
    if (soon?.value === undefined) await ack()
    else await ack({ response_action: 'update', view: cardModal(soon.value.message) })
    await thanks
  })
}

async function answerPress(ports: SlackPorts, press: Press, client: WebClient, respond: RespondFn | undefined) {
  const { wanted, surface, place, trigger } = press
  if ('button' in wanted && wanted.button.action === 'report')
    return surface.kind === 'modal'
      ? updateModal(client, surface.view, reportModal(wanted.button.handle))
      : openModal(client, trigger, reportModal(wanted.button.handle))
  const { request, showing, replyOptions } = planOf(press)
  const outgoing = await askDesk(ports, client, { ...place, isFresh: 'name' in wanted }, request, showing)
  if (surface.kind === 'modal') return updateModal(client, surface.view, cardModal(outgoing.message))
  if (surface.kind === 'home') return openModal(client, trigger, cardModal(outgoing.message))
  if (respond === undefined) throw new Error('Slack gave a pressed button no response_url')
  return reply(
    respond,
    outgoing,
    outgoing.isPrivate && !isDirect(place) ? { ...replyOptions, to: 'asker' } : replyOptions,
  )
}

type Plan = { readonly request: Request; readonly showing: Showing; readonly replyOptions: ReplyOptions }

/** What a press asks of the desk, and where the answer goes: to the presser alone, unless it is to be shared. */
function planOf({ wanted, turnsPage, surface, place }: Press): Plan {
  const isInMessage = surface.kind === 'message' || surface.kind === 'private message'
  const isShared = 'button' in wanted && wanted.button.action === 'share'
  const canShare = isInMessage && !isDirect(place) && !isShared
  // A modal has to be opened within three seconds, which an upload could take.
  const isInWords = !isInMessage
  const replyOptions: ReplyOptions = {
    to: isShared || isDirect(place) ? 'all' : 'asker',
    // What others see, too, is not turned over before their eyes.
    replaces: turnsPage && (surface.kind === 'private message' || isDirect(place)),
    thread: place.thread,
  }
  if ('name' in wanted)
    return { request: { kind: 'ask', text: wanted.name, verb: null }, showing: { canShare, isInWords }, replyOptions }
  const { handle, action, page } = wanted.button
  if (action === 'report') throw new RangeError('a report opens its form')
  return {
    request: { kind: 'press', handle, action },
    showing: { pressed: cardBehind(action), page, canShare, isInWords },
    replyOptions,
  }
}

/** What shows the same card again: a near question and a shared answer are answers of their own. */
function cardBehind(action: PressAction): PressAction {
  return typeof action !== 'string' || action === 'share' ? 'answer' : action
}

const reportSchema = z.object({
  team: z.object({ id: z.string() }).nullish(),
  enterprise: z.object({ id: z.string() }).nullish(),
  user: z.object({ id: z.string() }),
  view: z.object({
    id: z.string(),
    hash: z.string().default(''),
    private_metadata: z.string(),
    state: z.object({
      values: z.record(z.string(), z.record(z.string(), z.object({ value: z.string().nullish() }))),
    }),
  }),
})

function readReport(body: unknown) {
  const { team, enterprise, user, view } = reportSchema.parse(body)
  const text = view.state.values[REPORT_INPUT]?.[REPORT_INPUT]?.value ?? ''
  return {
    key: `report/${view.id}/${view.hash}`,
    place: { tenant: team?.id ?? enterprise?.id ?? '', channel: 'home', user: user.id, thread: undefined },
    request: { kind: 'report', handle: view.private_metadata, text } satisfies Request,
  }
}
