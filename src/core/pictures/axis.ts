// The scale under a chart: where a value lies between left and right, and the few values that are printed along it.

import { scaleLinear, scaleLog, scaleUtc } from 'd3-scale'
import { DAY_MS } from '../briefing/span.ts'
import { colours } from './palette.ts'
import { type Drawn, element, MARGIN, textAt, WIDTH } from './svg.ts'
import { textWidth } from './textWidth.ts'

export type Axis = {
  readonly xOf: (value: number) => number
  readonly ticks: readonly { readonly x: number; readonly label: string }[]
  /** True where equal distances are equal factors, not equal differences. */
  readonly isLogarithmic: boolean
}

/** Room at both ends for a mark and for an arrow that leaves the scale. */
const INSET = 30
const PLOT = { left: MARGIN + 12, right: WIDTH - MARGIN - INSET } as const
const range: readonly [number, number] = [PLOT.left, PLOT.right]
/** Beyond this factor between largest and smallest the small ones could not be told apart. */
const LOG_FROM = 60

const compact = new Intl.NumberFormat('en-GB', { notation: 'compact', maximumFractionDigits: 1 })
const plain = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 })

/** An axis for figures; it starts at nought, so that lengths compare, unless it has to be logarithmic. */
export function figureAxis(values: readonly number[]): Axis {
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const isLogarithmic = low > 0 && high / low > LOG_FROM
  const scale = isLogarithmic
    ? scaleLog([low, high], range).nice()
    : scaleLinear([Math.min(0, low), Math.max(0, high)], range).nice(4)
  const format = high >= 100_000 ? compact : plain
  const values10 = isLogarithmic ? scale.ticks(4).filter((tick) => Number.isInteger(Math.log10(tick))) : scale.ticks(4)
  return {
    xOf: (value) => scale(value),
    ticks: values10.map((tick) => ({ x: scale(tick), label: format.format(tick) })),
    isLogarithmic,
  }
}

const formats = {
  day: new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'short' }),
  month: new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'short', year: 'numeric' }),
  year: new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', year: 'numeric' }),
}

/** An axis for moments, in milliseconds (UTC). */
export function dateAxis(moments: readonly number[]): Axis {
  const [low, high] = [Math.min(...moments), Math.max(...moments)]
  const pad = Math.max(DAY_MS, (high - low) * 0.1)
  const scale = scaleUtc([low - pad, high + pad], range)
  const days = (high - low + 2 * pad) / DAY_MS
  const format = days < 120 ? formats.day : days < 1000 ? formats.month : formats.year
  const ticks = scale.ticks(4).map((tick) => ({ x: scale(tick), label: format.format(tick) }))
  return {
    xOf: (value) => scale(value),
    // Half days would print a day twice.
    ticks: ticks.filter(({ label }, i) => ticks.findIndex((one) => one.label === label) === i),
    isLogarithmic: false,
  }
}

/** The ticks of one row around the height y. */
export function drawTicks({ ticks }: Axis, y: number): Drawn {
  const draw = ({ x }: { x: number }) =>
    element('line', { x1: x, x2: x, y1: y - 8, y2: y + 8, stroke: colours.line, 'stroke-width': 1.5 })
  return ticks.map(draw).join('')
}

/** The printed values below the rows; labels that would touch are left out. */
export function drawAxisLabels({ ticks }: Axis, bottom: number): Drawn {
  let free = Number.NEGATIVE_INFINITY
  const drawn = ticks.map(({ x, label }) => {
    const half = textWidth(label, 13) / 2
    if (x - half < free) return ''
    free = x + half + 8
    return textAt(x, bottom + 18, label, { 'font-size': 13, fill: colours.faint, 'text-anchor': 'middle' })
  })
  return drawn.join('')
}
