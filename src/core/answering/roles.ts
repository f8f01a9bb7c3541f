// Who holds or held an office: found by the office's title, so that "who is the new harbour master" needs no phrasing.

import type { Role } from '../briefing/schema.ts'
import { parseSpan } from '../briefing/span.ts'
import type { Engine } from './engine.ts'
import { wordSet } from './factView.ts'
import type { Inquiry } from './inquiry.ts'
import { tokenise } from './tokens.ts'
import { toUnits } from './units.ts'

const formerWords = new Set(['former', 'ex', 'previous', 'old', 'past', 'last', 'earlier', 'outgoing', 'predecessor', 'late'])
const leadingWords = /\b(lead|leads|led|leading|head|heads|headed|heading|chair|chairs|chaired|run|runs|ran|running|charge|command|commands|commanded|commanding|boss|chief|leader|control|controls)\b/

/** The facts that say who holds the office which the question names, with how sure that is (0 to 1). */
export function roleFacts(engine: Engine, inquiry: Inquiry): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  if (inquiry.asked.slot !== 'who' && inquiry.asked.slot !== 'definition') return found
  const words = inquiry.tokens.map((token) => token.word)
  const asksFormer = words.some((word) => formerWords.has(word))
  const content = inquiry.units.filter(({ unit, weight, isFromContext }) => weight > 0 && !isFromContext && !unit.words.every((word) => formerWords.has(word) || ['new', 'current', 'now', 'present', 'acting'].includes(word)))
  const total = content.reduce((sum, { weight }) => sum + weight, 0)
  if (total === 0) return found
  for (const entity of engine.briefing.entities.values()) {
    if (entity.unnamed || inquiry.named.has(entity.id)) continue
    for (const role of entity.roles) {
      if (role.fact === undefined || isOver(role, engine) !== asksFormer) continue
      const held = coverOfRole(role, engine, content, words)
      const share = held.covered / total
      if (share < 0.85 || held.title < 0.5) continue
      found.set(role.fact, Math.max(found.get(role.fact) ?? 0, 0.55 + 0.35 * share * held.title))
    }
  }
  return found
}

function isOver(role: Role, engine: Engine): boolean {
  if (role.former) return true
  const until = role.until === undefined ? undefined : parseSpan(role.until)
  return until !== undefined && until.from <= engine.newest.getTime()
}

function coverOfRole(role: Role, engine: Engine, content: Inquiry['units'], words: readonly string[]): { covered: number; title: number } {
  const of = role.of === undefined ? undefined : engine.briefing.entities.get(role.of)
  const titleUnits = toUnits(tokenise(role.title), engine.lexicon, engine.names).filter((unit) => unit.kind !== 'stop')
  const title = wordSet(titleUnits)
  const leads = leadingWords.test(words.join(' '))
  let covered = 0
  const hit = new Set<string>()
  for (const { unit, weight } of content) {
    const byName = unit.entities.some((id) => id === role.of || title.entities.has(id) || of?.partOf.includes(id))
    const byStem = unit.stems.every((stem) => title.stems.has(stem))
    const byConcept = unit.concepts.some((concept) => title.concepts.has(concept))
    const asLeader = leads && unit.words.some((word) => leadingWords.test(word))
    if (!(byName || byStem || byConcept || asLeader)) continue
    covered += weight
    for (const part of titleUnits)
      if (part.stems.some((stem) => unit.stems.includes(stem)) || part.concepts.some((one) => unit.concepts.includes(one)) || part.entities.some((id) => unit.entities.includes(id))) hit.add(part.words.join(' '))
    if (byName && leads) for (const part of titleUnits) hit.add(part.words.join(' '))
  }
  return { covered, title: titleUnits.length === 0 ? 0 : hit.size / titleUnits.length }
}
