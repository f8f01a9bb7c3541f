// A briefing in memory of whatever files a test gives, read through the schema like a curator's own.

import type { Briefing } from '../../src/core/briefing/briefing.ts'
import { type Document, readBriefing } from '../../src/core/briefing/read.ts'
import type { FileKind } from '../../src/core/briefing/schema.ts'

export type WrittenParts = {
  readonly head?: object
  readonly sources?: readonly object[]
  readonly entities?: readonly object[]
  readonly facts?: readonly object[]
  readonly open?: readonly object[]
}

/** Two papers of one month, a week apart. */
const papers = [
  { id: 'alder', publisher: 'The Alder', title: 'First', published: '2031-04-02' },
  { id: 'birch', publisher: 'The Birch', title: 'Second', published: '2031-04-09' },
]

/** Facts without an id, a statement or a citation get one: "fact-1", cited from the first source. */
export function briefingWith({ head, sources = papers, entities = [], facts = [], open = [] }: WrittenParts): Briefing {
  const [first = {}] = sources
  const written = facts.map((fact, i) => ({
    id: `fact-${i + 1}`,
    statement: 'Something happened.',
    citations: [{ source: 'id' in first ? first.id : '' }],
    ...fact,
  }))
  const { briefing, problems } = readBriefing('invented', [
    documentOf('briefing', { title: 'Invented', summary: 'Not true.', period: '2031-04', ...head }),
    documentOf('sources', sources),
    documentOf('entities', entities),
    documentOf('facts', written),
    documentOf('open', open),
  ])
  if (briefing === undefined) throw new Error(problems.map((problem) => problem.message).join('\n'))
  return briefing
}

function documentOf(kind: FileKind, value: unknown): Document {
  return { file: `invented/${kind}.yaml`, kind, value, lineAt: () => undefined }
}
