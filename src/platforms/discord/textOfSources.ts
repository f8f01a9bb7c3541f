// Sources in small print under an answer: "[1] The Courier, 3 May 2031, paragraph 2: Town stands still", the title linked.

import type { CardSource } from '../../core/cards/card.ts'
import { escapeWithin } from './escapeText.ts'

/** No source is longer than this, so that a page holds a known number of them. */
export const MAX_SOURCE = 300
const MAX_PUBLISHER = 60
const MAX_DATE = 40
const MAX_PARAGRAPHS = 40
const MAX_TITLE = 120

export function textOfSources(sources: readonly CardSource[]): string {
  return sources.map(textOfSource).join('\n')
}

function textOfSource({ number, publisher, title, published, paragraphs, url }: CardSource): string {
  const who = escapeWithin(publisher, MAX_PUBLISHER)
  const place = paragraphs.length === 0 ? '' : `paragraph${paragraphs.length > 1 ? 's' : ''} ${listed(paragraphs)}`
  const where = [who, escapeWithin(published, MAX_DATE), place].filter((part) => part !== '').join(', ')
  const named = escapeWithin(title, MAX_TITLE)
  const plain = `-# [${number}] ${where}${named === '' ? '' : `: ${named}`}`
  const address = url === undefined ? undefined : addressOf(url)
  if (address === undefined || named === '') return plain
  const linked = `-# [${number}] ${where}: [${named}](${address})`
  return linked.length <= MAX_SOURCE ? linked : plain
}

/** The address as it may stand in a link; undefined for what is no address of the web. */
function addressOf(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined
  const { protocol, href } = new URL(url)
  if (protocol !== 'https:' && protocol !== 'http:') return undefined
  return href.replace(/[()<>[\]\\`]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
}

function listed(numbers: readonly number[]): string {
  const all = `${numbers.slice(0, -1).join(', ')}${numbers.length > 1 ? ' and ' : ''}${numbers.at(-1)}`
  return all.length <= MAX_PARAGRAPHS ? all : `${numbers[0]} and ${numbers.length - 1} more`
}
