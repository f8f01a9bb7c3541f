import { expect, test } from 'vitest'
import { seriesOf } from '../../../src/core/answering/seriesOf.ts'
import { briefingWith } from '../../fakes/briefingWith.ts'

const seriesOfWhat = (what: string, howMany = '3 people') =>
  briefingWith({ facts: [{ frame: { what, howMany } }] }).facts.map(seriesOf)[0]

test.each([
  ['death toll on 9 October', 'death toll'],
  ['death toll by noon on 11 October', 'death toll'],
  ['hospitals hit as of the end of May', 'hospitals hit'],
  ['missing by Monday', 'missing'],
  ['arrests in 2031', 'arrests'],
  ['killed in the market', 'killed in the market'],
  ['named by the mayor', 'named by the mayor'],
])('"%s" is of the series "%s"', (what, series) => {
  expect(seriesOfWhat(what)).toBe(`${series}|people`)
})

test('figures of two kinds are no series', () => {
  expect(seriesOfWhat('lost on 3 May')).not.toBe(seriesOfWhat('lost on 4 May', '3 ships'))
})
