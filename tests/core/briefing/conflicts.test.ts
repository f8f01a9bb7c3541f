import { describe, expect, test } from 'vitest'
import type { Briefing } from '../../../src/core/briefing/briefing.ts'
import { asKnownBy } from '../../../src/core/briefing/briefing.ts'
import { allConflicts, type Conflict, conflictsOf } from '../../../src/core/briefing/conflicts.ts'
import type { Fact } from '../../../src/core/briefing/schema.ts'
import { parseDay } from '../../../src/core/briefing/span.ts'
import { briefingOf } from '../../fakes/briefingOf.ts'

const everything = (fact: Fact) => fact.citations
const by = (...sources: string[]) => sources.map((source) => ({ source }))
const toll = (howMany: unknown, source: string, more: object = {}) => ({
  frame: { what: 'death toll', howMany, ...more },
  citations: by(source),
})
const blame = (value: string, saidBy?: string, more: object = {}) => ({
  frame: { what: 'cause of the fire', value, ...(saidBy === undefined ? {} : { saidBy }) },
  ...more,
})

const conflictsIn = (briefing: Briefing): Conflict[] => allConflicts(briefing, everything)
/** The one conflict of a briefing, as its reason and the values of its sides. */
function onlyConflict(briefing: Briefing): [string, ...string[]] {
  const [conflict, ...more] = conflictsIn(briefing)
  expect(more).toEqual([])
  if (conflict === undefined) throw new Error('no conflict was found')
  return [conflict.reason, ...conflict.sides.map((side) => side.text)]
}

describe('sources differ', () => {
  test('where the higher figure is newer, it is a later count', () => {
    const briefing = briefingOf(toll('at least 14 people', 'first'), toll('at least 16 people', 'second'))
    expect(onlyConflict(briefing)).toEqual(['later count', 'at least 14 people', 'at least 16 people'])
  })
  test('where the higher figure is older or of the same time, no reason is given', () => {
    expect(onlyConflict(briefingOf(toll('14', 'second'), toll('16', 'first')))[0]).toBe('unexplained')
    expect(onlyConflict(briefingOf(toll('14', 'second'), toll('16', 'weekly')))[0]).toBe('unexplained')
  })
  test('where one counts a wider group, and the text names the scope', () => {
    const wider = { value: 31, unit: 'people', scope: 'killed and injured' }
    expect(onlyConflict(briefingOf(toll('14 people', 'first'), toll(wider, 'second')))).toEqual([
      'wider scope',
      '14 people',
      '31 people (killed and injured)',
    ])
  })
  test('where a figure was taken back', () => {
    const retracted = { ...toll('164', 'second'), standing: 'retracted' }
    expect(onlyConflict(briefingOf(toll('225', 'first'), retracted))[0]).toBe('retraction')
  })
  test('where a source reports that it takes back what another says', () => {
    const citations = [
      { source: 'first' },
      { source: 'second', reports: { howMany: 'at least 225', standing: 'retracted' } },
    ]
    expect(onlyConflict(briefingOf({ ...toll('164', 'first'), citations }))[0]).toBe('retraction')
  })
  test('where a figure is a sum, and the text shows it', () => {
    const sum = { value: 18, unit: 'people', derived: '10 workers + 8 firefighters' }
    expect(onlyConflict(briefingOf(toll('14 people', 'first'), toll(sum, 'second')))).toEqual([
      'derived figure',
      '14 people',
      '18 people (10 workers + 8 firefighters)',
    ])
  })
  test('where two parties claim two values', () => {
    expect(onlyConflict(briefingOf(blame('grain dust', 'owner'), blame('arson', 'union')))).toEqual([
      'two claimants',
      'grain dust',
      'arson',
    ])
  })
  test('where one party says two things, no reason is given', () => {
    expect(onlyConflict(briefingOf(blame('grain dust', 'owner'), blame('arson', 'owner')))[0]).toBe('unexplained')
  })
  test('where two forecasts differ', () => {
    const end = (when: string) => ({ standing: 'forecast', frame: { what: 'end of the closure', when } })
    expect(onlyConflict(briefingOf(end('2030-05-10'), end('2030-05-20')))).toEqual([
      'forecasts differ',
      '10 May 2030',
      '20 May 2030',
    ])
  })
  test('within one fact, where a source reports another value than the statement', () => {
    const citations = [{ source: 'first' }, { source: 'second', reports: { when: '2030-05-02' } }]
    expect(onlyConflict(briefingOf({ frame: { when: '2030-05-01' }, citations }))).toEqual([
      'unexplained',
      '1 May 2030',
      '2 May 2030',
    ])
  })
  test('over spelling, case and accents of `what`, which do not matter', () => {
    const [a, b] = [toll('14', 'first'), toll('20', 'second')]
    expect(conflictsIn(briefingOf({ ...a, frame: { ...a.frame, what: 'Déath  Toll' } }, b))).toHaveLength(1)
  })
})

describe('no conflict', () => {
  test.each([
    ['about 160 and 164', toll('about 160 people', 'first'), toll('164 people', 'second')],
    ['at least 14 and 16 in one source', toll('at least 14 people', 'first'), toll('16 people', 'first')],
    ['nearly 10,000 and 9,900', toll('nearly 10,000', 'first'), toll('9,900', 'second')],
    ['days and people', toll('10 days', 'first'), toll('14 people', 'second')],
    ['one value in two spellings', blame('Grain dust', 'owner'), blame('grain dust', 'union')],
    [
      'a date of one count and of another',
      toll('14', 'first', { when: '2030-05-01' }),
      toll('14', 'second', { when: '2030-05-02' }),
    ],
    ['a value of one day and of another', blame('open', 'owner'), { frame: { what: 'the harbour', value: 'shut' } }],
  ])('%s', (_, a, b) => {
    expect(conflictsIn(briefingOf(a, b))).toEqual([])
  })
  test('what was expected and what happened', () => {
    const end = (when: string, standing: string) => ({ standing, frame: { what: 'end of the closure', when } })
    expect(conflictsIn(briefingOf(end('2030-05-10', 'forecast'), end('2030-05-20', 'reported')))).toEqual([])
  })
  test('two values of two days: it changed', () => {
    const harbour = (value: string, when: string) => ({ frame: { what: 'state of the harbour', value, when } })
    expect(conflictsIn(briefingOf(harbour('shut', '2030-05-01'), harbour('open', '2030-05-09')))).toEqual([])
  })
  test('facts with another `what`, or with none', () => {
    const [a, b] = [toll('14', 'first'), toll('20', 'second')]
    expect(conflictsIn(briefingOf(a, { ...b, frame: { what: 'injured', howMany: '20' } }))).toEqual([])
    expect(conflictsIn(briefingOf({ frame: { howMany: '14' } }, { frame: { howMany: '20' } }))).toEqual([])
  })
})

describe('sides', () => {
  test('reports that agree stand on one side, each with its source', () => {
    const briefing = briefingOf(toll('about 160', 'first'), toll('164', 'second'), toll('225', 'third'))
    const [conflict] = conflictsIn(briefing)
    expect(conflict?.sides.map((side) => side.reports.map((report) => report.citation.source))).toEqual([
      ['first', 'second'],
      ['third'],
    ])
  })
  test('a fact is told only the conflicts that it takes part in', () => {
    const dated = { frame: { what: 'death toll', when: '2030-05-01' } }
    const briefing = briefingOf(toll('14', 'first'), toll('20', 'second'), dated)
    const conflictsOfFact = (id: string) => conflictsOf(briefing.factById.get(id) as Fact, briefing, everything)
    expect(conflictsOfFact('fact-1')).toHaveLength(1)
    expect(conflictsOfFact('fact-3')).toEqual([])
  })
  test('as of a date, a source that was not out yet contradicts nobody', () => {
    const briefing = briefingOf(toll('14', 'first'), toll('20', 'second'))
    const asOf = (day: string) => {
      const span = parseDay(day)
      return allConflicts(briefing, (fact) => (span === undefined ? [] : asKnownBy(fact, briefing.sources, span)))
    }
    expect(asOf('2030-05-01')).toEqual([])
    expect(asOf('2030-05-02')).toHaveLength(1)
  })
})
