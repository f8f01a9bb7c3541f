// Reads a briefing's folder from disk into documents that know their lines. It knows YAML, JSON Lines and UTF-8, and nothing of what the files mean.

import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join, relative } from 'node:path'
import { isNode, LineCounter, parseDocument } from 'yaml'
import type { Problem } from '../core/briefing/problem.ts'
import type { Document } from '../core/briefing/read.ts'
import type { FileKind } from '../core/briefing/schema.ts'

/** A YAML file larger than this is bulk, and belongs into JSON Lines, which are read line by line. */
const MAX_YAML_BYTES = 8_000_000
/** A line of JSON holds one fact; a longer one is a mistake, and is named without being parsed. */
const MAX_LINE_CHARS = 1_000_000

export type FolderContent = { readonly documents: readonly Document[]; readonly problems: readonly Problem[] }

const folderKinds: Record<string, FileKind> = { entities: 'entities', facts: 'facts' }
const topFiles: Record<string, FileKind> = {
  'briefing.yaml': 'briefing',
  'sources.yaml': 'sources',
  'open.yaml': 'open',
  'questions.yaml': 'questions',
}

/** Every document of a briefing's folder. Files that do not parse become problems; nothing is thrown for what a curator wrote. */
export async function readFolder(folder: string): Promise<FolderContent> {
  const slug = basename(folder)
  const documents: Document[] = []
  const problems: Problem[] = []
  for (const [path, kind] of await listFiles(folder)) {
    const file = join(slug, relative(folder, path))
    const text = await readText(path, file)
    if (typeof text !== 'string') {
      problems.push(text)
      continue
    }
    const parsed = path.endsWith('.jsonl') ? parseLines(file, kind, text) : parseYaml(file, kind, text)
    documents.push(...parsed.documents)
    problems.push(...parsed.problems)
  }
  return { documents, problems }
}

async function listFiles(folder: string): Promise<[string, FileKind][]> {
  const files: [string, FileKind][] = []
  for (const entry of (await readdir(folder, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const kind = topFiles[entry.name]
    if (kind !== undefined) files.push([join(folder, entry.name), kind])
    const inner = folderKinds[entry.name]
    if (!entry.isDirectory() || inner === undefined) continue
    for (const name of (await readdir(join(folder, entry.name))).sort())
      if (/\.(ya?ml|jsonl)$/.test(name)) files.push([join(folder, entry.name, name), inner])
  }
  return files
}

async function readText(path: string, file: string): Promise<string | Problem> {
  if (!path.endsWith('.jsonl') && (await stat(path)).size > MAX_YAML_BYTES)
    return { file, message: 'is larger than 8 MB; write bulk facts as JSON Lines (facts/*.jsonl), one a line' }
  const bytes = await readFile(path)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return { file, line: lineOfBadByte(bytes), message: 'is not valid UTF-8 here; save the file as UTF-8' }
  }
}

function lineOfBadByte(bytes: Uint8Array): number {
  const decoded = new TextDecoder('utf-8').decode(bytes)
  return decoded.slice(0, Math.max(0, decoded.indexOf('\ufffd'))).split('\n').length
}

function parseYaml(file: string, kind: FileKind, text: string): FolderContent {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const problems = document.errors.map((error) => ({
    file,
    line: lines.linePos(error.pos[0]).line,
    message: `is not valid YAML: ${error.message}`,
  }))
  if (problems.length > 0) return { documents: [], problems }
  const lineAt = (path: readonly PropertyKey[]) => {
    for (let length = path.length; length >= 0; length--) {
      const node = document.getIn(path.slice(0, length), true)
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line
    }
    return undefined
  }
  try {
    const value: unknown = document.toJS({ maxAliasCount: 50 }) ?? (kind === 'briefing' ? {} : [])
    return { documents: [{ file, kind, value, lineAt }], problems: [] }
  } catch (error) {
    return { documents: [], problems: [{ file, message: `cannot be read: ${(error as Error).message}` }] }
  }
}

function parseLines(file: string, kind: FileKind, text: string): FolderContent {
  const value: unknown[] = []
  const lineNumbers: number[] = []
  const problems: Problem[] = []
  let start = 0
  for (let line = 1; start < text.length; line++) {
    const newline = text.indexOf('\n', start)
    const end = newline === -1 ? text.length : newline
    if (end - start > MAX_LINE_CHARS) problems.push({ file, line, message: 'is longer than a million characters; a line holds one fact' })
    else readLine(text.slice(start, end), line)
    start = end + 1
  }
  return { documents: [{ file, kind, value, lineAt: ([index]) => lineNumbers[Number(index)] }], problems }

  function readLine(json: string, line: number): void {
    if (json.trim() === '') return
    try {
      value.push(JSON.parse(json))
      lineNumbers.push(line)
    } catch (error) {
      problems.push({ file, line, message: `is not valid JSON: ${(error as Error).message}` })
    }
  }
}
