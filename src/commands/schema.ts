// `sitrep schema`: the JSON Schema of a briefing's files, so that an editor completes fields and underlines mistakes.

import { z } from 'zod'
import { type FileKind, fileSchemas } from '../core/briefing/schema.ts'
import { type Terminal, write } from '../platforms/terminal/terminal.ts'

export async function runSchema(file: FileKind | undefined, { output }: Terminal): Promise<number> {
  const all = () => Object.fromEntries((Object.keys(fileSchemas) as FileKind[]).map((kind) => [kind, schemaOf(kind)]))
  await write(output, `${JSON.stringify(file === undefined ? all() : schemaOf(file), null, 2)}\n`)
  return 0
}

/** What a curator may write, before defaults are filled in. */
function schemaOf(kind: FileKind): object {
  return { title: `Sitrep: ${kind}`, ...z.toJSONSchema(fileSchemas[kind], { io: 'input' }) }
}
