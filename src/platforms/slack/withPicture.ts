// Puts a digest's picture into its message: under the text, over the sources. Pure.

import type { ImageBlock, KnownBlock } from '@slack/types'
import { plainText } from './escapeText.ts'
import { SHARES } from './limits.ts'

/** The blocks with an uploaded picture, which stands there by its file's id. */
export function withPicture(blocks: readonly KnownBlock[], file: string, alt: string): KnownBlock[] {
  const picture: ImageBlock = { type: 'image', slack_file: { id: file }, alt_text: altText(alt) }
  const at = blocks.findLastIndex((block) => block.type === 'section') + 1
  return [...blocks.slice(0, at), picture, ...blocks.slice(at)]
}

export function altText(alt: string): string {
  return plainText(alt).slice(0, SHARES.alt).toWellFormed() || 'Picture'
}
