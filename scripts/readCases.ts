// A file of questions with what is expected of each answer, a line each, in the form of the sample questions.

import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import type { Expectation } from '../src/core/answering/judge.ts'
import { formatProblem } from '../src/core/briefing/problem.ts'
import { verbs } from '../src/core/briefing/schema.ts'
import { parseDay } from '../src/core/briefing/span.ts'
import { SettingsError } from '../src/core/errors.ts'

export type Case = Expectation & {
  readonly id: string
  readonly category: string
  readonly text: string
  readonly context: readonly string[]
  readonly asOf: string | undefined
}

const day = z.string().refine((text) => parseDay(text) !== undefined, 'is no day such as 2030-05-03')
const lineSchema = z.object({
  id: z.string(),
  cat: z.string(),
  q: z.string(),
  cmd: z.enum(verbs, `is none of ${verbs.join(', ')}, and not null`).nullable(),
  context: z.array(z.string()),
  asof: day.nullable(),
  expect: z.enum(['answer', 'abstain', 'correct']),
  must: z.array(z.array(z.string())),
  must_not: z.array(z.string()),
  sources: z.array(z.string()),
  disputed: z.boolean(),
})

/** The questions of a file; rejects with one line that names the first line in it that is none. */
export async function readCases(file: string): Promise<Case[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new SettingsError(formatProblem({ file, message: `cannot be read (${error.code ?? error.message})` }))
  })
  return text.split('\n').flatMap((line, i) => (line.trim() === '' ? [] : [readCase(line, file, i + 1)]))
}

function readCase(text: string, file: string, line: number): Case {
  const { data: one, error } = lineSchema.safeParse(parse(text, file, line))
  if (error !== undefined) {
    const message = error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')
    throw new SettingsError(formatProblem({ file, line, message }))
  }
  return {
    id: one.id,
    category: one.cat,
    text: one.q,
    command: one.cmd ?? undefined,
    context: one.context,
    asOf: one.asof ?? undefined,
    expect: one.expect,
    facts: [],
    says: one.must,
    never: one.must_not,
    sources: one.sources,
    disputed: one.disputed,
  }
}

function parse(text: string, file: string, line: number): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new SettingsError(formatProblem({ file, line, message: 'is not valid JSON; each line holds one question' }))
  }
}
