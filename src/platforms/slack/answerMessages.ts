// Mentions and direct messages: answered where they were written, for all to see.

import type { App } from '@slack/bolt'
import { askDesk } from './askDesk.ts'
import { postMessage, postPrivately, type WebClient } from './calls.ts'
import { isDirect } from './place.ts'
import type { SlackPorts } from './ports.ts'
import { readMessage } from './readMessage.ts'
import { deliver } from './reply.ts'

export function answerMessages(app: App, ports: SlackPorts) {
  const answer = async ({ body, client }: { body: unknown; client: WebClient }) => {
    const incoming = readMessage(body)
    if (incoming === undefined) return
    const { key, place, request, answerThread } = incoming
    await ports.once(key, async () => {
      const outgoing = await askDesk(ports, client, place, request)
      const target = { channel: place.channel, thread: answerThread }
      await deliver(outgoing, (message) =>
        outgoing.isPrivate && !isDirect(place)
          ? postPrivately(client, place.user, target, message)
          : postMessage(client, target, message),
      )
    })
  }
  app.event('app_mention', answer)
  app.event('message', answer)
}
