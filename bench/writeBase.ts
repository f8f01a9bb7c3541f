// Writes a generated base as a briefing's folder, in the form that briefings/README.md describes.

import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fill, type GeneratedBase, type GeneratedFact } from './generateBase.ts'
import type { Named } from './inventCast.ts'
import type { EntitySlot } from './stories.ts'

const FACTS_A_FILE = 10_000

/** Writes the briefing `slug` under a folder. */
export async function writeBase(base: GeneratedBase, folder: string, slug: string): Promise<void> {
  const root = join(folder, slug)
  await mkdir(join(root, 'entities'), { recursive: true })
  await mkdir(join(root, 'facts'), { recursive: true })
  const head = [
    'title: A generated base',
    `summary: ${base.facts.length} invented facts.`,
    'period: 2030-01-01/2034-12-31',
  ]
  await writeFile(join(root, 'briefing.yaml'), `${head.join('\n')}\n`)
  const sources = base.sources.map(
    ({ id, publisher, published }) =>
      `- { id: ${id}, publisher: ${publisher}, title: News of the day, published: ${published} }`,
  )
  await writeFile(join(root, 'sources.yaml'), `${sources.join('\n')}\n`)
  for (const kind of ['person', 'organisation', 'place'] as const) {
    const entities = base.entities.filter((entity) => entity.kind === kind).map(entityLine)
    await writeFile(join(root, 'entities', `${kind}.yaml`), `${entities.join('\n')}\n`)
  }
  for (let start = 0; start < base.facts.length; start += FACTS_A_FILE) {
    const lines = base.facts.slice(start, start + FACTS_A_FILE).map((fact) => JSON.stringify(asWritten(fact)))
    await writeFile(
      join(root, 'facts', `${String(start / FACTS_A_FILE).padStart(3, '0')}.jsonl`),
      `${lines.join('\n')}\n`,
    )
  }
}

/** A surname is found without being listed; a firm's short name is not. */
function entityLine({ id, kind, name, short }: Named): string {
  return `- { id: ${id}, kind: ${kind}, name: ${name}${kind === 'organisation' && short !== undefined ? `, names: [${short}]` : ''} }`
}

function asWritten({ id, template, filling, named, statement, date, source, paragraph }: GeneratedFact) {
  const ids = (slots: readonly EntitySlot[] | undefined) => slots?.flatMap((slot) => named[slot]?.id ?? [])
  const text = (pattern: string | undefined) => (pattern === undefined ? undefined : fill(pattern, filling))
  const { who, whom, where, when, why, howMany } = template.frame
  const frame = {
    what: text(template.what),
    who: ids(who),
    whom: ids(whom),
    when: when === undefined ? undefined : date,
    where: ids(where),
    why: text(why),
    howMany: text(howMany),
  }
  return { id, statement, frame, citations: [{ source, paragraph }] }
}
