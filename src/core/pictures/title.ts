// The head of a picture: what it is, small, and of what, large.

import { colours } from './palette.ts'
import { type Drawn, MARGIN, textAt, WIDTH } from './svg.ts'
import { wrapped } from './textWidth.ts'

const SIZE = 20
const ROW = 25

/** Drawn from the top edge; `height` is what it takes, with room below. */
export function drawTitle(title: string, kind: string): { drawn: Drawn; height: number } {
  const lines = wrapped(title, { width: WIDTH - 2 * MARGIN, size: SIZE, weight: 'strong', lines: 2 })
  const drawn = [
    textAt(MARGIN, 36, kind.toUpperCase(), {
      'font-size': 12,
      'font-weight': 600,
      'letter-spacing': 1.2,
      fill: colours.faint,
    }),
    ...lines.map((line, i) => textAt(MARGIN, 62 + i * ROW, line, { 'font-size': SIZE, 'font-weight': 600 })),
  ]
  return { drawn: drawn.join(''), height: 62 + lines.length * ROW - 5 }
}
