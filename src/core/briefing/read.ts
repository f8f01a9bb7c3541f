// From the parsed documents of a briefing's files to a Briefing, with every problem on the way named by file and line.

import type { z } from 'zod'
import { type Briefing, buildBriefing } from './briefing.ts'
import { curatorWords } from './curatorWords.ts'
import type { Problem } from './problem.ts'
import { type FileKind, fileSchemas } from './schema.ts'

/** A file as storage has parsed it: plain values, and where in the file each of them stands. */
export type Document = {
  readonly file: string
  readonly kind: FileKind
  readonly value: unknown
  /** The line of the value at a path of keys and indexes, or of the nearest thing around it. */
  readonly lineAt: (path: readonly PropertyKey[]) => number | undefined
}

export type ReadResult = { readonly briefing: Briefing | undefined; readonly problems: readonly Problem[] }

/**
 * Checks each document against its schema and puts the briefing together; the briefing is undefined where any file is
 * wrong. `earlier` are the problems of files that could not be parsed, which therefore are not said to be missing.
 */
export function readBriefing(
  slug: string,
  documents: readonly Document[],
  earlier: readonly Problem[] = [],
): ReadResult {
  const problems: Problem[] = [...earlier]
  const parse = <K extends FileKind>(kind: K): z.output<(typeof fileSchemas)[K]>[] =>
    documents
      .filter((document) => document.kind === kind)
      .flatMap((document) => {
        const result = fileSchemas[kind].safeParse(document.value, { error: curatorWords })
        if (result.success) return [result.data as z.output<(typeof fileSchemas)[K]>]
        problems.push(...result.error.issues.map((issue) => toProblem(document, issue)))
        return []
      })

  const [head] = parse('briefing')
  const parts = {
    slug,
    sources: parse('sources').flat(),
    entities: parse('entities').flat(),
    facts: parse('facts').flat(),
    open: parse('open').flat(),
    questions: parse('questions').flat(),
  }
  const isNamed = (file: string) => problems.some((problem) => problem.file === file)
  if (head === undefined && !isNamed(`${slug}/briefing.yaml`))
    problems.push({ file: slug, message: 'holds no briefing.yaml; start one with: sitrep new SLUG' })
  else if (parts.sources.length === 0 && !isNamed(`${slug}/sources.yaml`))
    problems.push({ file: `${slug}/sources.yaml`, message: 'names no source; a fact needs one to cite' })
  const isBroken = head === undefined || problems.some((problem) => !problem.isMinor)
  return { briefing: isBroken ? undefined : buildBriefing({ ...parts, head }), problems }
}

type Issue = z.core.$ZodIssue

function toProblem(document: Document, issue: Issue): Problem {
  const { path, message, unknown } = innermost(issue, [])
  const where = path.filter((key) => typeof key === 'string').join('.')
  return {
    file: document.file,
    line: document.lineAt(unknown === undefined ? path : [...path, unknown]),
    message: where === '' ? message : `${where}: ${message}`,
  }
}

type Innermost = {
  readonly path: readonly PropertyKey[]
  readonly message: string
  readonly unknown: string | undefined
}

/** The most telling issue inside a union: one that our own schema words, or else the one that got deepest. */
function innermost(issue: Issue, above: readonly PropertyKey[]): Innermost {
  const path = [...above, ...issue.path]
  if (issue.code === 'invalid_union') {
    const inner = issue.errors.flat()
    const best =
      inner.find((one) => one.code === 'custom') ??
      inner.find((one) => one.code === 'unrecognized_keys') ??
      inner.find((one) => one.path.length > 0) ??
      inner[0]
    if (best !== undefined) return innermost(best as Issue, path)
  }
  return { path, message: issue.message, unknown: issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined }
}
