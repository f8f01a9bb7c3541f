// Slash commands: answered in the acknowledgement where that is in time, and to the asker alone.

import type { App } from '@slack/bolt'
import { acknowledge } from './acknowledge.ts'
import { askDesk } from './askDesk.ts'
import { inTime } from './inTime.ts'
import { isDirect } from './place.ts'
import type { SlackPorts } from './ports.ts'
import { readSlashCommand } from './readCommand.ts'
import { reply, replyWith } from './reply.ts'

export function answerCommands(app: App, ports: SlackPorts) {
  app.command(/^\//, async ({ body, ack, respond, client }) => {
    const { key, place, request } = readSlashCommand(body, ports.commands)
    const canShare = !isDirect(place)
    const answer = ports.once(key, () => askDesk(ports, client, place, request, { canShare }))
    const soon = await inTime(answer, ports.patienceMs)
    const to = { to: 'asker' } as const
    if (soon?.value !== undefined && soon.value.inWords === undefined) {
      const outgoing = soon.value
      // Where the socket has just gone, the answer still has its own address.
      return ack(replyWith(outgoing.message, to)).catch(() => reply(respond, outgoing, to))
    }
    await acknowledge(ack, ports.log)
    const outgoing = await answer
    if (outgoing !== undefined) await reply(respond, outgoing, to)
  })
}
