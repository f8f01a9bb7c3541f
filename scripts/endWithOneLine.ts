// How a script ends on what its user can mend: with one line and exit code 1, and undefined instead of what it would have
// made. A fault of our own is told whole.

import { BriefingError, SettingsError } from '../src/core/errors.ts'

export async function endWithOneLine<T>(name: string, run: () => Promise<T>): Promise<T | undefined> {
  try {
    return await run()
  } catch (error) {
    if (!(error instanceof SettingsError || error instanceof BriefingError)) throw error
    process.stderr.write(`${name}: ${error.message}\n`)
    process.exitCode = 1
    return undefined
  }
}
