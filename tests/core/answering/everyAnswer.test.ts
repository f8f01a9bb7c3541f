// What holds of every answer, whatever the briefing and the question.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Answer } from '../../../src/core/answering/answer.ts'
import { asKnownBy, type Briefing } from '../../../src/core/briefing/briefing.ts'
import { parseDay } from '../../../src/core/briefing/span.ts'
import { type Asking, answerFrom, engineOf } from '../../fakes/asking.ts'
import { type AnyQuestion, anyBriefing, anyQuestion } from '../../fakes/randomBriefings.ts'
import { unexplained } from '../../fakes/unexplained.ts'

type Case = { readonly briefing: Briefing; readonly answer: Answer; readonly asking: Asking }
const questions = fc.array(anyQuestion, { minLength: 6, maxLength: 6 })

/** Asks six questions of each of many briefings, and holds each answer against what is expected. */
function holds(expectation: (one: Case) => void): void {
  const each = fc.property(anyBriefing, questions, (briefing, asked) => {
    const engine = engineOf(briefing)
    for (const { text, asking } of asked) expectation({ briefing, asking, answer: answerFrom(engine, text, asking) })
  })
  fc.assert(each, { numRuns: 30 })
}

/** The citations of a fact that count as of the day asked. */
function knownOf(id: string, { briefing, asking }: Case) {
  const fact = briefing.factById.get(id)
  const asOf = asking.asOf === undefined ? undefined : parseDay(asking.asOf)
  if (fact === undefined) throw new Error(`the answer names ${id}, which is no fact`)
  return asOf === undefined ? fact.citations : asKnownBy(fact, briefing.sources, asOf)
}

describe('every answer', () => {
  test('has at most 700 characters, and a timeline 2,000', () => {
    holds(({ answer }) => {
      const isTimeline = answer.trace.some((one) => one.step === 'decision' && one.found === 'timeline')
      expect(answer.text.length).toBeLessThanOrEqual(isTimeline ? 2000 : 700)
      expect(answer.text.length).toBeGreaterThan(0)
    })
  })
  test('is made of its lines, and names each fact of them once', () => {
    holds(({ answer: { text, lines, facts } }) => {
      expect([' ', '\n'].map((between) => lines.map((line) => line.text).join(between))).toContain(text)
      expect(facts).toEqual([...new Set(lines.flatMap((line) => line.facts))])
    })
  })
  test('prints only what stands in the facts that it cites', () => {
    holds(({ answer, briefing }) => {
      if (answer.status !== 'answered') return
      expect(answer.facts).not.toEqual([])
      for (const line of answer.lines) expect([line.text, unexplained(line, briefing)]).toEqual([line.text, ''])
    })
  })
  test('cites every paragraph of every fact that it prints', () => {
    holds((one) => {
      for (const id of one.answer.facts)
        for (const { source, paragraph } of knownOf(id, one)) {
          const cited = one.answer.citations.find((citation) => citation.source === source)
          expect(cited?.paragraphs).toEqual(expect.arrayContaining(paragraph))
        }
    })
  })
  test('holds no fact that was not known, and cites no source that was not out', () => {
    holds((one) => {
      for (const id of one.answer.facts) expect(knownOf(id, one)).not.toEqual([])
      const sources = one.answer.facts.flatMap((id) => knownOf(id, one).map((citation) => citation.source))
      expect(sources).toEqual(expect.arrayContaining(one.answer.citations.map((cited) => cited.source)))
    })
  })
  test('that declines gives a reason, and one that does not gives none', () => {
    holds(({ answer: { status, reason, lines, isCorrected } }) => {
      expect(reason === undefined).toBe(status !== 'abstained')
      if (status === 'abstained') expect([lines[0]?.facts, isCorrected]).toEqual([[], false])
    })
  })
  test('shows at most three near questions', () => {
    holds(({ answer }) => expect(answer.nearby.length).toBeLessThanOrEqual(3))
  })
})

test('the same question gets the same answer, whatever was asked between', () => {
  const each = fc.property(anyBriefing, questions, (briefing, asked) => {
    const engine = engineOf(briefing)
    const askAll = (one: typeof engine, order: readonly AnyQuestion[]) =>
      new Map(order.map(({ text, asking }) => [text, answerFrom(one, text, asking)]))
    const apart = asked.filter((one, i) => asked.findIndex((other) => other.text === one.text) === i)
    const first = askAll(engine, apart)
    const again = askAll(engine, [...apart].reverse())
    const elsewhere = askAll(engineOf(briefing), [...apart].reverse())
    for (const [text, answer] of first) {
      expect(again.get(text)).toEqual(answer)
      expect(elsewhere.get(text)).toEqual(answer)
    }
  })
  fc.assert(each, { numRuns: 15 })
})
