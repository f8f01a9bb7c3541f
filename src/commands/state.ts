// `sitrep state export` and `sitrep state import`: moves all that the bot remembers from one database to another.

import { createReadStream, createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { SettingsError } from '../core/errors.ts'
import type { StateExportCommand, StateImportCommand } from '../platforms/terminal/command.ts'
import { type Terminal, write } from '../platforms/terminal/terminal.ts'
import type { Settings } from '../settings.ts'
import { exportState } from '../storage/state/exportState.ts'
import { importState } from '../storage/state/importState.ts'
import { openDatabase } from '../storage/state/openDatabase.ts'

export async function runStateExport({ file }: StateExportCommand, { state }: Settings, terminal: Terminal) {
  const database = await openDatabase(state, { mustExist: true })
  try {
    const exportTo = (stream: Writable) => exportState(database, (line) => write(stream, `${line}\n`))
    const count = file === undefined ? await exportTo(terminal.output) : await writeFile(file, exportTo)
    terminal.errors.write(`${count} rows exported from ${database.name}\n`)
    return 0
  } finally {
    await database.close()
  }
}

export async function runStateImport(
  { file, isReplacing }: StateImportCommand,
  { state }: Settings,
  { input, errors }: Terminal,
) {
  const database = await openDatabase(state)
  try {
    const lines = readLinesOf(file === '-' ? input : createReadStream(file))
    const count = await importState(database, lines, { isReplacing, name: database.name })
    errors.write(`${count} rows imported into ${database.name}\n`)
    return 0
  } finally {
    await database.close()
  }
}

/** A new file for the operator's eyes only; where writing fails no half of it stays. */
async function writeFile(file: string, fill: (stream: Writable) => Promise<number>): Promise<number> {
  const stream = createWriteStream(file, { flags: 'wx', mode: 0o600 })
  const written = finished(stream)
  try {
    const [count] = await Promise.all([fill(stream).finally(() => stream.end()), written])
    return count
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') throw new SettingsError(`${file} is there already; choose another file`, { cause: error })
    await rm(file, { force: true })
    if (code !== undefined) throw new SettingsError(`${file} cannot be written (${message})`, { cause: error })
    throw error
  }
}

/** Lines of any length: a snapshot of a large briefing is one line. */
async function* readLinesOf(stream: Readable): AsyncGenerator<string> {
  try {
    yield* createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })
  } catch (error) {
    throw new SettingsError(`the file cannot be read (${(error as Error).message})`, { cause: error })
  }
}
