import { describe, expect, test } from 'vitest'
import { asKnownBy, namesOf, whatKey } from '../../../src/core/briefing/briefing.ts'
import { entitySchema } from '../../../src/core/briefing/schema.ts'
import { parseDay } from '../../../src/core/briefing/span.ts'
import { briefingOf, type WrittenFact } from '../../fakes/briefingOf.ts'

/** The sources that count for a fact as of a day. */
function knownBy(day: string, fact: WrittenFact): string[] {
  const { facts, sources } = briefingOf(fact)
  const [only] = facts
  const asOf = parseDay(day)
  if (only === undefined || asOf === undefined) throw new Error('the test needs a fact and a day')
  return asKnownBy(only, sources, asOf).map((citation) => citation.source)
}
const cited = (...sources: string[]) => ({ citations: sources.map((source) => ({ source })) })

describe('as of a date', () => {
  test('a source counts from the day on which it came out', () => {
    expect(knownBy('2030-05-01', cited('first', 'second'))).toEqual(['first'])
    expect(knownBy('2030-05-02', cited('first', 'second'))).toEqual(['first', 'second'])
  })
  test('a fact without a source that was out is not known yet', () => {
    expect(knownBy('2030-04-30', cited('first', 'second'))).toEqual([])
  })
  test('a source of which only a range is known counts from its last day', () => {
    expect(knownBy('2030-05-03', cited('weekly'))).toEqual([])
    expect(knownBy('2030-05-04', cited('weekly'))).toEqual(['weekly'])
  })
  test('a joint fact is known once the last of its sources is out', () => {
    expect(knownBy('2030-05-02', { joint: true, ...cited('first', 'third') })).toEqual([])
    expect(knownBy('2030-05-03', { joint: true, ...cited('first', 'third') })).toEqual(['first', 'third'])
  })
})

test('two spellings of `what` have one key', () => {
  expect(whatKey(' Death  TOLL ')).toBe(whatKey('death toll'))
})

test('the names of an entity hold its own name first and nothing twice', () => {
  const weir = entitySchema.parse({ id: 'weir', kind: 'person', name: 'Magda Weir', names: ['Weir', 'Magda Weir'] })
  expect(namesOf(weir)).toEqual(['Magda Weir', 'Weir'])
})
