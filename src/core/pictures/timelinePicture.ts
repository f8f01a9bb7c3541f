// Draws a chronology from top to bottom: days on the left, a mark on the line, what happened on the right.

import type { Briefing } from '../briefing/briefing.ts'
import type { Known } from '../briefing/conflicts.ts'
import type { Fact } from '../briefing/schema.ts'
import { DAY_MS } from '../briefing/span.ts'
import type { CardPicture } from '../cards/card.ts'
import { drawDispute, drawLegend, drawMark, legendOf } from './marks.ts'
import { colours } from './palette.ts'
import { shortDate } from './shortDate.ts'
import { type Drawn, element, MARGIN, picture, textAt, WIDTH } from './svg.ts'
import { wrapped } from './textWidth.ts'
import { entryText, type TimelineEntry, timelineEntries } from './timelineEntries.ts'
import { drawTitle } from './title.ts'

/** More entries than this make no picture that a phone can show. */
const MOST_ENTRIES = 10
const LINE_X = 106
const TEXT_X = 128
const LABEL = { width: WIDTH - MARGIN - TEXT_X, size: 16, weight: 'strong', lines: 3 } as const
const NOTE = { width: WIDTH - MARGIN - TEXT_X, size: 13.5, lines: 2 } as const
const DAY = { width: LINE_X - 20 - MARGIN, size: 15, weight: 'strong', lines: 2 } as const
const DAY_ROW = 18
const GAP = 16
/** Where so much time passes between two entries, the line is broken. */
const LONG_PAUSE_MS = 45 * DAY_MS

/** The chronology of these facts as known, of a subject or the whole briefing; undefined where fewer than two have a date. */
export function pictureOfTimeline(
  briefing: Briefing,
  facts: readonly Fact[],
  known: Known,
  subject: string = briefing.head.title,
): CardPicture | undefined {
  const entries = timelineEntries(briefing, facts, known, MOST_ENTRIES)
  return entries.length < 2 ? undefined : timelinePicture(subject, entries)
}

function timelinePicture(title: string, entries: readonly TimelineEntry[]): CardPicture {
  const head = drawTitle(title, 'Timeline')
  const placed: { readonly entry: TimelineEntry; readonly y: number; readonly height: number }[] = []
  let y = head.height + 8
  for (const entry of entries) {
    const height = heightOf(entry)
    placed.push({ entry, y, height })
    y += height + GAP
  }
  const legend = drawLegend(
    legendOf(
      entries.map(({ mark }) => mark),
      entries.some(({ isDisputed }) => isDisputed),
    ),
    y,
  )
  const rows = placed.map((row, i) => drawRow(row.entry, row.y, placed[i - 1]?.entry))
  const lines = placed
    .slice(1)
    .map((row, i) => drawLine(placed[i]?.entry, row.entry, (placed[i]?.y ?? 0) + 5, row.y + 5))
  const alt = `Timeline, ${title}. ${entries.map((entry) => `${entryText(entry)}.`).join(' ')}`
  return picture(`Timeline: ${title}`, alt, y + legend.height + 12, [head.drawn, ...lines, ...rows, legend.drawn])
}

const LABEL_ROW = 20
const NOTE_ROW = 18

function heightOf({ when, label, notes }: TimelineEntry): number {
  const noteRows = notes.reduce((sum, note) => sum + wrapped(note, NOTE).length, 0)
  // The year may stand below the day.
  const dayRows = wrapped(shortDate(when).text, DAY).length + 1
  return Math.max(wrapped(label, LABEL).length * LABEL_ROW + noteRows * NOTE_ROW, dayRows > 2 ? dayRows * DAY_ROW : 0)
}

function drawLine(above: TimelineEntry | undefined, below: TimelineEntry, from: number, to: number): Drawn {
  const isBroken = above !== undefined && below.when.from - above.when.to > LONG_PAUSE_MS
  return element('line', {
    x1: LINE_X,
    x2: LINE_X,
    y1: from,
    y2: to,
    stroke: colours.line,
    'stroke-width': 3,
    'stroke-dasharray': isBroken ? '1 7' : undefined,
    'stroke-linecap': isBroken ? 'round' : undefined,
  })
}

function drawRow(entry: TimelineEntry, y: number, before: TimelineEntry | undefined): Drawn {
  const label = wrapped(entry.label, LABEL)
  const notes = entry.notes.flatMap((note, i) =>
    wrapped(note, NOTE).map((text) => ({ text, isDispute: entry.isDisputed && i === entry.notes.length - 1 })),
  )
  const notesTop = y + label.length * LABEL_ROW
  return [
    drawDay(entry, y, before),
    element('circle', { cx: LINE_X, cy: y + 5, r: 14, fill: colours.paper }),
    entry.isDisputed ? drawDispute(LINE_X, y + 5) : '',
    drawMark(entry.mark, LINE_X, y + 5),
    ...label.map((text, i) => textAt(TEXT_X, y + 11 + i * LABEL_ROW, text, { 'font-size': 16, 'font-weight': 600 })),
    ...notes.map(({ text, isDispute }, i) =>
      textAt(TEXT_X, notesTop + 9 + i * NOTE_ROW, text, {
        'font-size': 13.5,
        fill: isDispute ? colours.dispute : colours.faint,
      }),
    ),
  ].join('')
}

/** The day, where it is not that of the entry above, and its year, where that is new. */
function drawDay({ when }: TimelineEntry, y: number, before: TimelineEntry | undefined): Drawn {
  if (before?.when.edtf === when.edtf) return ''
  const { text, year } = shortDate(when)
  const yearBefore = before === undefined ? undefined : shortDate(before.when).year
  const lines = wrapped(text, DAY)
  const right = { 'text-anchor': 'end' }
  return [
    ...lines.map((line, i) => textAt(LINE_X - 20, y + 11 + i * DAY_ROW, line, { ...right, 'font-weight': 600 })),
    year === undefined || year === yearBefore
      ? ''
      : textAt(LINE_X - 20, y + 11 + lines.length * DAY_ROW, String(year), {
          ...right,
          'font-size': 13,
          fill: colours.faint,
        }),
  ].join('')
}
