// Everything that can be said of one briefing: what is wrong with it, which of its own questions are answered otherwise, and where its sources differ.

import { ask } from '../core/answering/ask.ts'
import type { Engine } from '../core/answering/engine.ts'
import { judge } from '../core/answering/judge.ts'
import type { Briefing } from '../core/briefing/briefing.ts'
import { type Located, locate } from '../core/briefing/check.ts'
import { checkCitations } from '../core/briefing/citations.ts'
import { allConflicts, type Conflict, type ConflictSlot, type Side } from '../core/briefing/conflicts.ts'
import type { Problem } from '../core/briefing/problem.ts'
import { parseSpan } from '../core/briefing/span.ts'
import { shortened } from '../platforms/terminal/printable.ts'
import type { LoadedBriefing } from '../storage/briefings.ts'
import { readSourceTexts } from '../storage/sourceTexts.ts'

export type Review = {
  readonly slug: string
  readonly problems: readonly Problem[]
  /** Where in questions.yaml a question stands that is answered otherwise than it says. */
  readonly misses: readonly Problem[]
  /** No problems: the conflicts, for the curator to look at. */
  readonly conflicts: readonly Problem[]
  /** How many questions were asked; undefined where the briefing cannot be answered from. */
  readonly asked: number | undefined
}

/** Reviews a briefing. Its questions are asked only where it is good enough to answer from. */
export async function reviewBriefing(
  loaded: LoadedBriefing,
  engineOf: (briefing: Briefing) => Promise<Engine>,
  sources: string | undefined,
): Promise<Review> {
  const { slug, briefing, documents, problems } = loaded
  if (briefing === undefined) return { slug, problems, misses: [], conflicts: [], asked: undefined }
  const located = locate(slug, documents)
  const uncited = sources === undefined ? [] : await reviewCitations(briefing, sources, located)
  const conflicts = allConflicts(briefing, (fact) => fact.citations).map((conflict) =>
    describeConflict(conflict, located),
  )
  const isBroken = problems.some((problem) => !problem.isMinor)
  const misses = isBroken ? [] : reviewQuestions(await engineOf(briefing), loaded)
  return {
    slug,
    problems: [...problems, ...uncited],
    misses,
    conflicts,
    asked: isBroken ? undefined : briefing.questions.length,
  }
}

async function reviewCitations(briefing: Briefing, folder: string, located: Located): Promise<Problem[]> {
  const { texts, problems } = await readSourceTexts(folder, briefing.sources.values())
  const placed = problems.map((problem) =>
    problem.file === 'sources.yaml' ? { ...problem, file: `${briefing.slug}/sources.yaml` } : problem,
  )
  return [...placed, ...checkCitations(briefing, texts, located)]
}

/** As much of an unexpected answer as fits a line or two. */
const SHOWN_CHARS = 160

function reviewQuestions(engine: Engine, { slug, documents }: LoadedBriefing): Problem[] {
  const document = documents.find((one) => one.kind === 'questions')
  return engine.briefing.questions.flatMap((expected, i) => {
    const { ask: text, command, after, asOf } = expected
    const answer = ask(engine, {
      text,
      verb: command ?? null,
      context: after,
      asOf: asOf === undefined ? undefined : parseSpan(asOf),
    })
    const { outcome, why } = judge(answer, expected)
    if (outcome === 'right') return []
    const said = shortened(answer.text.replace(/\n/g, ' '), SHOWN_CHARS)
    return [
      {
        file: document?.file ?? slug,
        line: document?.lineAt([i]),
        message: `"${shortened(text)}" ${why}; it says: ${said}`,
      },
    ]
  })
}

const slotNames: Record<ConflictSlot, string> = { when: 'when', howMany: 'how many', value: 'what' }

function describeConflict({ what, slot, sides, reason }: Conflict, { at }: Located): Problem {
  const first = sides[0]?.reports[0]?.fact.id ?? ''
  const values = sides.map((side) => `${side.text} (${reportersOf(side)})`).join(' against ')
  return {
    ...at('facts', first),
    message: `${what}, ${slotNames[slot]}: ${values}${reason === 'unexplained' ? '' : `; ${reason}`}`,
  }
}

function reportersOf({ reports }: Side): string {
  return reports.map(({ fact, citation }) => `${citation.source} in ${fact.id}`).join(', ')
}
