// The message shortcut that holds somebody's message against the briefing; its answer is for the one who asks.

import type { App } from '@slack/bolt'
import { z } from 'zod'
import { acknowledge } from './acknowledge.ts'
import { askDesk } from './askDesk.ts'
import { CHECK_SHORTCUT } from './checkShortcut.ts'
import type { SlackPorts } from './ports.ts'
import { readText } from './readText.ts'
import { reply } from './reply.ts'

const schema = z.object({
  team: z.object({ id: z.string() }).nullish(),
  enterprise: z.object({ id: z.string() }).nullish(),
  user: z.object({ id: z.string() }),
  channel: z.object({ id: z.string() }),
  message: z.object({ text: z.string().default(''), thread_ts: z.string().optional() }),
  trigger_id: z.string(),
})

export function answerShortcuts(app: App, ports: SlackPorts) {
  app.shortcut({ callback_id: CHECK_SHORTCUT.id, type: 'message_action' }, async ({ body, ack, respond, client }) => {
    await acknowledge(ack, ports.log)
    const { team, enterprise, user, channel, message, trigger_id } = schema.parse(body)
    const thread = message.thread_ts
    const place = { tenant: team?.id ?? enterprise?.id ?? '', channel: channel.id, user: user.id, thread }
    await ports.once(`shortcut/${trigger_id}`, async () => {
      const outgoing = await askDesk(ports, client, place, { kind: 'check', text: readText(message.text) })
      await reply(respond, outgoing, { to: 'asker', thread })
    })
  })
}
