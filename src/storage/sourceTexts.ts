// Reads the texts of a briefing's sources from the curator's own folder. They stay there: Sitrep only checks citations against them.

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Problem } from '../core/briefing/problem.ts'
import type { Source } from '../core/briefing/schema.ts'

export type SourceTexts = {
  /** By the source's id. */
  readonly texts: Map<string, string>
  readonly problems: Problem[]
}

/** The text of every source that names a `file`. What cannot be read becomes a problem, and the rest is read all the same. */
export async function readSourceTexts(folder: string, sources: Iterable<Source>): Promise<SourceTexts> {
  const texts = new Map<string, string>()
  const problems: Problem[] = []
  for (const { id, file } of sources) {
    if (file === undefined) {
      problems.push({
        file: 'sources.yaml',
        message: `source "${id}" names no \`file\`, so that its citations are not checked`,
        isMinor: true,
      })
      continue
    }
    try {
      texts.set(id, await readFile(join(folder, file), 'utf8'))
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException
      problems.push({
        file: join(folder, file),
        message: `the text of source "${id}" cannot be read (${code ?? message}); put it there, or mend \`file\` in sources.yaml`,
      })
    }
  }
  return { texts, problems }
}
