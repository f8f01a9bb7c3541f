// Puts a digest's picture into its message: under the text, over the sources. Pure.

import { componentTypes, type DiscordMessage } from './message.ts'
import { pictureAttachment, pictureBlock } from './pictureBlock.ts'

/** The message as it is posted together with a file of the name `pictureName`. */
export function withPicture(message: DiscordMessage, alt: string): DiscordMessage {
  const [container, ...rows] = message.components
  if (container?.type !== componentTypes.container) return message
  const [first, ...others] = container.components
  const picture = pictureBlock(alt)
  const components = first === undefined ? [picture] : [first, picture, ...others]
  return {
    ...message,
    components: [{ ...container, components }, ...rows],
    attachments: [pictureAttachment(alt)],
  }
}
