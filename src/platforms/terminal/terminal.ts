// The three streams of a command, and what its screen can show.

import { once } from 'node:events'
import type { Readable, Writable } from 'node:stream'
import type { Screen } from './renderCard.ts'

export type Terminal = {
  readonly input: Readable
  readonly output: Writable
  readonly errors: Writable
  readonly screen: Screen
  /** True where a person types and reads. */
  readonly isInteractive: boolean
}

/** Lines longer than this are tiring to read. */
const WIDEST = 100
const USUAL_WIDTH = 80
const NARROWEST = 30

/** This process's own streams; colours only where a person reads and wants them. */
export function openTerminal({ stdin, stdout, stderr }: NodeJS.Process, wantsColour: boolean): Terminal {
  const width = Math.max(NARROWEST, Math.min(stdout.columns ?? USUAL_WIDTH, WIDEST))
  const screen = { width, hasColour: wantsColour && stdout.isTTY === true }
  return {
    input: stdin,
    output: stdout,
    errors: stderr,
    screen,
    isInteractive: stdin.isTTY === true && stdout.isTTY === true,
  }
}

/** Writes, and waits while the reader is slower than we are; a stream that has failed would never have done reading. */
export async function write(output: Writable, text: string): Promise<void> {
  if (output.errored) throw output.errored
  if (!output.write(text)) await once(output, 'drain')
}
