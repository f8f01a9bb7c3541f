// `sitrep ask --jsonl`: questions in, answers out, a line each and in order. A line that is no question gets an error in its place.

import { BriefingError, SettingsError } from '../core/errors.ts'
import { type QuestionId, readQuestion, toAnswerObject } from '../core/machineContract.ts'
import type { Scope } from '../platforms/terminal/command.ts'
import { printable } from '../platforms/terminal/printable.ts'
import { type Line, MAX_LINE_CHARS, readLines } from '../platforms/terminal/readLines.ts'
import { type Terminal, write } from '../platforms/terminal/terminal.ts'
import type { Settings } from '../settings.ts'
import { type Desk, openDesk } from './desk.ts'

export async function runAskLines(
  scope: Scope,
  settings: Settings,
  { input, output, errors }: Terminal,
): Promise<number> {
  const desk = await openDesk(settings, scope, (message) => errors.write(`${printable(message)}\n`))
  let number = 0
  for await (const line of readLines(input)) {
    number++
    if (line.kind === 'text' && line.text.trim() === '') continue
    await write(output, `${JSON.stringify(await answerLine(desk, line, number))}\n`)
  }
  return 0
}

async function answerLine(desk: Desk, line: Line, number: number): Promise<object> {
  const failed = (id: QuestionId | null, error: string) => ({ id, error: `line ${number} ${error}` })
  if (line.kind === 'too long') return failed(null, `is longer than ${MAX_LINE_CHARS} characters`)
  if (line.kind === 'not UTF-8') return failed(null, 'is not valid UTF-8')
  const read = readQuestion(line.text)
  if (read.kind === 'malformed') return failed(read.id, read.error)
  try {
    const { answer, ms } = await desk.ask(read.question)
    return toAnswerObject(read.id, answer, ms)
  } catch (error) {
    if (error instanceof BriefingError || error instanceof SettingsError) throw error
    return failed(read.id, `could not be answered, which is a fault of Sitrep: ${(error as Error).message}`)
  }
}
