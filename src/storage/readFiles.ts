// Reads a briefing's folder from disk into documents that know their lines. It knows YAML, JSON Lines and UTF-8, and nothing of what the files mean.

import { isUtf8 } from 'node:buffer'
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join, posix, sep } from 'node:path'
import type { Problem } from '../core/briefing/problem.ts'
import type { Document } from '../core/briefing/read.ts'
import type { FileKind } from '../core/briefing/schema.ts'
import { parseYaml } from './parseYaml.ts'

/** A YAML file larger than this is bulk, and belongs into JSON Lines, which are read line by line. */
const MAX_YAML_BYTES = 8_000_000
/** A line of JSON holds one fact; a longer one is a mistake, and is named without being parsed. */
const MAX_LINE_CHARS = 1_000_000
/** A file is read in one piece, and a string can be no longer. */
const MAX_LINES_BYTES = 500_000_000

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
  const documents: Document[] = []
  const problems: Problem[] = []
  for (const name of await listFiles(folder)) {
    const content = await readDataFile(folder, name)
    documents.push(...content.documents)
    problems.push(...content.problems)
  }
  return { documents, problems }
}

async function readDataFile(folder: string, name: string): Promise<FolderContent> {
  const file = posix.join(basename(folder), name)
  const kind = kindOf(name)
  if (kind === undefined) return { documents: [], problems: [{ file, message: strayAdvice, isMinor: true }] }
  const text = await readText(join(folder, name), file)
  if (typeof text !== 'string') return { documents: [], problems: [text] }
  if (name.endsWith('.jsonl')) return parseLines(file, kind, text)
  const parsed = parseYaml(file, kind, text)
  return 'message' in parsed ? { documents: [], problems: [parsed] } : { documents: [parsed], problems: [] }
}

const strayAdvice = 'is not read, for no file of a briefing is called so; see briefings/README.md for names and folders'

/** The files that hold data, sorted, as paths from the folder; hidden ones are an editor's own. */
async function listFiles(folder: string): Promise<string[]> {
  const names: string[] = []
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    if (name.startsWith('.') || !(await isFolder(path))) names.push(name)
    else
      for (const inner of await readdir(path, { recursive: true })) names.push(`${name}/${inner.split(sep).join('/')}`)
  }
  return names.filter((name) => /\.(ya?ml|jsonl?)$/.test(name) && !/(^|\/)\./.test(name)).sort()
}

/** True for a folder and for a link to one. */
export async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() === true
}

function kindOf(name: string): FileKind | undefined {
  const [first = '', second, ...more] = name.split('/')
  if (second === undefined) return topFiles[first]
  return more.length === 0 && /\.(ya?ml|jsonl)$/.test(second) ? folderKinds[first] : undefined
}

async function readText(path: string, file: string): Promise<string | Problem> {
  try {
    const { size } = await stat(path)
    if (!path.endsWith('.jsonl') && size > MAX_YAML_BYTES)
      return { file, message: 'is larger than 8 MB; write bulk facts as JSON Lines (facts/*.jsonl), one a line' }
    if (size > MAX_LINES_BYTES) return { file, message: 'is larger than 500 MB; split it into several files' }
    const bytes = await readFile(path)
    if (isUtf8(bytes)) return new TextDecoder().decode(bytes)
    return { file, line: lineOfBadByte(bytes), message: 'is not valid UTF-8 here; save the file as UTF-8' }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    return { file, message: `cannot be read (${code ?? message}); look whether it is there and may be read` }
  }
}

function lineOfBadByte(bytes: Uint8Array): number {
  const decoded = new TextDecoder('utf-8').decode(bytes)
  return decoded.slice(0, Math.max(0, decoded.indexOf('\ufffd'))).split('\n').length
}

function parseLines(file: string, kind: FileKind, text: string): FolderContent {
  const value: unknown[] = []
  const lineNumbers: number[] = []
  const problems: Problem[] = []
  let start = 0
  for (let line = 1; start < text.length; line++) {
    const newline = text.indexOf('\n', start)
    const end = newline === -1 ? text.length : newline
    if (end - start > MAX_LINE_CHARS)
      problems.push({
        file,
        line,
        message: 'is longer than a million characters; each line holds one fact, so break it up',
      })
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
      const reason = (error as Error).message.replace(/ in JSON at position.*| is not valid JSON$/s, '')
      problems.push({ file, line, message: `is not valid JSON (${reason}); each line holds one fact in braces` })
    }
  }
}
