// Draws a disagreement about a figure or a date: each reported value with its source, on one scale. A disagreement in words
// has no picture: the text says as much.

import { because } from '../answering/sides.ts'
import type { Briefing } from '../briefing/briefing.ts'
import type { Conflict } from '../briefing/conflicts.ts'
import { unitClass } from '../briefing/quantity.ts'
import type { CardPicture } from '../cards/card.ts'
import { type Axis, dateAxis, drawAxisLabels, drawTicks, figureAxis } from './axis.ts'
import { type ConflictRow, conflictRows, rowText } from './conflictRows.ts'
import { drawValue, endsOf, opennessLegend, opennessOf } from './drawValue.ts'
import { drawLegend, legendOf } from './marks.ts'
import { colours } from './palette.ts'
import { type Drawn, element, MARGIN, picture, textAt, WIDTH } from './svg.ts'
import { wrapped } from './textWidth.ts'
import { drawTitle } from './title.ts'

const VALUE = { width: WIDTH - 2 * MARGIN, size: 16, weight: 'strong', lines: 5 } as const
const NOTE = { width: WIDTH - 2 * MARGIN, size: 13.5, lines: 3 } as const
const VALUE_ROW = 20
const NOTE_ROW = 18
const TRACK = 30
const GAP = 20
/** More rows make no picture that a phone can show; the latest count most, and the text alternative has all. */
const MOST_ROWS = 12

/** The chart of a conflict about figures or dates; undefined for one about words, or about things that no scale holds. */
export function pictureOfConflict(briefing: Briefing, conflict: Conflict): CardPicture | undefined {
  const rows = conflictRows(conflict, briefing)
  const ends = rows.map(({ report }) => endsOf(report)).flatMap(({ low, high }) => [low, high])
  const classes = new Set(rows.map(({ report }) => unitClass(report.howMany?.unit ?? '')))
  if (conflict.slot === 'value' || rows.length < 2 || classes.size > 1 || !ends.every(Number.isFinite)) return undefined
  const axis = conflict.slot === 'when' ? dateAxis(ends) : figureAxis(ends)
  return quantityPicture(conflict, rows, axis)
}

/** Figures or dates, row by row, over one axis. */
function quantityPicture(conflict: Conflict, all: readonly ConflictRow[], axis: Axis): CardPicture {
  const { what, slot, reason } = conflict
  const rows = all.slice(-MOST_ROWS)
  const title = what.charAt(0).toLocaleUpperCase('en') + what.slice(1)
  const head = drawTitle(title, slot === 'when' ? 'Dates that differ' : 'Figures that differ')
  const why = because(reason).replace(/^; /, '')
  const sentence = why === '' ? '' : `${why.charAt(0).toUpperCase()}${why.slice(1)}.`
  const cut = all.length > rows.length ? `The latest ${rows.length} of ${all.length} values.` : ''
  const scale = axis.isLogarithmic ? 'Logarithmic scale.' : ''
  const notes = [sentence, cut, scale].filter((note) => note !== '').join(' ')
  const top = head.height + (notes === '' ? 0 : 20)
  let y = top + 12
  const drawn = rows.map((row) => {
    const { drawn, height } = drawRow(row, axis, y)
    y += height + GAP
    return drawn
  })
  const bottom = y - GAP + 8
  const legend = drawLegend(
    [
      ...legendOf(
        rows.map(({ mark }) => mark),
        false,
      ),
      ...opennessLegend(rows.map(({ report }) => opennessOf(report))),
    ],
    bottom + 34,
  )
  const alt = `Chart, ${what}: ${all.map(rowText).join('. ')}. ${sentence}`.trim()
  return picture(`${title}: what each source reports`, alt, bottom + 34 + legend.height + 12, [
    head.drawn,
    notes === '' ? '' : textAt(MARGIN, head.height + 10, notes, { 'font-size': 14, fill: colours.faint }),
    drawAxisLabels(axis, bottom),
    ...drawn,
    legend.drawn,
  ])
}

function drawRow(row: ConflictRow, axis: Axis, y: number): { drawn: Drawn; height: number } {
  const value = wrapped(row.note === undefined ? row.text : `${row.text} (${row.note})`, VALUE)
  const by = [row.speakers.join(', '), row.sources.join('; ')].filter((part) => part !== '').join(' · ')
  const notes = wrapped(by, NOTE)
  const trackY = y + value.length * VALUE_ROW + TRACK / 2 - 2
  const notesTop = y + value.length * VALUE_ROW + TRACK
  return {
    drawn: [
      ...value.map((text, i) => textAt(MARGIN, y + 12 + i * VALUE_ROW, text, { 'font-size': 16, 'font-weight': 600 })),
      element('line', {
        x1: MARGIN,
        x2: WIDTH - MARGIN,
        y1: trackY,
        y2: trackY,
        stroke: colours.band,
        'stroke-width': 6,
      }),
      drawTicks(axis, trackY),
      drawValue(row.report, row.mark, axis, trackY),
      ...notes.map((text, i) =>
        textAt(MARGIN, notesTop + 9 + i * NOTE_ROW, text, { 'font-size': 13.5, fill: colours.faint }),
      ),
    ].join(''),
    height: value.length * VALUE_ROW + TRACK + notes.length * NOTE_ROW,
  }
}
