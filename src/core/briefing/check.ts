// What the schema cannot see: references, double ids, shared names, dates out of the period, figures that disagree.

import type { Briefing } from './briefing.ts'
import { namesOf } from './briefing.ts'
import { fold } from './fold.ts'
import { numbersIn } from './numbers.ts'
import type { Problem } from './problem.ts'
import type { Document } from './read.ts'
import { type Fact, frameSchema } from './schema.ts'
import { overlaps, parseSpan } from './span.ts'

export type Located = { readonly at: (kind: Document['kind'], id: string) => Pick<Problem, 'file' | 'line'> }

/** Where each thing with an id stands, so that a problem found later can still name file and line. */
export function locate(slug: string, documents: readonly Document[]): Located {
  const places = new Map<string, Pick<Problem, 'file' | 'line'>>()
  for (const document of documents) {
    if (!Array.isArray(document.value)) continue
    document.value.forEach((item: unknown, i) => {
      const id = (item as { id?: unknown } | null)?.id
      const key = `${document.kind} ${String(id)}`
      if (!places.has(key)) places.set(key, { file: document.file, line: document.lineAt([i]) })
    })
  }
  return { at: (kind, id) => places.get(`${kind} ${id}`) ?? { file: slug } }
}

/** Every problem of a briefing that parsed, in the order of its files. */
export function checkBriefing(briefing: Briefing, documents: readonly Document[]): Problem[] {
  const located = locate(briefing.slug, documents)
  return [
    ...doubleIds(documents),
    ...emptiness(briefing),
    ...danglingReferences(briefing, located),
    ...[
      ...sharedNames(briefing, located),
      ...datesOutsidePeriod(briefing, located),
      ...disagreeingFigures(briefing, located),
      ...unusedSources(briefing, located),
    ].map((problem) => ({ ...problem, isMinor: true })),
  ]
}

function doubleIds(documents: readonly Document[]): Problem[] {
  const problems: Problem[] = []
  for (const kind of ['sources', 'entities', 'facts', 'open'] as const) {
    const first = new Map<string, string>()
    for (const document of documents.filter((one) => one.kind === kind)) {
      ;(document.value as { id: string }[]).forEach(({ id }, i) => {
        const line = document.lineAt([i])
        const at = `${document.file}:${line}`
        const earlier = first.get(id)
        if (earlier === undefined) first.set(id, at)
        else problems.push({ file: document.file, line, message: `id "${id}" stands already in ${earlier}; give one of them another id` })
      })
    }
  }
  return problems
}

function emptiness(briefing: Briefing): Problem[] {
  return briefing.facts.length === 0
    ? [{ file: briefing.slug, message: 'holds no facts; write them into facts/*.yaml' }]
    : []
}

function danglingReferences(briefing: Briefing, { at }: Located): Problem[] {
  const problems: Problem[] = []
  const expect = (place: Pick<Problem, 'file' | 'line'>, field: string, kind: string, ids: readonly string[], has: (id: string) => boolean) => {
    for (const id of ids) if (!has(id)) problems.push({ ...place, message: `${field}: there is no ${kind} "${id}"` })
  }
  const isEntity = (id: string) => briefing.entities.has(id)
  const isFact = (id: string) => briefing.factById.has(id)
  expect({ file: `${briefing.slug}/briefing.yaml` }, 'overview', 'fact', briefing.head.overview, isFact)
  for (const entity of briefing.entities.values()) {
    const place = at('entities', entity.id)
    expect(place, `${entity.id}: profile`, 'fact', entity.profile, isFact)
    expect(place, `${entity.id}: partOf`, 'entity', entity.partOf, isEntity)
    for (const role of entity.roles) {
      if (role.of !== undefined) expect(place, `${entity.id}: roles.of`, 'entity', [role.of], isEntity)
      if (role.fact !== undefined) expect(place, `${entity.id}: roles.fact`, 'fact', [role.fact], isFact)
    }
  }
  for (const fact of briefing.facts) {
    const place = at('facts', fact.id)
    for (const slot of ['who', 'whom', 'where', 'saidBy'] as const)
      expect(place, `${fact.id}: ${slot}`, 'entity', fact.frame[slot], isEntity)
    expect(place, `${fact.id}: related`, 'fact', fact.related, isFact)
    for (const citation of fact.citations) {
      expect(place, `${fact.id}: citations`, 'source', [citation.source], (id) => briefing.sources.has(id))
      const keys = Object.keys(citation.wording ?? {}).filter((key) => !(key in frameSchema.shape))
      expect(place, `${fact.id}: wording`, 'entity', keys, isEntity)
    }
  }
  for (const { id, near } of briefing.open) expect(at('open', id), `${id}: near`, 'fact', near, isFact)
  for (const question of briefing.questions)
    expect({ file: `${briefing.slug}/questions.yaml` }, `"${question.ask}"`, 'fact', question.facts, isFact)
  return problems
}

function sharedNames(briefing: Briefing, { at }: Located): Problem[] {
  const owners = new Map<string, string>()
  const problems: Problem[] = []
  for (const entity of briefing.entities.values()) {
    for (const name of new Set(namesOf(entity).map(fold))) {
      const owner = owners.get(name)
      if (owner === undefined) owners.set(name, entity.id)
      else if (owner !== entity.id)
        problems.push({ ...at('entities', entity.id), message: `${entity.id}: "${name}" is already a name of ${owner}; a name belongs to one entity` })
    }
  }
  return problems
}

function datesOutsidePeriod(briefing: Briefing, { at }: Located): Problem[] {
  const period = parseSpan(briefing.head.period)
  if (period === undefined) return []
  return briefing.facts.flatMap((fact) => {
    if (fact.background) return []
    const dates = [fact.frame.when, ...fact.citations.map((citation) => citation.reports?.when)]
    return dates.flatMap((date) => {
      const span = date === undefined ? undefined : parseSpan(date)
      if (date === undefined || span === undefined || overlaps(span, period)) return []
      const message = `${fact.id}: ${date} lies outside the briefing's period ${briefing.head.period}; mend the date or mark the fact \`background: true\``
      return [{ ...at('facts', fact.id), message }]
    })
  })
}

function disagreeingFigures(briefing: Briefing, { at }: Located): Problem[] {
  return briefing.facts.flatMap((fact) => {
    const { howMany } = fact.frame
    if (howMany === undefined || howMany.derived !== undefined || howMany.text !== undefined) return []
    const said = numbersIn(fact.statement)
    const missing = [howMany.value, howMany.to, howMany.of].filter((figure) => figure !== undefined && !said.includes(figure))
    if (missing.length === 0) return []
    const message = `${fact.id}: howMany says ${missing.join(' and ')}, which the statement does not; make them agree`
    return [{ ...at('facts', fact.id), message }]
  })
}

function unusedSources(briefing: Briefing, { at }: Located): Problem[] {
  const cited = new Set(briefing.facts.flatMap((fact: Fact) => fact.citations.map((citation) => citation.source)))
  return [...briefing.sources.keys()]
    .filter((id) => !cited.has(id))
    .map((id) => ({ ...at('sources', id), message: `source "${id}" is cited by no fact; remove it or cite it` }))
}
