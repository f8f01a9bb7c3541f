// `sitrep chat`: a conversation. Earlier questions are kept, so that "and why?" is understood.

import { createInterface } from 'node:readline'
import { answerCard } from '../core/cards/answerCard.ts'
import { toQuestion } from '../core/machineContract.ts'
import type { Scope } from '../platforms/terminal/command.ts'
import { printable } from '../platforms/terminal/printable.ts'
import { MAX_LINE_CHARS, readLines } from '../platforms/terminal/readLines.ts'
import { renderCard } from '../platforms/terminal/renderCard.ts'
import { type Terminal, write } from '../platforms/terminal/terminal.ts'
import type { Settings } from '../settings.ts'
import { openDesk, readAsOf } from './desk.ts'

/** More earlier questions than the pipeline looks back on. */
const THREAD_LENGTH = 8
const greeting =
  'Ask a question, or /who, /what, /when, /where, /why, /howmany, /timeline with a name or subject. /quit ends.\n\n'

export async function runChat(scope: Scope, settings: Settings, terminal: Terminal): Promise<number> {
  const asOf = readAsOf(scope.asOf)
  const desk = await openDesk(settings, scope, (message) => terminal.errors.write(`${printable(message)}\n`))
  const thread: string[] = []
  if (terminal.isInteractive) await write(terminal.output, greeting)
  for await (const typed of readMessages(terminal)) {
    const message = typed.trim()
    if (message === '') continue
    if (/^\/(quit|exit)$/i.test(message)) break
    const { answer, briefing } = await desk.ask(toQuestion(message, null, thread, asOf))
    thread.push(message)
    if (thread.length > THREAD_LENGTH) thread.shift()
    await write(terminal.output, `${renderCard(answerCard(answer, briefing), terminal.screen)}\n`)
  }
  return 0
}

async function* readMessages({ input, output, errors, isInteractive }: Terminal): AsyncGenerator<string> {
  if (isInteractive) {
    const lines = createInterface({ input, output, prompt: '> ' })
    lines.prompt()
    for await (const line of lines) {
      yield line
      lines.prompt()
    }
    return
  }
  for await (const line of readLines(input)) {
    if (line.kind === 'text') yield line.text
    else
      errors.write(
        line.kind === 'too long'
          ? `a message of more than ${MAX_LINE_CHARS} characters was left out\n`
          : 'a message that is not valid UTF-8 was left out\n',
      )
  }
}
