// The briefings that a command asks. They are opened when they are first needed: most questions are answered by the first.

import type { Answer, Question } from '../core/answering/answer.ts'
import { ask } from '../core/answering/ask.ts'
import { buildEngine, type Engine } from '../core/answering/engine.ts'
import type { Briefing } from '../core/briefing/briefing.ts'
import { parseSpan, type Span } from '../core/briefing/span.ts'
import { nearer } from '../core/desk/askBriefings.ts'
import { BriefingError, SettingsError } from '../core/errors.ts'
import type { Scope } from '../platforms/terminal/command.ts'
import { printable, shortened } from '../platforms/terminal/printable.ts'
import type { Settings } from '../settings.ts'
import { listBriefings, openBriefing } from '../storage/briefings.ts'
import { englishWords, readLexicon } from '../storage/language.ts'

/** An answer, the briefing that it is of, and how long it took. */
export type Reply = { readonly answer: Answer; readonly briefing: Briefing; readonly ms: number }

export type Desk = {
  readonly slugs: readonly string[]
  readonly ask: (question: Question) => Promise<Reply>
}

/** Opens the desk with one briefing, or with all in the folder. Of several, a broken one is left out with a warning. */
export async function openDesk(settings: Settings, scope: Scope, warn: (message: string) => void): Promise<Desk> {
  const folder = scope.briefings ?? settings.briefings
  const slugs = await chooseSlugs(folder, scope.briefing)
  const lexicon = await readLexicon(settings.config)
  const english = englishWords()
  const engines = new Map<string, Engine | undefined>()
  const open = async (slug: string) => {
    try {
      return buildEngine(await openBriefing(folder, slug), lexicon, english)
    } catch (error) {
      if (slugs.length === 1 || !(error instanceof BriefingError)) throw error
      warn(error.message)
      return undefined
    }
  }
  const engineOf = async (slug: string) => {
    if (!engines.has(slug)) engines.set(slug, await open(slug))
    return engines.get(slug)
  }
  await engineOf(slugs[0] ?? '')
  return { slugs, ask: (question) => askEach(slugs, engineOf, question) }
}

export async function chooseSlugs(folder: string, only: string | undefined): Promise<string[]> {
  const slugs = await listBriefings(folder)
  if (only === undefined) return slugs
  if (slugs.includes(only)) return [only]
  throw new SettingsError(
    `there is no briefing "${shortened(printable(only))}" in ${folder}; there is: ${slugs.join(', ')}`,
  )
}

/** The reply of the briefing that comes nearest: one that answers before one that asks back, and that before one that declines. */
async function askEach(
  slugs: readonly string[],
  engineOf: (slug: string) => Promise<Engine | undefined>,
  question: Question,
): Promise<Reply> {
  let best: Reply | undefined
  for (const slug of slugs) {
    const engine = await engineOf(slug)
    if (engine === undefined) continue
    const started = performance.now()
    const answer = ask(engine, question)
    best = nearer(best, { answer, briefing: engine.briefing, ms: performance.now() - started })
  }
  if (best === undefined) throw new BriefingError('every briefing is broken; mend one and run: sitrep check')
  return best
}

/** The longest date in a notation that has many. */
const MAX_DATE_CHARS = 60

/** The span of `--as-of`. */
export function readAsOf(text: string | undefined): Span | undefined {
  if (text === undefined) return undefined
  const span = text.length > MAX_DATE_CHARS ? undefined : parseSpan(text)
  if (span === undefined)
    throw new SettingsError(
      `--as-of "${shortened(printable(text))}" is no date; write a day (2022-01-11) or a month (2022-01)`,
    )
  return span
}
