// Answers commands, buttons, forms and completions in the time that Discord gives: three seconds for a first word, which
// is a deferral where the answer takes longer.

import type { APIInteraction } from 'discord.js'
import type { Calls, Token } from './calls.ts'
import { choicesFor } from './choices.ts'
import { type Asking, readInteraction } from './readInteraction.ts'
import { reportModal } from './reportModal.ts'
import { type Composed, notice, type Ports, showRequest } from './showRequest.ts'
import { within } from './within.ts'

export type Answering = Ports & {
  readonly calls: Calls
  /** How long an answer may take before the reader is told that it is on its way. */
  readonly deferAfterMs: number
}

const gone = 'This is not offered any more. Type / to see what is.'

export async function answerInteraction(ports: Answering, interaction: APIInteraction): Promise<void> {
  const { calls, desk } = ports
  const reading = readInteraction(interaction)
  switch (reading.kind) {
    case 'complete':
      await calls.complete(interaction, choicesFor(desk, reading))
      return
    case 'report':
      await calls.openModal(interaction, reportModal(reading.handle))
      return
    case 'unknown':
      await calls.reply(interaction, notice(gone))
      return
    case 'request':
      await answer(ports, interaction, reading)
  }
}

async function answer(ports: Answering, to: Token, asking: Asking): Promise<void> {
  const { calls } = ports
  const { place, view, page, isDirect } = asking
  const isPrivate = place === 'private' || (place === 'update' && !isDirect)
  const work = showRequest(ports, asking.visit, asking.request, { view, page, isPrivate, isDirect })
  const early = await within(work, ports.deferAfterMs)
  if (early === undefined) return answerLate(calls, to, place, work)
  if (place === 'update' && !isNewNotice(early)) await calls.update(to, early)
  else await calls.reply(to, early)
}

async function answerLate(calls: Calls, to: Token, place: Asking['place'], work: Promise<Composed>): Promise<void> {
  await (place === 'update' ? calls.deferUpdate(to) : calls.deferReply(to, place === 'private'))
  const late = await work
  if (place === 'private' || (place === 'update' && !isNewNotice(late)) || !late.isAside) {
    await calls.editOriginal(to, late)
    return
  }
  // Who may see an answer is settled when it is deferred. What turns out to be for the asker alone goes after it.
  if (place === 'public') await calls.deleteOriginal(to)
  await calls.followUp(to, late)
}

/** A notice, such as a limit, stands beside the card whose page was to be turned; it does not replace it. */
const isNewNotice = ({ isAside, message }: Composed) => isAside && message.components.length === 1
