// The options of a script, as `node:util` reads them; what is wrong with them is one line, which names those that there are.

import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import { SettingsError } from '../src/core/errors.ts'

export function readOptions<const Options extends ParseArgsOptionsConfig>(args: readonly string[], options: Options) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch (error) {
    if (!(error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))) throw error
    const known = Object.keys(options).map((name) => `--${name}`)
    const [what = ''] = error.message.split(/\.\s/)
    throw new SettingsError(`${what}; there are ${known.join(', ')}`, { cause: error })
  }
}
