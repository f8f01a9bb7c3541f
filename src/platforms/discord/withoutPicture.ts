// A message without its picture, for where Discord takes the message and not the file. Pure.

import { componentTypes, type DiscordMessage } from './message.ts'

export function withoutPicture(message: DiscordMessage): DiscordMessage {
  return {
    ...message,
    components: message.components.map((one) =>
      one.type === componentTypes.container
        ? { ...one, components: one.components.filter(({ type }) => type !== componentTypes.mediaGallery) }
        : one,
    ),
    attachments: [],
  }
}
