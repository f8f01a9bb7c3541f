// Who holds or held an office: found by the office's title, so that "who is the new harbour master" needs no phrasing.

import type { Role } from '../briefing/schema.ts'
import { parseSpan } from '../briefing/span.ts'
import type { Engine } from './engine.ts'
import type { Inquiry } from './inquiry.ts'
import type { Unit } from './units.ts'

const formerWords = new Set([
  'before',
  'former',
  'ex',
  'previous',
  'old',
  'past',
  'last',
  'earlier',
  'outgoing',
  'predecessor',
  'late',
])
/** Words about coming into an office, which say nothing of which office it is. */
const takingWords = new Set([
  'new',
  'current',
  'now',
  'present',
  'acting',
  'next',
  'took over',
  'take over',
  'taken over',
  'takes over',
  'replaced',
  'replace',
  'replaces',
  'replacing',
  'replacement',
  'succeeded',
  'succeed',
  'succeeds',
  'successor',
  'became',
  'become',
  'appointed',
  'named',
  'made',
  'chosen',
  'got',
  'job',
  'post',
])

const leadingWords =
  /\b(lead|leads|led|leading|head|heads|headed|heading|chair|chairs|chaired|run|runs|ran|running|charge|command|commands|commanded|commanding|boss|chief|leader|control|controls)\b/

/**
 * The facts that say who holds the office which the question names, with how sure that is (0 to 1). Who takes office only
 * later does not hold it yet; where that fact itself is not known yet, the asker will want to be told so.
 */
export function roleFacts(
  engine: Engine,
  inquiry: Inquiry,
  asOf: number,
  isKnown: (fact: string) => boolean,
): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  if (inquiry.asked.slot === 'yesNo') return heldByNamed(engine, inquiry)
  if (inquiry.asked.slot !== 'who' && inquiry.asked.slot !== 'definition') return found
  const words = inquiry.tokens.map((token) => token.word)
  const asksFormer = words.some((word) => formerWords.has(word))
  const isAside = (unit: Unit) =>
    unit.words.every((word) => formerWords.has(word)) ||
    takingWords.has(unit.words.join(' ')) ||
    heldBefore(unit, engine, asOf)
  const content = inquiry.units.filter(
    ({ unit, weight, isFromContext }) => weight > 0 && !isFromContext && unit.kind !== 'weak' && !isAside(unit),
  )
  const asksWhoCame =
    words.some((word) => takingWords.has(word)) ||
    inquiry.units.some(({ unit }) => takingWords.has(unit.words.join(' ')))
  const total = content.reduce((sum, { weight }) => sum + weight, 0)
  if (total === 0) return found
  for (const entity of engine.briefing.entities.values()) {
    if (entity.unnamed || inquiry.named.has(entity.id)) continue
    for (const role of entity.roles) {
      if (role.fact === undefined || isOver(role, asOf) !== asksFormer || (!isBegun(role, asOf) && isKnown(role.fact)))
        continue
      const held = coverOfRole(role, engine, content, words)
      const share = held.covered / total
      if (share < 0.85 || held.title < 0.5) continue
      found.set(role.fact, Math.max(found.get(role.fact) ?? 0, (asksWhoCame ? 0.65 : 0.55) + 0.35 * share * held.title))
    }
  }
  return found
}

/** "Is Weir still harbour master": the office of the very person who is named. */
function heldByNamed(engine: Engine, inquiry: Inquiry): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  const words = inquiry.tokens.map((token) => token.word)
  const content = inquiry.units.filter(
    ({ unit, weight, isFromContext }) => weight > 0 && !isFromContext && unit.kind !== 'weak',
  )
  for (const id of inquiry.named)
    for (const role of engine.briefing.entities.get(id)?.roles ?? []) {
      const rest = content.filter(({ unit }) => !unit.entities.includes(id))
      const total = rest.reduce((sum, { weight }) => sum + weight, 0)
      if (role.fact === undefined || total === 0) continue
      const held = coverOfRole(role, engine, rest, words)
      if (held.covered / total >= 0.85 && held.title >= 0.5) found.set(role.fact, 0.75)
    }
  return found
}

/** True where the named person holds the office that the question names; undefined where the question is not of that kind. */
export function holdsOffice(engine: Engine, inquiry: Inquiry, fact: string, asOf: number): boolean | undefined {
  if (inquiry.asked.slot !== 'yesNo' || !heldByNamed(engine, inquiry).has(fact)) return undefined
  const roles = [...inquiry.named]
    .flatMap((id) => engine.briefing.entities.get(id)?.roles ?? [])
    .filter((role) => role.fact === fact)
  return roles.some((role) => !isOver(role, asOf))
}

/** Whoever held an office before is named to say which office is meant. */
function heldBefore(unit: Unit, engine: Engine, asOf: number): boolean {
  return unit.entities.some((id) => engine.briefing.entities.get(id)?.roles.some((role) => isOver(role, asOf)))
}

/** Whether an office had begun by a moment (milliseconds, UTC). */
function isBegun(role: Role, asOf: number): boolean {
  const from = role.from === undefined ? undefined : parseSpan(role.from)
  return from === undefined || from.from <= asOf
}

/** Whether an office had ended by a moment (milliseconds, UTC). */
function isOver(role: Role, asOf: number): boolean {
  if (role.former) return true
  const until = role.until === undefined ? undefined : parseSpan(role.until)
  return until !== undefined && until.from <= asOf
}

function coverOfRole(
  role: Role,
  engine: Engine,
  content: Inquiry['units'],
  words: readonly string[],
): { covered: number; title: number } {
  const of = role.of === undefined ? undefined : engine.briefing.entities.get(role.of)
  const { titleUnits, title, body } = engine.viewOfRole(role)
  const leads = leadingWords.test(words.join(' '))
  let covered = 0
  const hit = new Set<string>()
  for (const { unit, weight } of content) {
    const byName = unit.entities.some(
      (id) =>
        id === role.of ||
        title.entities.has(id) ||
        (of?.partOf.includes(id) === true && engine.briefing.entities.get(id)?.kind !== 'place'),
    )
    const byStem = unit.stems.every((stem) => title.stems.has(stem))
    const byConcept = unit.entities.length === 0 && unit.concepts.some((concept) => title.concepts.has(concept))
    const byBody = body !== undefined && unit.stems.every((stem) => body.stems.has(stem))
    const asLeader = leads && unit.words.some((word) => leadingWords.test(word))
    if (!(byName || byStem || byConcept || byBody || asLeader)) continue
    covered += weight
    for (const part of titleUnits)
      if (
        part.stems.some((stem) => unit.stems.includes(stem)) ||
        part.concepts.some((one) => unit.concepts.includes(one)) ||
        part.entities.some((id) => unit.entities.includes(id))
      )
        hit.add(part.words.join(' '))
    if ((byName || byBody) && leads) for (const part of titleUnits) hit.add(part.words.join(' '))
  }
  return { covered, title: titleUnits.length === 0 ? 0 : hit.size / titleUnits.length }
}
