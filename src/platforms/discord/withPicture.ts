// Puts a digest's picture into its message: under the text, over the sources. Pure.

import { plainText } from './escapeText.ts'
import { componentTypes, type DiscordMessage, MAX_ALT, type MediaGallery } from './message.ts'
import { pictureName } from './renderCard.ts'

/** The message as it is posted together with a file of the name `pictureName`. */
export function withPicture(message: DiscordMessage, alt: string): DiscordMessage {
  const description = plainText(alt).slice(0, MAX_ALT).toWellFormed() || 'A picture'
  const gallery: MediaGallery = {
    type: componentTypes.mediaGallery,
    items: [{ media: { url: `attachment://${pictureName}` }, description }],
  }
  const [container, ...rows] = message.components
  if (container?.type !== componentTypes.container) return message
  const [first, ...others] = container.components
  const components = first === undefined ? [gallery] : [first, gallery, ...others]
  return {
    ...message,
    components: [{ ...container, components }, ...rows],
    attachments: [{ id: '0', filename: pictureName, description }],
  }
}
