// Finds and loads the briefings under a folder.

import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Briefing } from '../core/briefing/briefing.ts'
import { checkBriefing } from '../core/briefing/check.ts'
import { formatProblem, type Problem } from '../core/briefing/problem.ts'
import { type Document, readBriefing } from '../core/briefing/read.ts'
import { BriefingError, SettingsError } from '../core/errors.ts'
import { isFolder, readFolder } from './readFiles.ts'

export type LoadedBriefing = {
  readonly slug: string
  /** Undefined where a file does not parse. */
  readonly briefing: Briefing | undefined
  readonly documents: readonly Document[]
  readonly problems: readonly Problem[]
}

/** The slugs of the briefings under a folder, sorted. */
export async function listBriefings(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    throw new SettingsError(
      `${folder}: no briefings can be read there (${error.code ?? error.message}); name the folder with --briefings DIR or SITREP_BRIEFINGS`,
    )
  })
  const slugs: string[] = []
  for (const name of names) if (!name.startsWith('.') && (await isFolder(join(folder, name)))) slugs.push(name)
  if (slugs.length === 0) throw new SettingsError(`${folder}: holds no briefing; start one with: sitrep new SLUG`)
  return slugs.sort()
}

/** Loads one briefing with everything that is wrong with it. */
export async function loadBriefing(folder: string, slug: string): Promise<LoadedBriefing> {
  const { documents, problems: unreadable } = await readFolder(join(folder, slug)).catch(
    (error: NodeJS.ErrnoException) => {
      throw new SettingsError(
        `${join(folder, slug)}: no briefing can be read there (${error.code ?? error.message}); start one with: sitrep new ${slug}`,
      )
    },
  )
  const { briefing, problems } = readBriefing(slug, documents, unreadable)
  if (briefing === undefined) return { slug, briefing, documents, problems }
  return { slug, briefing, documents, problems: [...problems, ...checkBriefing(briefing, documents)] }
}

/** Loads a briefing that is good enough to answer from (minor problems are left to `check`); throws where it is not, with the first problems and what to do. */
export async function openBriefing(folder: string, slug: string): Promise<Briefing> {
  const { briefing, problems } = await loadBriefing(folder, slug)
  const serious = problems.filter((problem) => !problem.isMinor)
  if (briefing !== undefined && serious.length === 0) return briefing
  const shown = serious.slice(0, 5).map(formatProblem)
  const more = serious.length > shown.length ? `\n… and ${serious.length - shown.length} more` : ''
  throw new BriefingError(`briefing "${slug}" is broken; mend it and run: sitrep check\n${shown.join('\n')}${more}`)
}
