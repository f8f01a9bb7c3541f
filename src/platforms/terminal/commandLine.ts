// From the words of a command line to what is to be done. Pure: it opens nothing and prints nothing.

import { parseArgs } from 'node:util'
import { fileSchemaNames, type FileSchemaName, type Verb, verbNames } from './words.ts'

/** Which briefings are asked, and as of when, as it was typed. */
export type Asked = { readonly briefing: string | undefined; readonly briefings: string | undefined; readonly asOf: string | undefined }

export type AskCommand = Asked & {
  readonly name: 'ask'
  readonly verb: Verb | null
  readonly text: string
  readonly isJson: boolean
  readonly isExplained: boolean
}
