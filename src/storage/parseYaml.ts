// Parses one YAML file of a briefing into a document that knows its lines, and says in a curator's words what is wrong with it.

import { createRequire } from 'node:module'
import { load } from 'js-yaml'
import type { ErrorCode } from 'yaml'
import type { Problem } from '../core/briefing/problem.ts'
import type { Document } from '../core/briefing/read.ts'
import type { FileKind } from '../core/briefing/schema.ts'

/** How often YAML anchors may be repeated; a few hundred bytes of them can stand for gigabytes. */
const MAX_ALIASES = 50

/**
 * The document of a YAML file, or the one problem that keeps it from being read. js-yaml reads five times as fast as yaml,
 * which is what the first answer waits for; yaml, which knows lines and error codes, is asked only where something is wrong.
 */
export function parseYaml(file: string, kind: FileKind, text: string): Document | Problem {
  let value: unknown
  try {
    value = load(text, { maxAliases: MAX_ALIASES }) ?? (kind === 'briefing' ? {} : [])
  } catch {
    return parseWithLines(file, kind, text)
  }
  let lined: Document | Problem | undefined
  const lineAt: Document['lineAt'] = (path) => {
    lined ??= parseWithLines(file, kind, text)
    return 'lineAt' in lined ? lined.lineAt(path) : lined.line
  }
  return { file, kind, value, lineAt }
}

const require = createRequire(import.meta.url)

function parseWithLines(file: string, kind: FileKind, text: string): Document | Problem {
  const { isNode, LineCounter, parseDocument } = require('yaml') as typeof import('yaml')
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  // One slip makes several errors; the first names it.
  const [error] = document.errors
  if (error !== undefined) {
    const advice = yamlAdvice[error.code] ?? `${error.message}; look at the quotes, colons and indentation here`
    return { file, line: lines.linePos(error.pos[0]).line, message: `is not valid YAML: ${advice}` }
  }
  const lineAt = (path: readonly PropertyKey[]) => {
    for (let length = path.length; length >= 0; length--) {
      const node = document.getIn(path.slice(0, length), true)
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line
    }
    return undefined
  }
  try {
    const value: unknown = document.toJS({ maxAliasCount: MAX_ALIASES }) ?? (kind === 'briefing' ? {} : [])
    return { file, kind, value, lineAt }
  } catch (error) {
    const { message } = error as Error
    const line = lines.linePos(Math.max(0, text.search(/(?<=[\s,[{])\*\S/))).line
    const advice = message.startsWith('Unresolved alias') ? quotesAdvice : /alias/.test(message) ? aliasAdvice : message
    return { file, line, message: `is not valid YAML: ${advice}` }
  }
}

const quotesAdvice = 'a text that begins with one of * & @ % ` must stand in quotes'
const aliasAdvice = `it repeats anchors (&name) more than ${MAX_ALIASES} times; write the values out instead of *name`

/** What to do about the slips that people make most. */
const yamlAdvice: Partial<Record<ErrorCode, string>> = {
  BAD_SCALAR_START: quotesAdvice,
  BLOCK_AS_IMPLICIT_KEY:
    'a text that holds a colon and a space must stand in quotes, and fields stand one under the other',
  DUPLICATE_KEY: 'a field stands twice here; remove one of them',
  MULTIPLE_DOCS: 'a line --- begins a second document; remove it',
  TAB_AS_INDENT: 'indent with spaces, not with tabs',
  UNEXPECTED_TOKEN:
    'this does not fit what stands before it; indent with spaces as above, and put quotes inside a text into quotes of the other kind',
}
