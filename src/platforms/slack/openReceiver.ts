// Takes what Slack posts to us: checks that it is from Slack, hands it to Bolt, and answers with Bolt's acknowledgement.

import { type App, isValidSlackRequest, type Receiver, type ReceiverEvent } from '@slack/bolt'
import type { Clock } from '../../core/ports.ts'

export type HttpReceiver = Receiver & { readonly receive: (request: Request) => Promise<Response> }

export type HttpReceiverOptions = {
  readonly signingSecret: string
  readonly clock: Clock
  readonly take: (work: Promise<unknown>) => void
}

/** Slack counts a request as failed after three seconds; one that nobody answers gets this answer by then. */
const UNANSWERED = 404

export function openReceiver({ signingSecret, clock, take }: HttpReceiverOptions): HttpReceiver {
  let app: App | undefined
  let isOpen = false
  return {
    init: (one) => {
      app = one
    },
    start: async () => {
      isOpen = true
    },
    stop: async () => {
      isOpen = false
    },
    async receive(request) {
      // Slack tries again elsewhere, or later.
      if (!isOpen || app === undefined) return new Response('not ready', { status: 503 })
      const text = await request.text()
      if (!isFromSlack(request, text, signingSecret, clock)) return new Response('not from Slack', { status: 401 })
      const body = readBody(request, text)
      if (body === undefined) return new Response('not understood', { status: 400 })
      if ('ssl_check' in body) return new Response('')
      if (body.type === 'url_verification') return Response.json({ challenge: body.challenge })
      return dispatch(app, body, request, take)
    },
  }
}

function isFromSlack(request: Request, body: string, signingSecret: string, clock: Clock): boolean {
  const signature = request.headers.get('x-slack-signature')
  const timestamp = request.headers.get('x-slack-request-timestamp')
  if (signature === null || timestamp === null || !/^\d+$/.test(timestamp)) return false
  return isValidSlackRequest({
    signingSecret,
    body,
    headers: { 'x-slack-signature': signature, 'x-slack-request-timestamp': Number(timestamp) },
    nowMilliseconds: clock.now().getTime(),
  })
}

type Body = Record<string, unknown>

/** Slash commands come as a form, interactions as a form with JSON in it, events as JSON. */
function readBody(request: Request, text: string): Body | undefined {
  try {
    const isForm = request.headers.get('content-type')?.startsWith('application/x-www-form-urlencoded') ?? false
    const form = isForm ? Object.fromEntries(new URLSearchParams(text)) : undefined
    const body: unknown =
      form === undefined ? JSON.parse(text) : form.payload === undefined ? form : JSON.parse(form.payload)
    return typeof body === 'object' && body !== null ? (body as Body) : undefined
  } catch {
    return undefined
  }
}

/** The response is what Bolt acknowledges with; the work may go on behind it. */
function dispatch(app: App, body: Body, request: Request, take: (work: Promise<unknown>) => void): Promise<Response> {
  return new Promise((resolve) => {
    const event: ReceiverEvent = {
      body,
      ...retryOf(request),
      ack: async (answer?: unknown) => {
        resolve(answer === undefined || answer === '' ? new Response('') : Response.json(answer))
      },
    }
    const work = app.processEvent(event)
    take(work)
    work.then(
      () => resolve(new Response('', { status: UNANSWERED })),
      () => resolve(new Response('', { status: 500 })),
    )
  })
}

function retryOf({ headers }: Request): Pick<ReceiverEvent, 'retryNum' | 'retryReason'> {
  const number = headers.get('x-slack-retry-num')
  const reason = headers.get('x-slack-retry-reason')
  return {
    ...(number === null ? {} : { retryNum: Number(number) }),
    ...(reason === null ? {} : { retryReason: reason }),
  }
}
