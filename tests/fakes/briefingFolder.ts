// A briefing in a temporary folder, made of the files that a test gives.

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

export type BriefingFolder = {
  /** Writes a briefing and returns the folder that holds it. A file given as undefined is left out. */
  readonly write: (files: Readonly<Record<string, string | Uint8Array | undefined>>, slug?: string) => Promise<string>
  readonly remove: () => Promise<void>
}

/** A briefing without a fault, file by file. */
export const faultless = {
  'briefing.yaml': 'title: Fire\nsummary: A fire at the harbour.\nperiod: 2030-05\n',
  'sources.yaml': '- id: gazette\n  publisher: Lorne Gazette\n  title: Two dead\n  published: 2030-05-04\n',
  'entities/all.yaml': '- { id: weir, kind: person, name: Magda Weir }\n',
  'facts/all.yaml':
    '- id: toll\n  statement: At least 14 people were killed.\n  frame: { what: death toll, howMany: at least 14 people }\n  citations: [{ source: gazette, paragraph: 2 }]\n',
} as const

export async function briefingFolder(): Promise<BriefingFolder> {
  const root = await mkdtemp(join(tmpdir(), 'sitrep-briefings-'))
  let count = 0
  return {
    async write(files, slug = 'fire') {
      const folder = join(root, String(count++))
      await mkdir(join(folder, slug), { recursive: true })
      for (const [name, content] of Object.entries(files)) {
        if (content === undefined) continue
        const path = join(folder, slug, name)
        await mkdir(dirname(path), { recursive: true })
        await writeFile(path, content)
      }
      return folder
    },
    remove: () => rm(root, { recursive: true }),
  }
}
