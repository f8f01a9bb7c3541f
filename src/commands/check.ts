// `sitrep check [DIR]`: reviews briefings and prints what a curator has to mend, by file and line.

import { existsSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path'
import { buildEngine, type Engine } from '../core/answering/engine.ts'
import type { Briefing } from '../core/briefing/briefing.ts'
import { formatProblem, type Problem } from '../core/briefing/problem.ts'
import type { CheckCommand } from '../platforms/terminal/command.ts'
import { printable } from '../platforms/terminal/printable.ts'
import { type Terminal, write } from '../platforms/terminal/terminal.ts'
import type { Settings } from '../settings.ts'
import { listBriefings, loadBriefing } from '../storage/briefings.ts'
import { englishWords, readLexicon } from '../storage/language.ts'
import { type Review, reviewBriefing } from './reviewBriefing.ts'

export async function runCheck(
  command: CheckCommand,
  settings: Settings,
  { output, errors }: Terminal,
): Promise<number> {
  const { folder, slugs } = await findBriefings(command.folder ?? settings.briefings)
  const engineOf = await engineBuilder(settings)
  let wrong = 0
  for (const slug of slugs) {
    const review = await reviewBriefing(await loadBriefing(folder, slug), engineOf, command.sources)
    await write(output, printable(renderReview(review, folder)))
    wrong += review.problems.length + review.misses.length
  }
  if (wrong === 0) return 0
  errors.write(`${counted(wrong, 'thing')} to mend\n`)
  return 1
}

/** A folder is a briefing where it holds a briefing's files, and a folder of briefings otherwise. */
async function findBriefings(named: string): Promise<{ folder: string; slugs: readonly string[] }> {
  const folder = resolve(named)
  const isBriefing = ['briefing.yaml', 'sources.yaml', 'facts'].some((name) => existsSync(join(folder, name)))
  return isBriefing
    ? { folder: dirname(folder), slugs: [basename(folder)] }
    : { folder, slugs: await listBriefings(folder) }
}

async function engineBuilder({ config }: Settings): Promise<(briefing: Briefing) => Promise<Engine>> {
  const lexicon = await readLexicon(config)
  const english = englishWords()
  return async (briefing) => buildEngine(briefing, lexicon, english)
}

function renderReview({ slug, problems, misses, conflicts, asked }: Review, folder: string): string {
  const list = (found: readonly Problem[]) =>
    found.map((problem) => `${formatProblem(placed(problem, folder))}\n`).join('')
  const answered =
    asked === undefined
      ? 'its questions were not asked, because it cannot be answered from'
      : `${asked - misses.length} of ${counted(asked, 'question')} answered as expected`
  return [
    list(problems),
    list(misses),
    conflicts.length === 0
      ? ''
      : `${slug}: ${counted(conflicts.length, 'conflict')} computed, which are no errors; one that you did not expect is often a wrong \`what\`:\n${list(conflicts)}`,
    `${slug}: ${counted(problems.length, 'problem')}; ${answered}\n`,
  ].join('')
}

/** A problem by the path from where the curator stands, so that a click in the terminal opens the file. */
function placed(problem: Problem, folder: string): Problem {
  return isAbsolute(problem.file) ? problem : { ...problem, file: relative('', join(folder, problem.file)) }
}

function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`
}
