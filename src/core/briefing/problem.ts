// Something that a curator has to mend, and where it stands.

export type Problem = {
  /** Path of the file, relative to the briefings folder. */
  readonly file: string
  /** Line in that file, from 1, where it is known. */
  readonly line?: number | undefined
  readonly message: string
  /** True where the briefing can be answered from all the same; it is only to be looked at. */
  readonly isMinor?: boolean
}

export function formatProblem(problem: Problem): string {
  const at = problem.line === undefined ? '' : `:${problem.line}`
  return `${problem.file}${at}: ${problem.message}`
}
