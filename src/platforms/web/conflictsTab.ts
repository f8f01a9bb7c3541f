// The third tab: where sources disagree. Each value, who says it, when that came out, and why the values differ.

import type { Engine } from '../../core/answering/engine.ts'
import { because } from '../../core/answering/sides.ts'
import type { Briefing } from '../../core/briefing/briefing.ts'
import type { Conflict } from '../../core/briefing/conflicts.ts'
import { pictureOfConflict } from '../../core/pictures/conflictPicture.ts'
import { type ConflictRow, conflictRows } from '../../core/pictures/conflictRows.ts'
import { standingMark } from './factList.ts'
import { html, inlineSvg, type Markup, nothing } from './markup.ts'
import type { PageQuery } from './pageQuery.ts'
import { conflictsThen } from './remember.ts'

const MOST_SHOWN = 50

// Roles stand in the table although its elements have them: on a phone its rows are drawn as blocks, which loses them.

export function conflictsTab(query: PageQuery, engine: Engine): Markup {
  const { briefing } = engine
  const conflicts = conflictsThen(query, engine)
  const shown = conflicts.slice(0, MOST_SHOWN)
  return html`<h1>Where sources disagree</h1>
    <p class="summary">${conflicts.length === 0 ? 'As of that day the sources do not disagree on anything.' : countOf(conflicts, shown)}</p>
    ${shown.map((conflict, i) => drawConflict(briefing, conflict, i))}`
}

function countOf(conflicts: readonly Conflict[], shown: readonly Conflict[]): string {
  const count = `${conflicts.length} ${conflicts.length === 1 ? 'disagreement' : 'disagreements'}, computed from what each source reports.`
  return shown.length < conflicts.length ? `${count} The first ${shown.length} are shown.` : count
}

function drawConflict(briefing: Briefing, conflict: Conflict, i: number): Markup {
  const picture = pictureOfConflict(briefing, conflict)
  return html`<section class="conflict" aria-labelledby="conflict-${i}">
    <h2 id="conflict-${i}">${capital(conflict.what)}</h2>
    <p class="why"><span class="label">Why they differ</span> ${reasonText(conflict)}</p>
    <div class="${picture === undefined ? 'values' : 'values with-picture'}">
      <div class="scroll" tabindex="0" role="region" aria-label="Values: ${conflict.what}">
        <table role="table">
          <thead><tr role="row"><th role="columnheader" scope="col">Value</th><th role="columnheader" scope="col">Who says so</th><th role="columnheader" scope="col">Reported by</th></tr></thead>
          <tbody>${conflictRows(conflict, briefing).map(drawRow)}</tbody>
        </table>
      </div>
      ${picture === undefined ? nothing : html`<figure class="picture">${inlineSvg(picture.svg)}</figure>`}
    </div>
  </section>`
}

function reasonText({ reason }: Conflict): string {
  const why = because(reason).replace(/^; /, '')
  return why === '' ? 'The sources do not say; each value stands as it was reported.' : `${capital(why)}.`
}

function drawRow({ text, note, speakers, sources, report }: ConflictRow): Markup {
  return html`<tr role="row">
    <th role="rowheader" scope="row">${text}${note === undefined ? '' : ` (${note})`}</th>
    <td role="cell">${speakers.join(', ') || 'the source itself'} ${standingMark(report.standing)}</td>
    <td role="cell">${sources.map((source) => html`<p>${source}</p>`)}</td>
  </tr>`
}

const capital = (text: string) => text.charAt(0).toLocaleUpperCase('en') + text.slice(1)
