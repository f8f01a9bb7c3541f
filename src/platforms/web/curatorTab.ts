// The last tab, for the curator alone: what is wrong with the briefings, what readers asked in vain, and whether edits are live.

import type { Engine } from '../../core/answering/engine.ts'
import { formatProblem, type Problem } from '../../core/briefing/problem.ts'
import type { BrokenEdit, CountedGap, Gaps, Library } from '../../core/ports.ts'
import { html, type Markup, nothing } from './markup.ts'

export type CuratorPorts = {
  readonly library: Library
  readonly gaps: Gaps
  /** What `check` finds in a briefing's files as they stand now. */
  readonly problems: (slug: string) => Promise<readonly Problem[]>
}

export async function curatorTab({ library, gaps, problems }: CuratorPorts): Promise<Markup> {
  const [engines, brokenEdits] = [library.engines(), library.brokenEdits()]
  const slugs = [...new Set([...engines.map(({ briefing }) => briefing.slug), ...brokenEdits.map(({ slug }) => slug)])]
  const [found, missed] = await Promise.all([
    Promise.all(slugs.map(async (slug) => ({ slug, problems: await problems(slug).catch(unreadable(slug)) }))),
    gaps.list(),
  ])
  return html`<h1>For the curator</h1>
    ${reloadState(engines, brokenEdits)}
    ${found.map((one) => problemList(one.slug, one.problems))}
    ${gapTable('question', 'Asked in vain', missed)}
    ${gapTable('report', 'Reported by readers', missed)}
    <form action="/curator/leave" method="post"><button type="submit">Leave</button></form>`
}

/** A folder that cannot be read at all is a problem like others, and no reason to hide the rest. */
const unreadable = (slug: string) => (error: unknown) => [
  { file: slug, message: error instanceof Error ? error.message : String(error) },
]

function reloadState(engines: readonly Engine[], broken: readonly BrokenEdit[]): Markup {
  return html`<section aria-labelledby="reload"><h2 id="reload">Live reload</h2>
    <ul class="states">
      ${broken.map((edit) => html`<li class="bad"><strong>${edit.slug}</strong>: the newest edit is broken since ${edit.since.toISOString().slice(0, 16).replace('T', ' ')} UTC${engines.some(({ briefing }) => briefing.slug === edit.slug) ? '; the last good one answers' : '; it is left out until it is mended'}.<pre>${edit.message}</pre></li>`)}
      ${engines
        .filter(({ briefing }) => !broken.some(({ slug }) => slug === briefing.slug))
        .map(
          ({ briefing }) =>
            html`<li><strong>${briefing.slug}</strong>: live, ${briefing.facts.length} facts, ${briefing.sources.size} sources.</li>`,
        )}
    </ul></section>`
}

const MOST_PROBLEMS = 100

function problemList(slug: string, problems: readonly Problem[]): Markup {
  const shown = problems.slice(0, MOST_PROBLEMS)
  return html`<section aria-labelledby="problems-${slug}"><h2 id="problems-${slug}">Problems in ${slug}</h2>
    ${
      problems.length === 0
        ? html`<p>None found.</p>`
        : html`<ul class="problems">${shown.map((problem) => html`<li class="${problem.isMinor ? '' : 'bad'}"><code>${formatProblem(problem)}</code></li>`)}</ul>`
    }
    ${problems.length > shown.length ? html`<p class="faint">and ${problems.length - shown.length} more</p>` : nothing}
  </section>`
}

const MOST_GAPS = 200

function gapTable(kind: CountedGap['kind'], title: string, gaps: readonly CountedGap[]): Markup {
  const shown = gaps.filter((gap) => gap.kind === kind).slice(0, MOST_GAPS)
  return html`<section aria-labelledby="gaps-${kind}"><h2 id="gaps-${kind}">${title}</h2>
    ${
      shown.length === 0
        ? html`<p>Nothing yet.</p>`
        : html`<div class="scroll" tabindex="0" role="region" aria-label="Table: ${title}"><table>
      <thead><tr><th scope="col">Times</th><th scope="col">${kind === 'question' ? 'Question' : 'Report'}</th><th scope="col">${kind === 'question' ? 'Why there was no answer' : 'About'}</th><th scope="col">Briefing</th><th scope="col">Last</th></tr></thead>
      <tbody>${shown.map((gap) => html`<tr><td>${gap.count}</td><td>${gap.text}</td><td>${gap.about}</td><td>${gap.briefing}</td><td>${gap.day}</td></tr>`)}</tbody>
    </table></div>`
    }
  </section>`
}
