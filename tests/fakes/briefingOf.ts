// A small briefing in memory, read through the schema like a curator's own, so that tests can write the shorthand.

import type { Briefing } from '../../src/core/briefing/briefing.ts'
import { type Document, readBriefing } from '../../src/core/briefing/read.ts'
import type { FileKind } from '../../src/core/briefing/schema.ts'

export type WrittenFact = Record<string, unknown> & { readonly citations?: readonly object[] }

/** Three papers, each a day after the one before, and a weekly of which only the week is known. */
const sources = [
  { id: 'first', publisher: 'The First', title: 'One', published: '2030-05-01' },
  { id: 'second', publisher: 'The Second', title: 'Two', published: '2030-05-02' },
  { id: 'third', publisher: 'The Third', title: 'Three', published: '2030-05-03' },
  { id: 'weekly', publisher: 'The Weekly', title: 'Week', published: '2030-05-02/2030-05-04' },
]
const entities = ['mayor', 'union', 'owner'].map((id) => ({ id, kind: 'person', name: `the ${id}` }))

/** A briefing of these facts; ids, statements and a citation of the first paper are added where a test does not care. */
export function briefingOf(...facts: readonly WrittenFact[]): Briefing {
  const written = facts.map((fact, i) => ({
    id: `fact-${i + 1}`,
    statement: 'Something happened.',
    citations: [{ source: 'first' }],
    ...fact,
  }))
  const { briefing, problems } = readBriefing('test', [
    documentOf('briefing', { title: 'Test', summary: 'A test.', period: '2030-05' }),
    documentOf('sources', sources),
    documentOf('entities', entities),
    documentOf('facts', written),
  ])
  if (briefing === undefined) throw new Error(problems.map((problem) => problem.message).join('\n'))
  return briefing
}

function documentOf(kind: FileKind, value: unknown): Document {
  return { file: `test/${kind}.yaml`, kind, value, lineAt: () => undefined }
}
