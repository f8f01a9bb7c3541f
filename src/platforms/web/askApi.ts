// POST /api/ask: one question object of the machine contract in, one answer object out.

import { isUtf8 } from 'node:buffer'
import { getConnInfo } from '@hono/node-server/conninfo'
import { type Context, Hono } from 'hono'
import type { Answer } from '../../core/answering/answer.ts'
import type { Engine } from '../../core/answering/engine.ts'
import { askBriefings } from '../../core/desk/askBriefings.ts'
import { gapOf } from '../../core/desk/gapOf.ts'
import { type QuestionId, readQuestion, toAnswerObject } from '../../core/machineContract.ts'
import type { Clock, Gap, Gaps, Limits, Log } from '../../core/ports.ts'

export type AskApiParts = {
  readonly engines: () => readonly Engine[]
  /** Asked with the key `api/ADDRESS`. */
  readonly limits: Limits
  /** Where what was asked in vain is kept for the curator. */
  readonly gaps: Gaps
  readonly clock: Clock
  readonly log: Log
  /** `seconds` is how long an answer took. */
  readonly meter: (outcome: Answer['status'] | 'limited' | 'malformed', seconds?: number) => void
}

export function askApi({ engines, limits, gaps, clock, log, meter }: AskApiParts): Hono {
  const app = new Hono()
  const keep = async (gap: Omit<Gap, 'day'>) => {
    try {
      await gaps.add({ ...gap, day: clock.now().toISOString().slice(0, 10) })
    } catch (error) {
      log.error('what was asked in vain could not be kept', { error })
    }
  }
  app.post('/api/ask', async (c) => {
    const waitMs = await limits.take([`api/${addressOf(c)}`])
    if (waitMs > 0) {
      meter('limited')
      const seconds = Math.ceil(waitMs / 1000)
      return failed(c, 429, null, `that was a lot at once; ask again in ${seconds} s`, {
        'Retry-After': String(seconds),
      })
    }
    const started = performance.now()
    const body = Buffer.from(await c.req.arrayBuffer())
    const read = isUtf8(body)
      ? readQuestion(body.toString())
      : ({ kind: 'malformed', id: null, error: 'is not valid UTF-8' } as const)
    if (read.kind === 'malformed') {
      meter('malformed')
      return failed(c, 400, read.id, read.error)
    }
    const reply = askBriefings(engines(), read.question)
    if (reply === undefined) throw new Error('the library is empty')
    const ms = performance.now() - started
    meter(reply.answer.status, ms / 1000)
    const gap = gapOf(reply, read.question.text)
    if (gap !== undefined) await keep(gap)
    return c.json(toAnswerObject(read.id, reply.answer, ms))
  })
  return app
}

function failed(
  c: Context,
  status: 400 | 429,
  id: QuestionId | null,
  error: string,
  headers: Record<string, string> = {},
) {
  return c.json({ id, error }, status, headers)
}

function addressOf(c: Context): string {
  return getConnInfo(c).remote.address ?? ''
}
