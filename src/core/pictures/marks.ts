// The marks by which a reader tells a report from a claim, an expectation or a withdrawal. Each has a shape of its own:
// colour is never the only difference.

import { symbol, symbolDiamond2, symbolTriangle2 } from 'd3-shape'
import type { Standing } from '../briefing/schema.ts'
import { colours } from './palette.ts'
import { type Drawn, element, MARGIN, textAt, WIDTH } from './svg.ts'
import { textWidth } from './textWidth.ts'

export type Mark = 'report' | 'claim' | 'denial' | 'forecast' | 'retraction'

export function markOf(standing: Standing): Mark {
  switch (standing) {
    case 'claimed':
      return 'claim'
    case 'denied':
      return 'denial'
    case 'forecast':
      return 'forecast'
    case 'retracted':
      return 'retraction'
    default:
      return 'report'
  }
}

/** What the legend calls each mark. */
export const markNames: Readonly<Record<Mark, string>> = {
  report: 'reported',
  claim: 'claimed',
  denial: 'denied',
  forecast: 'expected',
  retraction: 'taken back',
}

export const markColours: Readonly<Record<Mark, string>> = {
  report: colours.fact,
  claim: colours.claim,
  denial: colours.claim,
  forecast: colours.forecast,
  retraction: colours.dispute,
}

/** Their areas, in square units, make them look as large as the disc. */
const lozenge = symbol(symbolDiamond2, 130)() ?? ''
const triangle = symbol(symbolTriangle2, 95)() ?? ''

/** The mark around (x, y): disc, lozenge, crossed ring, triangle, struck ring. */
export function drawMark(mark: Mark, x: number, y: number): Drawn {
  const colour = markColours[mark]
  const outline = { fill: colours.paper, stroke: colour, 'stroke-width': 2.5, 'stroke-linejoin': 'round' }
  const stroke = { fill: 'none', stroke: colour, 'stroke-width': 2.5, 'stroke-linecap': 'round' }
  const ring = element('circle', { cx: x, cy: y, r: 6, ...outline })
  switch (mark) {
    case 'report':
      return element('circle', { cx: x, cy: y, r: 6.5, fill: colour })
    case 'claim':
      return element('path', { d: lozenge, transform: `translate(${x} ${y})`, ...outline })
    case 'denial':
      return ring + element('path', { d: `M${x - 3} ${y - 3}l6 6m0 -6l-6 6`, ...stroke, 'stroke-width': 2 })
    case 'forecast':
      return element('path', { d: triangle, transform: `translate(${x} ${y}) rotate(90)`, ...outline })
    case 'retraction':
      return ring + element('path', { d: `M${x - 9} ${y + 5}L${x + 9} ${y - 5}`, ...stroke })
  }
}

/** The ring around a mark whose fact sources tell differently. */
export function drawDispute(x: number, y: number, radius = 11.5): Drawn {
  return element('circle', {
    cx: x,
    cy: y,
    r: radius,
    fill: 'none',
    stroke: colours.dispute,
    'stroke-width': 1.75,
    'stroke-dasharray': '3 2.5',
  })
}

export type LegendItem = { readonly draw: (x: number, y: number) => Drawn; readonly name: string }

/** The marks that a picture uses, by name, in as many rows as they need; `height` is what they take. */
export function drawLegend(items: readonly LegendItem[], top: number): { drawn: Drawn; height: number } {
  const ROW = 22
  let [x, y] = [MARGIN, top + 12]
  const drawn = items.map(({ draw, name }) => {
    const width = 20 + textWidth(name, 13) + 18
    if (x > MARGIN && x + width - 18 > WIDTH - MARGIN) [x, y] = [MARGIN, y + ROW]
    const item = draw(x + 8, y) + textAt(x + 24, y + 4.5, name, { 'font-size': 13, fill: colours.faint })
    x += width + 6
    return item
  })
  return { drawn: drawn.join(''), height: items.length === 0 ? 0 : y - top + 12 }
}

/** The legend's items for these marks, each once, and for the ring where anything is disputed. */
export function legendOf(marks: readonly Mark[], isDisputed: boolean): readonly LegendItem[] {
  const used = (Object.keys(markNames) as Mark[]).filter((mark) => marks.includes(mark))
  const items = used.map((mark) => ({ draw: (x: number, y: number) => drawMark(mark, x, y), name: markNames[mark] }))
  return isDisputed
    ? [...items, { draw: (x: number, y: number) => drawDispute(x, y, 8.5), name: 'sources differ' }]
    : items
}
