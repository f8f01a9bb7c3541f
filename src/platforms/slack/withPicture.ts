// Puts a digest's picture into its message: under the text, over the sources. Pure.

import type { KnownBlock } from '@slack/types'
import { imageBlock } from './imageBlock.ts'

/** The blocks with an uploaded picture, which stands there by its file's id. */
export function withPicture(blocks: readonly KnownBlock[], file: string, alt: string): KnownBlock[] {
  const at = blocks.findLastIndex((block) => block.type === 'section') + 1
  return [...blocks.slice(0, at), imageBlock(file, alt), ...blocks.slice(at)]
}
