// The form in which programs ask and are answered: a line of `sitrep ask --jsonl`, and the body of POST /api/ask.

import { z } from 'zod'
import type { Answer, Question } from './answering/answer.ts'
import { readCommand } from './answering/ask.ts'
import { type Verb, verbs } from './briefing/schema.ts'
import { parseDay, type Span } from './briefing/span.ts'

export type QuestionId = string | number

/** A question as it came, or why it is none. */
export type ReadQuestion =
  | { readonly kind: 'question'; readonly id: QuestionId; readonly question: Question }
  | { readonly kind: 'malformed'; readonly id: QuestionId | null; readonly error: string }

export type AnswerObject = {
  readonly id: QuestionId | null
  readonly status: Answer['status']
  readonly text: string
  readonly facts: readonly string[]
  readonly sources: readonly string[]
  readonly disputed: boolean
  readonly corrected: boolean
  readonly ms: number
}

const idSchema = z.union([z.string(), z.number()], 'must be a string or a number')
const questionSchema = z.object(
  {
    id: idSchema,
    q: z.string('must be a string'),
    cmd: z.enum(verbs, `must be null or one of ${verbs.join(', ')}`).nullish(),
    context: z.array(z.string('must be strings'), 'must be a list of strings').nullish(),
    asof: z
      .string('must be null or a date, YYYY-MM-DD')
      .refine((day) => parseDay(day) !== undefined, 'must be null or a day of the calendar, YYYY-MM-DD')
      .nullish(),
  },
  'must be an object {"id","q","cmd","context","asof"}',
)

/** Reads one JSON text. The id is kept where it can be read, so that the asker can tell which question was wrong. */
export function readQuestion(json: string): ReadQuestion {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch (error) {
    return { kind: 'malformed', id: null, error: `is not valid JSON: ${(error as Error).message}` }
  }
  const { success, data, error } = questionSchema.safeParse(value)
  if (!success) {
    const id = idSchema.safeParse((value as { id?: unknown } | null)?.id)
    return {
      kind: 'malformed',
      id: id.success ? id.data : null,
      error: error.issues.map(({ path, message }) => [...path.slice(0, 1), message].join(' ')).join('; '),
    }
  }
  const { id, q, cmd, context, asof } = data
  return {
    kind: 'question',
    id,
    question: toQuestion(q, cmd ?? null, context ?? [], asof == null ? undefined : parseDay(asof)),
  }
}

/** A question in the reader's words; a verb typed in front of it ("/who weir") counts where there is no other. */
export function toQuestion(
  message: string,
  verb: Verb | null,
  context: readonly string[],
  asOf: Span | undefined,
): Question {
  const typed = verb === null ? readCommand(message) : { text: message, verb }
  return { ...typed, context, asOf }
}

export function toAnswerObject(id: QuestionId | null, answer: Answer, ms: number): AnswerObject {
  const { status, text, facts, citations, isDisputed, isCorrected } = answer
  return {
    id,
    status,
    text,
    facts,
    sources: citations.map((cited) => cited.source),
    disputed: isDisputed,
    corrected: isCorrected,
    ms: Math.round(ms * 1000) / 1000,
  }
}
