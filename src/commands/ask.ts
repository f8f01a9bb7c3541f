// `sitrep ask TEXT…` and the verbs: one question, one answer.

import { answerCard } from '../core/cards/answerCard.ts'
import { toAnswerObject, toQuestion } from '../core/machineContract.ts'
import type { AskCommand } from '../platforms/terminal/command.ts'
import { printable } from '../platforms/terminal/printable.ts'
import { renderCard, renderTrace } from '../platforms/terminal/renderCard.ts'
import { type Terminal, write } from '../platforms/terminal/terminal.ts'
import type { Settings } from '../settings.ts'
import { openDesk, type Reply, readAsOf } from './desk.ts'

export async function runAsk(command: AskCommand, settings: Settings, terminal: Terminal): Promise<number> {
  const question = toQuestion(command.text, command.verb, [], readAsOf(command.asOf))
  const desk = await openDesk(settings, command, (message) => terminal.errors.write(`${printable(message)}\n`))
  const reply = await desk.ask(question)
  const { isExplained } = command
  const text = command.isJson
    ? `${JSON.stringify(toJson(reply, isExplained))}\n`
    : renderCard(answerCard(reply.answer, reply.briefing), terminal.screen) +
      (isExplained ? renderTrace(reply.answer.trace, terminal.screen) : '')
  await write(terminal.output, text)
  return 0
}

/** The object of the machine contract, with what a program needs to show the answer. */
function toJson({ answer, briefing, ms }: Reply, isExplained: boolean): object {
  const { citations, nearby, reason, asOf, trace } = answer
  return {
    ...toAnswerObject(null, answer, ms),
    briefing: briefing.slug,
    asOf,
    reason,
    citations,
    nearby,
    ...(isExplained ? { trace } : {}),
  }
}
