// Reads config/sitrep.yaml, and says by line what is wrong with it.

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { z } from 'zod'
import { curatorWords } from '../core/briefing/curatorWords.ts'
import { formatProblem } from '../core/briefing/problem.ts'
import { type Config, configSchema } from '../core/config.ts'
import { SettingsError } from '../core/errors.ts'
import { parseYaml } from './parseYaml.ts'

/** The settings in a folder's sitrep.yaml; the defaults where there is none. */
export async function readConfig(folder: string): Promise<Config> {
  const file = join(folder, 'sitrep.yaml')
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw new SettingsError(`${file}: cannot be read (${error.code ?? error.message}); SITREP_CONFIG names its folder`)
  })
  const document = parseYaml(file, 'briefing', text)
  if ('message' in document) throw new SettingsError(formatProblem(document))
  const { success, data, error } = configSchema.safeParse(document.value, { error: settingWords })
  if (success) return data
  const problems = error.issues.map(({ path, message, ...issue }) => {
    const unknown = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []
    const where = path.length === 0 ? '' : `${path.join('.')}: `
    return formatProblem({ file, line: document.lineAt([...path, ...unknown]), message: `${where}${message}` })
  })
  throw new SettingsError(problems.join('\n'))
}

function settingWords(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === 'unrecognized_keys')
    return `there is no setting ${issue.keys.map((key) => `"${key}"`).join(', ')}; config/README.md lists them`
  return curatorWords(issue)
}
