// A picture in a message, by the file that was uploaded for it, and what it is told as where it cannot be seen.

import type { ImageBlock } from '@slack/types'
import { plainText } from './escapeText.ts'
import { SHARES } from './limits.ts'

export function imageBlock(file: string, alt: string): ImageBlock {
  return { type: 'image', slack_file: { id: file }, alt_text: altText(alt) }
}

/** The text alternative as Slack takes it. */
export function altText(alt: string): string {
  const text = plainText(alt)
  if (text === '') return 'Picture'
  return text.length <= SHARES.alt ? text : `${text.slice(0, SHARES.alt - 1).toWellFormed()}…`
}
