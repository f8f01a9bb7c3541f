// The bar at the corner of a map that says how long a stretch of it is.

import { colours } from './palette.ts'
import { type Drawn, element, MARGIN, textAt, WIDTH } from './svg.ts'

/** In kilometres. */
const roundLengths = [10, 25, 50, 100, 250, 500, 1000, 2500]

/** Stands above `bottom`; nothing where the scale cannot be printed. */
export function drawScaleBar(kmPerUnit: number | undefined, bottom: number): Drawn {
  if (kmPerUnit === undefined) return ''
  const km = roundLengths.findLast((length) => length / kmPerUnit <= 100)
  if (km === undefined) return ''
  const [right, y] = [WIDTH - MARGIN, bottom - 14]
  const left = right - km / kmPerUnit
  const label = `${km.toLocaleString('en-GB')} km`
  const halo = { stroke: colours.paper, 'stroke-width': 4, 'paint-order': 'stroke', 'text-anchor': 'end' }
  return [
    element('path', {
      d: `M${left} ${y - 5}V${y}H${right}V${y - 5}`,
      fill: 'none',
      stroke: colours.ink,
      'stroke-width': 1.5,
    }),
    textAt(right, y - 9, label, { 'font-size': 12, ...halo }),
  ].join('')
}
