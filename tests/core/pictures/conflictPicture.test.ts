import { describe, expect, test } from 'vitest'
import { allConflicts, type Known } from '../../../src/core/briefing/conflicts.ts'
import { dateAxis, figureAxis } from '../../../src/core/pictures/axis.ts'
import { pictureOfConflict } from '../../../src/core/pictures/conflictPicture.ts'
import { conflictRows } from '../../../src/core/pictures/conflictRows.ts'
import { opennessOf } from '../../../src/core/pictures/drawValue.ts'
import { briefingWith } from '../../fakes/briefingWith.ts'

const all: Known = (fact) => fact.citations

function chartOf(...facts: readonly { source?: string; standing?: string; frame: object }[]) {
  const briefing = briefingWith({
    entities: [{ id: 'guild', kind: 'organisation', name: "Bakers' Guild" }],
    facts: facts.map(({ source = 'alder', standing = 'reported', frame }) => ({
      standing,
      frame: { what: 'loaves lost', ...frame },
      citations: [{ source }],
    })),
  })
  const [conflict] = allConflicts(briefing, all)
  if (conflict === undefined) throw new Error('nothing is disputed')
  return { rows: conflictRows(conflict, briefing), picture: pictureOfConflict(briefing, conflict) }
}

const lost = (howMany: unknown, more: object = {}) => ({ frame: { howMany, ...more } })

describe('the chart of a disputed figure', () => {
  const { rows, picture } = chartOf(
    { ...lost('90 loaves'), source: 'birch' },
    lost('at least 40 loaves', { saidBy: 'guild' }),
    { ...lost('about 200 loaves'), standing: 'claimed' },
    { ...lost('300 to 320 loaves'), standing: 'forecast' },
    { ...lost('at most 500 loaves'), source: 'birch' },
  )
  test('has a row for each value, the first published first, then the smaller one', () => {
    expect(rows.map(({ text, mark, sources }) => [text, mark, ...sources])).toEqual([
      ['at least 40 loaves', 'report', 'The Alder, 2 Apr 2031'],
      ['about 200 loaves', 'claim', 'The Alder, 2 Apr 2031'],
      ['90 loaves', 'report', 'The Birch, 9 Apr 2031'],
      ['at most 500 loaves', 'report', 'The Birch, 9 Apr 2031'],
    ])
  })
  test('draws a bound as a bound', () => {
    expect(rows.map(({ report }) => opennessOf(report))).toEqual(['upwards', 'about', undefined, 'downwards'])
    for (const name of ['or more', 'about', 'or less']) expect(picture?.svg).toContain(`>${name}</text>`)
  })
  test('says all values, who says so and when in its text alternative', () => {
    expect(picture?.alt).toMatchInlineSnapshot(
      `"Chart, loaves lost: at least 40 loaves: Bakers' Guild – The Alder, 2 Apr 2031. about 200 loaves [claimed]: The Alder, 2 Apr 2031. 90 loaves: The Birch, 9 Apr 2031. at most 500 loaves: The Birch, 9 Apr 2031. The higher count is the later one."`,
    )
  })
})

describe('other charts', () => {
  test('a range is drawn from end to end', () => {
    const { rows, picture } = chartOf(lost('5 to 7 loaves'), lost('20 loaves'))
    expect(rows.map(({ report }) => opennessOf(report))).toEqual(['range', undefined])
    expect(picture?.svg).toContain('>between</text>')
  })
  test('what a wider count counts stands beside it', () => {
    const { rows, picture } = chartOf(lost('5 loaves'), lost({ value: 20, unit: 'loaves', scope: 'with rolls' }))
    expect(rows[1]?.note).toBe('with rolls')
    expect(picture?.svg).toContain('>20 loaves (with rolls)</text>')
    expect(picture?.alt).toContain('They do not count the same.')
  })
  test('a report that was taken back has a row and a mark of its own', () => {
    const { rows } = chartOf(
      lost('9 loaves'),
      { ...lost('9 loaves'), standing: 'retracted', source: 'birch' },
      lost('30 loaves'),
    )
    expect(rows.map(({ text, mark }) => [text, mark])).toEqual([
      ['9 loaves', 'report'],
      ['30 loaves', 'report'],
      ['9 loaves', 'retraction'],
    ])
  })
  test('dates stand on a scale of days', () => {
    const { picture } = chartOf({ frame: { when: '2031-04-03' } }, { frame: { when: '2031-04-06' }, source: 'birch' })
    expect(picture?.svg).toContain('>DATES THAT DIFFER</text>')
    expect(picture?.svg).toContain('>5 Apr</text>')
  })
  test('words have no chart, and neither have days beside loaves', () => {
    expect(chartOf({ frame: { value: 'burnt' } }, { frame: { value: 'stolen' } }).picture).toBeUndefined()
  })
  test('of very many values the latest are drawn, which the chart says, and all are told', () => {
    const { picture } = chartOf(...Array.from({ length: 20 }, (_, i) => lost(`${(i + 1) * 100} loaves`)))
    expect(picture?.svg).toContain('The latest 12 of 20 values.')
    expect(picture?.alt).toContain('100 loaves')
  })
})

describe('axes', () => {
  test('figures start at nought, so that lengths compare', () => {
    expect(figureAxis([40, 200]).ticks[0]?.label).toBe('0')
    expect(figureAxis([40, 200]).isLogarithmic).toBe(false)
  })
  test('figures of very different size are told apart by factors', () => {
    const { xOf, isLogarithmic } = figureAxis([10, 100, 1_000_000])
    expect(isLogarithmic).toBe(true)
    expect(xOf(100) - xOf(10)).toBeGreaterThan(30)
  })
  test('no day is printed twice', () => {
    const day = Date.UTC(2031, 3, 3)
    const labels = dateAxis([day, day + 86_400_000]).ticks.map(({ label }) => label)
    expect(new Set(labels).size).toBe(labels.length)
  })
})
