// A picture in a message: it shows the file that is attached under a fixed name.

import { plainText } from './escapeText.ts'
import { componentTypes, type DiscordMessage, MAX_ALT, type MediaGallery } from './message.ts'

/** The name of the picture's file. */
export const pictureName = 'picture.png'

/** What a picture is told as where it cannot be seen. */
const altText = (alt: string) => plainText(alt).slice(0, MAX_ALT).toWellFormed() || 'A picture'

export function pictureBlock(alt: string): MediaGallery {
  return {
    type: componentTypes.mediaGallery,
    items: [{ media: { url: `attachment://${pictureName}` }, description: altText(alt) }],
  }
}

/** The picture as the message lists it among its files. */
export function pictureAttachment(alt: string): DiscordMessage['attachments'][number] {
  return { id: '0', filename: pictureName, description: altText(alt) }
}
