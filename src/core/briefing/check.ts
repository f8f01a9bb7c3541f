// What the schema cannot see: references, double ids, shared names, dates out of the period, figures that disagree.

import type { Briefing } from './briefing.ts'
import { namesOf } from './briefing.ts'
import { fold } from './fold.ts'
import { numbersIn } from './numbers.ts'
import type { Problem } from './problem.ts'
import type { Document } from './read.ts'
import { frameSchema } from './schema.ts'
import { overlaps, parseSpan } from './span.ts'

type Place = Pick<Problem, 'file' | 'line'>
export type Located = {
  /** Where a thing with an id stands, or a field of it. */
  readonly at: (kind: Document['kind'], id: string, field?: readonly PropertyKey[]) => Place
}

type Found = { readonly document: Document; readonly index: number }

/** Where each thing with an id stands, so that a problem found later can still name file and line. Looked up when first asked: most briefings have no problem. */
export function locate(slug: string, documents: readonly Document[]): Located {
  let places: Map<string, Found> | undefined
  return {
    at(kind, id, field = []) {
      places ??= findAll(documents)
      const place = places.get(`${kind} ${id}`)
      if (place === undefined) return { file: slug }
      return { file: place.document.file, line: place.document.lineAt([place.index, ...field]) }
    },
  }
}

function findAll(documents: readonly Document[]): Map<string, Found> {
  const places = new Map<string, Found>()
  for (const document of documents) {
    if (!Array.isArray(document.value)) continue
    document.value.forEach((item: unknown, index) => {
      const key = `${document.kind} ${String((item as { id?: unknown } | null)?.id)}`
      if (!places.has(key)) places.set(key, { document, index })
    })
  }
  return places
}

/** Every problem of a briefing that parsed, in the order of its files. */
export function checkBriefing(briefing: Briefing, documents: readonly Document[]): Problem[] {
  const located = locate(briefing.slug, documents)
  return [
    ...doubleIds(documents),
    ...emptiness(briefing),
    ...danglingReferences(briefing, documents, located),
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
    const first = new Map<string, Found>()
    const ofKind = documents.filter((one) => one.kind === kind)
    const ids = ofKind.flatMap((document) => (document.value as { id: string }[]).map(({ id }) => id))
    if (new Set(ids).size === ids.length) continue
    for (const document of ofKind) {
      ;(document.value as { id: string }[]).forEach(({ id }, index) => {
        const earlier = first.get(id)
        if (earlier === undefined) {
          first.set(id, { document, index })
          return
        }
        const { file } = earlier.document
        const message = `id "${id}" stands already in ${file}:${earlier.document.lineAt([earlier.index])}; give one of them another id`
        problems.push({ file: document.file, line: document.lineAt([index]), message })
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

function danglingReferences(briefing: Briefing, documents: readonly Document[], { at }: Located): Problem[] {
  const problems: Problem[] = []
  const has = {
    entity: (id: string) => briefing.entities.has(id),
    fact: (id: string) => briefing.factById.has(id),
    source: (id: string) => briefing.sources.has(id),
  }
  const expect = (kind: keyof typeof has, ids: readonly string[], field: string, place: () => Place) => {
    for (const id of ids)
      if (!has[kind](id))
        problems.push({ ...place(), message: `${field}: there is no ${kind} "${id}"; mend the id or add the ${kind}` })
  }
  const inFile = (kind: Document['kind'], path: readonly PropertyKey[]) => (): Place => {
    const document = documents.find((one) => one.kind === kind)
    return { file: document?.file ?? briefing.slug, line: document?.lineAt(path) }
  }

  expect('fact', briefing.head.overview, 'overview', inFile('briefing', ['overview']))
  for (const entity of briefing.entities.values()) {
    const place =
      (...field: PropertyKey[]) =>
      () =>
        at('entities', entity.id, field)
    expect('fact', entity.profile, `${entity.id}: profile`, place('profile'))
    expect('entity', entity.partOf, `${entity.id}: partOf`, place('partOf'))
    entity.roles.forEach(({ of, fact }, i) => {
      if (of !== undefined) expect('entity', [of], `${entity.id}: roles.of`, place('roles', i, 'of'))
      if (fact !== undefined) expect('fact', [fact], `${entity.id}: roles.fact`, place('roles', i, 'fact'))
    })
  }
  for (const { id, frame, related, citations } of briefing.facts) {
    const place =
      (...field: PropertyKey[]) =>
      () =>
        at('facts', id, field)
    for (const slot of ['who', 'whom', 'where', 'saidBy'] as const)
      expect('entity', frame[slot], `${id}: ${slot}`, place('frame', slot))
    expect('fact', related, `${id}: related`, place('related'))
    citations.forEach(({ source, wording = {} }, i) => {
      expect('source', [source], `${id}: citations`, place('citations', i, 'source'))
      const keys = Object.keys(wording).filter((key) => !(key in frameSchema.shape))
      expect('entity', keys, `${id}: wording`, place('citations', i, 'wording'))
    })
  }
  for (const { id, near } of briefing.open) expect('fact', near, `${id}: near`, () => at('open', id, ['near']))
  briefing.questions.forEach(({ ask, facts }, i) => {
    expect('fact', facts, `"${ask}"`, inFile('questions', [i, 'facts']))
  })
  return problems
}

function sharedNames(briefing: Briefing, { at }: Located): Problem[] {
  const owners = new Map<string, string>()
  const problems: Problem[] = []
  for (const entity of briefing.entities.values()) {
    for (const [folded, name] of new Map(namesOf(entity).map((one) => [fold(one), one]))) {
      const owner = owners.get(folded)
      if (owner === undefined) owners.set(folded, entity.id)
      else {
        const message = `${entity.id}: "${name}" is already a name of ${owner}; a name belongs to one entity`
        problems.push({ ...at('entities', entity.id), message })
      }
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
    return [...new Set(dates)].flatMap((date) => {
      const span = date === undefined ? undefined : parseSpan(date)
      if (date === undefined || span === undefined || overlaps(span, period)) return []
      const message = `${fact.id}: ${date} lies outside the briefing's period ${briefing.head.period}; mend the date or mark the fact \`background: true\``
      return [{ ...at('facts', fact.id, date === fact.frame.when ? ['frame', 'when'] : ['citations']), message }]
    })
  })
}

function disagreeingFigures(briefing: Briefing, { at }: Located): Problem[] {
  return briefing.facts.flatMap((fact) => {
    const { howMany } = fact.frame
    if (howMany === undefined || howMany.derived !== undefined || howMany.text !== undefined) return []
    const said = numbersIn(fact.statement)
    const figures = [howMany.value, howMany.to, howMany.of].filter((figure) => figure !== undefined)
    const missing = figures.filter((figure) => !said.includes(Math.abs(figure)))
    if (missing.length === 0) return []
    const message = `${fact.id}: howMany says ${missing.join(' and ')}, which the statement does not; make them agree`
    return [{ ...at('facts', fact.id, ['frame', 'howMany']), message }]
  })
}

function unusedSources(briefing: Briefing, { at }: Located): Problem[] {
  const cited = new Set(briefing.facts.flatMap((fact) => fact.citations.map((citation) => citation.source)))
  return [...briefing.sources.keys()]
    .filter((id) => !cited.has(id))
    .map((id) => ({ ...at('sources', id), message: `source "${id}" is cited by no fact; remove it or cite it` }))
}
