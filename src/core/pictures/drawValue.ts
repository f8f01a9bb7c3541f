// Draws a reported value on its scale: a bound as a bound, a range as a bar, an estimate soft.

import type { Report } from '../briefing/conflicts.ts'
import { ends, type Quantity } from '../briefing/quantity.ts'
import { DAY_MS, type Span } from '../briefing/span.ts'
import type { Axis } from './axis.ts'
import { drawMark, type LegendItem, type Mark, markColours } from './marks.ts'
import { type Drawn, element } from './svg.ts'

/** What a value leaves open, beside its standing. */
export type Openness = 'upwards' | 'downwards' | 'range' | 'about'

export function opennessOf({ howMany, when }: Report): Openness | undefined {
  if (howMany !== undefined) return opennessOfQuantity(howMany)
  if (when === undefined) return undefined
  if (when.isApproximate) return 'about'
  return when.to - when.from < DAY_MS ? undefined : 'range'
}

function opennessOfQuantity({ bound, to }: Quantity): Openness | undefined {
  if (to !== undefined) return 'range'
  switch (bound) {
    case 'at least':
    case 'more than':
      return 'upwards'
    case 'at most':
    case 'less than':
      return 'downwards'
    case 'about':
    case 'nearly':
      return 'about'
    default:
      return undefined
  }
}

/** The lowest and the highest value that a report names; dates are milliseconds (UTC). */
export function endsOf({ howMany, when }: Report): { readonly low: number; readonly high: number } {
  if (howMany !== undefined) return ends(howMany)
  return { low: when?.from ?? 0, high: lastDay(when) }
}

/** A date stands on its scale with its first moment, so a range ends with the first moment of its last day. */
function lastDay(when: Span | undefined): number {
  return when === undefined ? 0 : Math.max(when.from, when.to + 1 - DAY_MS)
}

const ARROW = 30

/** The value of a report at the height y. */
export function drawValue(report: Report, mark: Mark, axis: Axis, y: number): Drawn {
  const { low, high } = endsOf(report)
  const [from, to] = [axis.xOf(low), axis.xOf(high)]
  switch (opennessOf(report)) {
    case 'upwards':
      return drawArrow(mark, from, from + ARROW, y) + drawMark(mark, from, y)
    case 'downwards':
      return drawArrow(mark, from, from - ARROW, y) + drawMark(mark, from, y)
    case 'range':
      return drawBar(mark, from, to, y) + drawMark(mark, from, y) + drawMark(mark, to, y)
    case 'about':
      return drawSoft(mark, (from + to) / 2, y) + drawMark(mark, (from + to) / 2, y)
    default:
      return drawMark(mark, from, y)
  }
}

function drawArrow(mark: Mark, from: number, to: number, y: number): Drawn {
  const back = to > from ? -7 : 7
  return element('path', {
    d: `M${from} ${y}L${to} ${y}M${to + back} ${y - 6}L${to} ${y}L${to + back} ${y + 6}`,
    fill: 'none',
    stroke: markColours[mark],
    'stroke-width': 2.5,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  })
}

function drawBar(mark: Mark, from: number, to: number, y: number): Drawn {
  return element('rect', {
    x: from,
    y: y - 4,
    width: Math.max(1, to - from),
    height: 8,
    fill: markColours[mark],
    'fill-opacity': 0.35,
  })
}

/** Fades to both sides. A gradient would need an id, and two pictures on one page would share it. */
function drawSoft(mark: Mark, x: number, y: number): Drawn {
  const layers = [28, 22, 16].map((half) =>
    element('rect', {
      x: x - half,
      y: y - 7,
      width: 2 * half,
      height: 14,
      rx: 7,
      fill: markColours[mark],
      'fill-opacity': 0.16,
    }),
  )
  return layers.join('')
}

const names: Readonly<Record<Openness, string>> = {
  upwards: 'or more',
  downwards: 'or less',
  range: 'between',
  about: 'about',
}

/** The legend's items for what the drawn values leave open. */
export function opennessLegend(used: readonly (Openness | undefined)[]): readonly LegendItem[] {
  const draw: Readonly<Record<Openness, LegendItem['draw']>> = {
    upwards: (x, y) => drawArrow('report', x - 9, x + 9, y),
    downwards: (x, y) => drawArrow('report', x + 9, x - 9, y),
    range: (x, y) => drawBar('report', x - 9, x + 9, y),
    about: (x, y) => element('g', { transform: `translate(${x} ${y}) scale(0.4)` }, drawSoft('report', 0, 0)),
  }
  return (Object.keys(names) as Openness[])
    .filter((openness) => used.includes(openness))
    .map((openness) => ({ draw: draw[openness], name: names[openness] }))
}
