// Writes SVG: elements, escaped text and the frame that every picture stands in. Knows nothing of what is drawn.

import type { CardPicture } from '../cards/card.ts'
import { colours } from './palette.ts'

/** A piece of SVG that is whole and escaped. */
export type Drawn = string

type Attributes = Readonly<Record<string, string | number | undefined>>

/** All pictures have one width, in SVG units; a phone of 360 px shows the smallest print, 12 units, as 10 px. */
export const WIDTH = 400
export const MARGIN = 20
const FONT = 'Noto Sans, Helvetica, Arial, sans-serif'

// XML allows no control characters and no half of a surrogate pair, not even escaped.
const forbidden = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu
const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

export function escapeXml(text: string): string {
  return text.replace(forbidden, '\uFFFD').replace(/[&<>"']/g, (mark) => marks[mark] ?? mark)
}

/** An element with what is drawn inside it. */
export function element(name: string, attributes: Attributes, ...inside: readonly Drawn[]): Drawn {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${typeof value === 'number' ? rounded(value) : escapeXml(value)}"`],
  )
  return inside.length === 0
    ? `<${name}${written.join('')}/>`
    : `<${name}${written.join('')}>${inside.join('')}</${name}>`
}

/** A line of text with its baseline at (x, y). */
export function textAt(x: number, y: number, text: string, attributes: Attributes = {}): Drawn {
  return element('text', { x, y, fill: colours.ink, 'font-size': 15, ...attributes }, escapeXml(text))
}

const rounded = (value: number) => String(Math.round(value * 100) / 100)

/** The whole document: a card of its own colour, so that it reads the same on light and on dark. */
export function picture(title: string, alt: string, height: number, drawn: readonly Drawn[]): CardPicture {
  const svg = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${WIDTH} ${Math.ceil(height)}`,
      width: WIDTH,
      height: Math.ceil(height),
      role: 'img',
      'font-family': FONT,
    },
    element('title', {}, escapeXml(title)),
    element('desc', {}, escapeXml(alt)),
    element('rect', { width: WIDTH, height: Math.ceil(height), rx: 12, fill: colours.paper }),
    ...drawn,
  )
  return { svg, alt }
}
