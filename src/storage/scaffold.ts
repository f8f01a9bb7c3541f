// Writes the files of a new briefing: small, with comments, and correct, so that a curator edits instead of starting from nothing.

import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { SettingsError } from '../core/errors.ts'
import { templateFiles } from './briefingTemplate.ts'

const slugPattern = /^[a-z0-9][a-z0-9-]{0,99}$/

/** Writes a new briefing into the folder and names its files. Whatever stands there already is left alone. */
export async function scaffoldBriefing(folder: string, slug: string): Promise<string[]> {
  if (!slugPattern.test(slug))
    throw new SettingsError(`a slug is at most 100 lower-case letters, digits and hyphens, such as harbour-fire-2030`)
  const home = join(folder, slug)
  try {
    await mkdir(folder, { recursive: true })
    await mkdir(home)
    const files = Object.entries(templateFiles).map(([name, text]) => [join(home, name), text] as const)
    for (const [path, text] of files) {
      await mkdir(dirname(path), { recursive: true })
      await writeFile(path, text, { flag: 'wx' })
    }
    return files.map(([path]) => path)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') throw new SettingsError(`${home} is there already; choose another slug`, { cause: error })
    throw new SettingsError(`${home} cannot be written (${code ?? message})`, { cause: error })
  }
}
