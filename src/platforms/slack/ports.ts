// What answering on Slack needs from around it.

import type { Desk } from '../../core/desk/request.ts'
import type { Log } from '../../core/ports.ts'
import type { WebClient } from './calls.ts'
import type { PictureFiles } from './pictureFiles.ts'
import type { Place } from './place.ts'
import type { ExtraCommands } from './readCommand.ts'

export type SlackPorts = {
  readonly desk: Desk
  readonly pictureFiles: PictureFiles
  readonly log: Log
  /** Does the work for the first of all copies of an event, in any process; undefined for the others. */
  readonly once: <T>(key: string, work: () => Promise<T>) => Promise<T | undefined>
  readonly mayManage: (client: WebClient, place: Place) => Promise<boolean>
  readonly commands: ExtraCommands
  /** How long an answer may take before Slack is told that it is on its way. */
  readonly patienceMs: number
}
