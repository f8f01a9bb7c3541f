// How a script ends on what its user can mend: with one line and exit code 1. A fault of our own is told whole.

import { BriefingError, SettingsError } from '../src/core/errors.ts'

export async function endWithOneLine(name: string, run: () => Promise<void>): Promise<void> {
  try {
    await run()
  } catch (error) {
    if (!(error instanceof SettingsError || error instanceof BriefingError)) throw error
    process.stderr.write(`${name}: ${error.message}\n`)
    process.exitCode = 1
  }
}
